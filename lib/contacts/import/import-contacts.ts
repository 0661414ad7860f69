import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import { accountCountry } from "../country";
import { type Mapping, mappingSchema } from "./columns";
import { duplicateFinder } from "./duplicates";
import { planBatch } from "./plan";
import { isProblem, type Problem } from "./problems";
import { type CsvRecord, readCsv } from "./records";
import type { ImportEvent, ImportReport } from "./report";
import { type ContactRow, readRow } from "./rows";
import { AddressTaken, writeBatch } from "./write";

const BATCH_ROWS = 1_000;
/** Protects the report's size; the counts are exact beyond it. */
const MAX_LISTED_PROBLEMS = 500;
const MAX_TRIES = 5;
/** Protects the memory that finds duplicates within a file. */
const MAX_ROWS = 500_000;

type ImportOptions = {
  mapping: Mapping;
  /** A dry run plans every row and writes nothing. */
  isDryRun: boolean;
  now: Date;
  /** Stops between batches; what is imported stays. */
  signal?: AbortSignal;
};

/**
 * Imports a CSV file as it arrives, a transaction per thousand rows; tells how far it is after each and ends with the
 * report. Rows that cannot be used are reported and skipped. Every contact of one import has `updatedAt` = `now`.
 * Throws AppError `invalid` when the file or the mapping cannot be read.
 */
export async function* importContacts(
  accountId: AccountId,
  body: AsyncIterable<Uint8Array>,
  { mapping, isDryRun, now, signal }: ImportOptions,
): AsyncGenerator<ImportEvent> {
  const country = await accountCountry(accountId);
  const file = await readCsv(body);
  if (file.columns.length !== mappingSchema.parse(mapping).length)
    throw new AppError("invalid", "csv_mapping");

  const report: ImportReport = emptyReport(isDryRun ? null : now.toISOString());
  const touched = new Map<string, number>();
  const withoutDuplicates = duplicateFinder();
  for await (const batch of batchesOf(file.rows)) {
    if (signal?.aborted) return;
    if (report.rows + batch.length > MAX_ROWS)
      throw new AppError("invalid", "csv_too_many_rows", { data: { max: MAX_ROWS } });
    const rows = batch.map((row) => withoutDuplicates(isProblem(row) ? row : readRow(row, mapping, country)));
    const usable = rows.filter((row): row is ContactRow => !isProblem(row));
    const done = await importBatch(accountId, usable, touched, isDryRun ? null : now);
    report.rows += batch.length;
    report.created += done.created;
    report.updated += done.updated;
    report.suppressed += done.suppressed;
    addProblems(report, [...rows.filter(isProblem), ...done.problems]);
    yield { kind: "progress", rows: report.rows };
  }
  yield { kind: "done", report };
}

const emptyReport = (importedAt: string | null): ImportReport => ({
  rows: 0,
  created: 0,
  updated: 0,
  suppressed: 0,
  unusable: 0,
  problems: [],
  importedAt,
});

async function* batchesOf(rows: AsyncGenerator<CsvRecord | Problem>) {
  let batch: (CsvRecord | Problem)[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length === BATCH_ROWS) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** All of the batch or nothing. Planned again when somebody else wrote one of its addresses meanwhile. */
async function importBatch(
  accountId: AccountId,
  rows: ContactRow[],
  touched: Map<string, number>,
  at: Date | null,
) {
  for (let tries = 1; ; tries += 1) {
    const touchedHere = new Map(touched);
    try {
      const plan = await withAccountSql(accountId, async (tx) => {
        const planned = await planBatch(tx, rows, touchedHere);
        if (at) await writeBatch(tx, accountId, planned.rows, at);
        return planned;
      });
      for (const [contactId, line] of touchedHere) touched.set(contactId, line);
      const created = plan.rows.filter((row) => row.contactId === null).length;
      return { ...plan, created, updated: plan.rows.length - created };
    } catch (error) {
      if (tries === MAX_TRIES || !isRace(error)) throw error;
    }
  }
}

const isRace = (error: unknown) =>
  error instanceof AddressTaken || (error instanceof Error && "code" in error && error.code === "40P01");

function addProblems(report: ImportReport, problems: Problem[]) {
  report.unusable += problems.length;
  const space = MAX_LISTED_PROBLEMS - report.problems.length;
  report.problems.push(...problems.toSorted((a, b) => a.line - b.line).slice(0, space));
}
