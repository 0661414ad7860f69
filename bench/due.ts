import { createHash } from "node:crypto";
import type { Sql } from "postgres";
import type { Bench, Range } from "./bench";

/** How many sleepers one statement moves. */
const CHUNK = 5_000;

/**
 * Lets these sleepers fall due at `startAt`, `everyMs` apart, by moving the moment that their wait counts from. Times are
 * milliseconds since 1970; they must lie far enough ahead for the statements to be done.
 */
export async function makeDue(
  { sql, waitMs }: Pick<Bench, "sql" | "waitMs">,
  { from, count }: Range,
  { startAt, everyMs }: { startAt: number; everyMs: number },
): Promise<void> {
  for (let at = from; at < from + count; at += CHUNK) {
    const to = Math.min(at + CHUNK, from + count);
    const dueAt = sql`to_timestamp((${startAt}::float8 + (s.n - ${from}::int) * ${everyMs}::float8) / 1000)`;
    await sql`
      with moved as (
        update enrollments e set next_action_at = ${dueAt},
          wait_from_at = ${dueAt} - make_interval(secs => ${waitMs / 1000}::float8)
        from bench.sleeper s where s.n >= ${at} and s.n < ${to} and e.id = s."enrollmentId" returning s."runId"
      )
      update executor.wake w set due_at = ${dueAt}
      from bench.sleeper s where s.n >= ${at} and s.n < ${to} and w.run_id = s."runId"`;
  }
  if (Date.now() > startAt) throw new Error("The machine is too slow to prepare the sleepers in time.");
}

/** How many of these have had their second step sent and sleep until the third. */
export async function countAsleepAgain(sql: Sql, { from, count }: Range): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from bench.sleeper s join executor.wake w on w.run_id = s."runId"
    where s.n >= ${from} and s.n < ${from + count} and w.step_id = ${stepId("wait-1")} and not w.leased`;
  return row?.n ?? 0;
}

/** When the executor recorded the second turn of each, in milliseconds since 1970: its ids carry the instant. */
export async function readRecordedAt(sql: Sql, { from, count }: Range): Promise<number[]> {
  const rows = await sql<{ at: number }[]>`
    select (m.ord >> 20)::float8 as at from bench.sleeper s join executor.memo m on m.run_id = s."runId"
    where s.n >= ${from} and s.n < ${from + count} and m.step_id = ${stepId("turn-1")}`;
  return rows.map((row) => row.at);
}

const stepId = (id: string) => createHash("sha1").update(id).digest();
