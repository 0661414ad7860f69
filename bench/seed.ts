import type { Sql } from "postgres";
import { cancelKey, waitKey } from "@/inngest/embedded/match";
import { enrollmentEnded, enrollmentWoken } from "@/inngest/events";
import { planCopies, type RowCopy } from "./copy-rows";
import { assertCopyIsReal } from "./seed-check";
import { FIRST_NUMBER, type RealSleeper } from "./sleeper";

const CHUNK = 20_000;
const SLUG = "follow-ups-run-enrollment";
const MATCH = "data.enrollmentId";

/**
 * Seeds sleeping runs as copies of a real one, numbered in `bench.sleeper`, after one copy was compared with it. Their
 * enrollments are spread over the first `spreadMs` of the wait, so that they fall due spread over as long a time.
 */
export async function seedSleepers(
  sql: Sql,
  { real, count, spreadMs }: { real: RealSleeper; count: number; spreadMs: number },
): Promise<{ tables: string[]; contacts: RowCopy[] }> {
  await sql`create schema bench`;
  await sql`create table bench.sleeper (n int primary key, "contactId" uuid not null, "enrollmentId" uuid not null,
    "conversationId" uuid not null, "messageId" uuid not null, "runId" bigint not null, number text not null)`;
  const copies = await planCopies(sql, real, hashesOf(real.enrollmentId));
  await copyRows(sql, copies, { from: 0, count: 1, total: count, spreadMs });
  await assertCopyIsReal(sql, real, hashesOf);
  // In one lane: ids ascend as they do in life, and the indexes are as full as in life.
  for (let from = 1; from < count; from += CHUNK) {
    await copyRows(sql, copies, { from, count: Math.min(CHUNK, count - from), total: count, spreadMs });
  }
  // Noted by triggers; in life they were folded into the figures of reports long ago.
  await sql`truncate send_changes, run_changes`;
  const tables = [...new Set(copies.map(({ table }) => table))];
  for (const table of tables) await sql.unsafe(`vacuum (analyze) ${table}`);
  return { tables, contacts: copies.filter(({ table }) => /\.contact(s|_identities)$/.test(table)) };
}

/** `total` is where the spread ends: the last enrolled one has only just fallen asleep. */
export async function copyRows(
  sql: Sql,
  copies: RowCopy[],
  { from, count, total, spreadMs }: { from: number; count: number; total: number; spreadMs: number },
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx.unsafe(`
      create temp table seed on commit drop as
      select n, new_id() as "contactId", new_id() as "enrollmentId", new_id() as "conversationId",
        new_id() as "messageId", executor.new_id() as "runId", (${FIRST_NUMBER + 1} + n)::text as number,
        (${total} - n) * interval '${spreadMs / total} ms' as ago
      from generate_series(${from}, ${from + count - 1}) n`);
    for (const { insert } of copies) await tx.unsafe(insert);
    await tx`
      insert into bench.sleeper
      select n, "contactId", "enrollmentId", "conversationId", "messageId", "runId", number from seed`;
  });
}

/** The same for another account's real sleeper, once the first ones are seeded: copies from the number `from` on. */
export async function seedMore(
  sql: Sql,
  { real, from, count }: { real: RealSleeper; from: number; count: number },
): Promise<void> {
  const copies = await planCopies(sql, real, hashesOf(real.enrollmentId));
  for (let at = from; at < from + count; at += CHUNK) {
    await copyRows(sql, copies, {
      from: at,
      count: Math.min(CHUNK, from + count - at),
      total: 1,
      spreadMs: 0,
    });
  }
}

/** The keys that the executor computes from the enrollment's id, and the SQL that computes the same for a copy. */
function hashesOf(enrollmentId: string): Map<string, string> {
  return new Map([
    [waitKey(enrollmentWoken.name, MATCH, [enrollmentId]), hashSql(["wait", enrollmentWoken.name, MATCH])],
    [cancelKey(SLUG, MATCH, [enrollmentId]), hashSql(["cancel", SLUG, MATCH])],
    [waitKey(enrollmentEnded.name, MATCH, [enrollmentId]), hashSql(["wait", enrollmentEnded.name, MATCH])],
  ]);
}

/** `hash64` of inngest/embedded/match.ts in SQL. */
function hashSql(parts: string[]): string {
  const prefix = `${JSON.stringify(parts).slice(0, -1)},["`;
  const text = `'${prefix}' || s."enrollmentId" || '"]]'`;
  return `('x' || substr(encode(sha256(convert_to(${text}, 'UTF8')), 'hex'), 1, 16))::bit(64)::bigint`;
}
