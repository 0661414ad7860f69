import type { SqlTx } from "@/db/client";

/** How a run stands: the columns that acts change, as JSON keeps them. */
export type Standing = Record<string, unknown>;

/** SQL of how the run `e` stands. Made by the database, because its instants are finer than JavaScript's. */
export const standingOf = (tx: SqlTx) => tx`jsonb_build_object(
  'epoch', e.epoch, 'status', e.status, 'end_reason', e.end_reason, 'ended_at', e.ended_at, 'step_id', e.step_id,
  'step_epoch', e.step_epoch, 'wait_from_at', e.wait_from_at, 'due_at_override', e.due_at_override,
  'paused_until', e.paused_until, 'next_action_at', e.next_action_at, 'next_because', e.next_because,
  'replies_from', e.replies_from, 'last_sent_at', e.last_sent_at)`;

/** Locks these runs, in the order of their ids, and answers how each stands. */
export async function lockStanding(tx: SqlTx, ids: string[]): Promise<Map<string, Standing>> {
  const rows = await tx<{ id: string; standing: Standing }[]>`
    with held as (select * from enrollments where id = any(${ids}) order by id for update)
    select e.id, ${standingOf(tx)} as standing from held e order by e.id`;
  return new Map(rows.map((row) => [row.id, row.standing]));
}

export async function readStanding(tx: SqlTx, ids: string[]): Promise<Map<string, Standing>> {
  const rows = await tx<{ id: string; standing: Standing }[]>`
    select e.id, ${standingOf(tx)} as standing from enrollments e where e.id = any(${ids})`;
  return new Map(rows.map((row) => [row.id, row.standing]));
}
