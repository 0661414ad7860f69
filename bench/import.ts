import type { AccountId } from "@/lib/accounts/account-id";
import { importContacts } from "@/lib/contacts/import/import-contacts";
import type { ImportReport } from "@/lib/contacts/import/report";
import { undoImport } from "@/lib/contacts/import/undo";
import { startBulk, undoBulk } from "@/lib/enrollments/bulk";
import { bulkTurn } from "@/lib/enrollments/enroll-many";
import type { Bench, Figures } from "./bench";
import { round, secondsOf } from "./numbers";

const ROWS = { quick: 10_000, full: 100_000 };
/** What a browser sends at once. */
const ROWS_PER_CHUNK = 500;
const MEGABYTE = 1_000_000;

/**
 * From a CSV file to runs: the file as it arrives, the enrolling of everybody in it as the background does it, and both
 * taken back. Memory is what the process takes at most while it reads, over what it had before.
 */
export async function measureImport(bench: Bench, rowCount?: number): Promise<Figures> {
  const { sql, accountId, actorId, sequenceId, isQuick } = bench;
  const rows = rowCount ?? (isQuick ? ROWS.quick : ROWS.full);
  const count = async () => {
    const [row] = await sql<{ contacts: number; runs: number; identities: number }[]>`
      select (select count(*)::int from contacts) as contacts, (select count(*)::int from enrollments) as runs,
        (select count(*)::int from contact_identities) as identities`;
    return JSON.stringify(row);
  };
  const before = await count();
  const memory = watchMemory();
  let report: ImportReport | undefined;
  const importSeconds = await secondsOf(async () => {
    report = await importRows(accountId, rows, actorId);
  });
  const importMegabytes = memory.stop();
  const importedAt = report?.importedAt ?? "";
  if (report?.created !== rows) throw new Error(`${report?.created} of ${rows} contacts were imported.`);

  let bulkId = "";
  const enrollSeconds = await secondsOf(async () => {
    const audience = { kind: "filter" as const, filter: { importedAt } };
    ({ bulkId } = await startBulk(accountId, { sequenceId, audience, actorId, now: new Date() }));
    await turnUntilDone(accountId, bulkId, "enroll");
  });
  const undoSeconds = await secondsOf(async () => {
    await undoBulk(accountId, { bulkId, actorId, now: new Date() });
    await turnUntilDone(accountId, bulkId, "undo");
    await undoImport(accountId, { importId: report?.importId ?? "", now: new Date() });
  });
  if ((await count()) !== before) throw new Error("Undoing did not leave what was there before.");
  return {
    importRows: rows,
    importRowsPerSecond: Math.round(rows / importSeconds),
    importMegabytes,
    importAndEnrollSeconds: round(importSeconds + enrollSeconds),
    importUndoSeconds: round(undoSeconds),
  };
}

async function importRows(accountId: AccountId, rows: number, actorId: string) {
  const mapping = ["name", "phone", "email", "attribute:city"];
  const options = { mapping, isDryRun: false, now: new Date(), fileName: "bench.csv", actorId };
  for await (const event of importContacts(accountId, fileOf(rows), options)) {
    if (event.kind === "done") return event.report;
  }
  throw new Error("The import told no end.");
}

/** Brazilian mobiles of an area that the sleepers have none of. */
async function* fileOf(rows: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from("name,phone,email,city\n");
  for (let from = 0; from < rows; from += ROWS_PER_CHUNK) {
    const lines = Array.from({ length: Math.min(ROWS_PER_CHUNK, rows - from) }, (_, index) => {
      const n = from + index;
      return `Person ${n},+55479${String(80_000_000 + n)},import-${n}@example.com,Joinville`;
    });
    yield Buffer.from(`${lines.join("\n")}\n`);
  }
}

async function turnUntilDone(accountId: AccountId, bulkId: string, act: "enroll" | "undo"): Promise<void> {
  while ((await bulkTurn({ accountId, bulkId, act })).kind === "more");
}

function watchMemory() {
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  return {
    stop(): number {
      clearInterval(timer);
      return Math.round((most - before) / MEGABYTE);
    },
  };
}
