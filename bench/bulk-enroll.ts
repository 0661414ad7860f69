import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Sql } from "postgres";
import { enroll } from "@/lib/enrollments/mutations";
import type { Bench, Figures } from "./bench";
import type { RowCopy } from "./copy-rows";
import { round, secondsOf } from "./numbers";
import { copyRows } from "./seed";

/** Enough for the median of a few transactions; a full run takes the hundred thousand of a large import. */
const COUNTS = { quick: 10_000, full: 100_000 };

/**
 * `enroll` of many contacts at once beside the sleepers: runs, ledger rows and events. In the same run the same rows by
 * COPY into empty tables of the same shape, the fastest way that Postgres has.
 */
export async function measureBulkEnroll(bench: Bench, contacts: RowCopy[]): Promise<Figures> {
  const { sql, accountId, sequenceId, sleepers, isQuick } = bench;
  const count = isQuick ? COUNTS.quick : COUNTS.full;
  await copyRows(sql, contacts, { from: sleepers, count, total: sleepers + count, spreadMs: 0 });
  await sql`vacuum (analyze) contacts, contact_identities, bench.sleeper`;
  const rows = await sql<
    { id: string }[]
  >`select "contactId" as id from bench.sleeper where n >= ${sleepers} order by n`;
  const wish = { sequenceId, contactIds: rows.map(({ id }) => id), actorId: null, now: new Date() };
  let enrolled = 0;
  const seconds = await secondsOf(async () => {
    enrolled = (await enroll(accountId, wish)).enrolled.length;
  });
  if (enrolled !== count) throw new Error(`${enrolled} of ${count} contacts were enrolled.`);
  const copySeconds = await copySame(sql, wish.now);
  return {
    bulkEnrollPerSecond: Math.round(count / seconds),
    copyPerSecond: Math.round(count / copySeconds),
    bulkEnrollToCopy: round(copySeconds / seconds, 2),
  };
}

async function copySame(sql: Sql, now: Date): Promise<number> {
  let seconds = 0;
  const sources = [
    ["enrollments", `enrolled_at = '${now.toISOString()}'`],
    ["ledger", `at = '${now.toISOString()}' and kind = 'enrolled'`],
    ["outbox", "name = 'enrollment/started'"],
  ] as const;
  for (const [table, where] of sources) {
    await sql.unsafe(`create table bench.${table} (like ${table} including all)`);
    const source = await sql.unsafe(`copy (select * from ${table} where ${where}) to stdout`).readable();
    const chunks: Buffer[] = [];
    for await (const chunk of source) chunks.push(chunk);
    seconds += await secondsOf(async () => {
      const target = await sql.unsafe(`copy bench.${table} from stdin`).writable();
      await pipeline(Readable.from(chunks), target);
    });
  }
  return seconds;
}
