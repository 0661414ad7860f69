import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
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
  const copySeconds = await copySame(bench, wish.now);
  return {
    bulkEnrollPerSecond: Math.round(count / seconds),
    copyPerSecond: Math.round(count / copySeconds),
    bulkEnrollToCopy: round(copySeconds / seconds, 2),
  };
}

async function copySame({ sql, databaseUrl }: Bench, now: Date): Promise<number> {
  let seconds = 0;
  const sources = [
    ["enrollments", `enrolled_at = '${now.toISOString()}'`],
    ["ledger", `at = '${now.toISOString()}' and kind = 'enrolled'`],
    ["outbox", "name = 'enrollment/started'"],
  ] as const;
  for (const [table, where] of sources) {
    await sql.unsafe(`create table bench.${table} (like ${table} including all)`);
    const columns = await writtenColumns(sql, table);
    const chunks = await readCopy(
      databaseUrl,
      `copy (select ${columns} from ${table} where ${where}) to stdout`,
    );
    seconds += await writeCopy(databaseUrl, `copy bench.${table} (${columns}) from stdin`, chunks);
  }
  return seconds;
}

/** Generated ones are the database's own to write. */
async function writtenColumns(sql: postgres.Sql, table: string): Promise<string> {
  const rows = await sql<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`;
  return rows.map(({ name }) => name).join(", ");
}

/** A connection each: postgres.js does not use one again after a COPY. */
async function readCopy(databaseUrl: string, statement: string): Promise<Buffer[]> {
  const sql = postgres(databaseUrl, { max: 1 });
  const chunks: Buffer[] = [];
  for await (const chunk of await sql.unsafe(statement).readable()) chunks.push(chunk);
  await sql.end({ timeout: 1 });
  return chunks;
}

async function writeCopy(databaseUrl: string, statement: string, chunks: Buffer[]): Promise<number> {
  const sql = postgres(databaseUrl, { max: 1 });
  await sql`select 1`;
  const seconds = await secondsOf(async () =>
    pipeline(Readable.from(chunks), await sql.unsafe(statement).writable()),
  );
  await sql.end({ timeout: 1 });
  return seconds;
}
