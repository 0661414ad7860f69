import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { attributeDefinitions } from "@/lib/attributes/data";
import { AppError } from "@/lib/errors";
import { accountCountry } from "../country";
import { batchesOf } from "./batches";
import { type Mapping, mappingSchema } from "./columns";
import { duplicateFinder } from "./duplicates";
import { beginImport, countBatch, endImport } from "./import-record";
import { type LineIndex, lineIndex } from "./line-index";
import { planBatch } from "./plan";
import { isProblem, type Problem } from "./problems";
import { readCsv } from "./records";
import type { ImportEvent, ImportReport } from "./report";
import { type ContactRow, type Reading, readRow } from "./rows";
import { AddressTaken, type ImportRef, writeBatch } from "./write";

/** Protects the report's size; the counts are exact beyond it. */
const MAX_LISTED_PROBLEMS = 500;
const MAX_TRIES = 5;
/** Protects the memory that finds duplicates within a file: some 30 bytes a row. */
const MAX_ROWS = 2_000_000;

type ImportOptions = {
  mapping: Mapping;
  /** A dry run plans every row and writes nothing. */
  isDryRun: boolean;
  now: Date;
  fileName?: string;
  actorId?: string;
  /** Stops between batches; what is imported stays, and can be taken back. */
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
  options: ImportOptions,
): AsyncGenerator<ImportEvent> {
  const { mapping, isDryRun, now } = options;
  const reading = await readingOf(accountId);
  const file = await readCsv(body);
  if (file.columns.length !== mappingSchema.parse(mapping).length)
    throw new AppError("invalid", "csv_mapping");
  if (isDryRun) return yield* importRows(accountId, file.rows, { ...options, reading, written: null });

  const written = { id: await beginImport(accountId, options), importedAt: now };
  let status: "done" | "canceled" | "failed" = "canceled";
  try {
    yield* importRows(accountId, file.rows, { ...options, reading, written });
    if (!options.signal?.aborted) status = "done";
  } catch (error) {
    status = "failed";
    throw error;
  } finally {
    await endImport(accountId, { id: written.id, status, now: new Date() });
  }
}

async function readingOf(accountId: AccountId): Promise<Reading> {
  const definitions = await attributeDefinitions(accountId);
  return {
    country: await accountCountry(accountId),
    definitions: new Map(definitions.map((definition) => [definition.key, definition])),
  };
}

type RowOptions = ImportOptions & { reading: Reading; written: ImportRef | null };

async function* importRows(
  accountId: AccountId,
  rows: Parameters<typeof batchesOf>[0],
  { mapping, reading, written, signal }: RowOptions,
): AsyncGenerator<ImportEvent> {
  const report = emptyReport(written);
  const touched = lineIndex();
  const withoutDuplicates = duplicateFinder();
  for await (const batch of batchesOf(rows)) {
    if (signal?.aborted) return;
    if (report.rows + batch.length > MAX_ROWS)
      throw new AppError("invalid", "csv_too_many_rows", { data: { max: MAX_ROWS } });
    const read = batch.map((row) => withoutDuplicates(isProblem(row) ? row : readRow(row, mapping, reading)));
    const usable = read.filter((row): row is ContactRow => !isProblem(row));
    const done = await importBatch(accountId, usable, touched, written);
    report.rows += batch.length;
    report.created += done.created;
    report.updated += done.updated;
    report.suppressed += done.suppressed;
    addProblems(report, [...read.filter(isProblem), ...done.problems]);
    yield { kind: "progress", rows: report.rows };
  }
  yield { kind: "done", report };
}

const emptyReport = (written: ImportRef | null): ImportReport => ({
  rows: 0,
  created: 0,
  updated: 0,
  suppressed: 0,
  unusable: 0,
  problems: [],
  importedAt: written?.importedAt.toISOString() ?? null,
  importId: written?.id ?? null,
});

/** All of the batch or nothing. Planned again when somebody else wrote one of its addresses meanwhile. */
async function importBatch(
  accountId: AccountId,
  rows: ContactRow[],
  touched: LineIndex,
  written: ImportRef | null,
) {
  for (let tries = 1; ; tries += 1) {
    try {
      const plan = await withAccountSql(accountId, async (tx) => {
        const planned = await planBatch(tx, rows, touched.get);
        if (written) {
          await writeBatch(tx, accountId, planned.rows, written);
          await countBatch(tx, written.id, planned);
        }
        return planned;
      });
      for (const { contactId, row } of plan.rows) if (contactId) touched.add(contactId, row.line);
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
