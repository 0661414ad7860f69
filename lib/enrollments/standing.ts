import type { SqlTx } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import { enrollmentStarted, enrollmentWoken } from "@/inngest/events";
import type { EnrollmentStatus } from "@/lib/core/model";

/**
 * How a run stands: the columns that acts change, as the database writes them in JSON, because its instants are finer
 * than JavaScript's.
 */
export type Standing = {
  epoch: number;
  status: EnrollmentStatus;
  end_reason: string | null;
  ended_at: string | null;
  step_id: string | null;
  step_epoch: number;
  wait_from_at: string;
  due_at_override: string | null;
  paused_until: string | null;
  next_action_at: string | null;
  next_because: string | null;
  replies_from: string | null;
  last_sent_at: string | null;
};

const standingOf = (tx: SqlTx) => tx`jsonb_build_object(
  'epoch', e.epoch, 'status', e.status, 'end_reason', e.end_reason, 'ended_at', e.ended_at, 'step_id', e.step_id,
  'step_epoch', e.step_epoch, 'wait_from_at', e.wait_from_at, 'due_at_override', e.due_at_override,
  'paused_until', e.paused_until, 'next_action_at', e.next_action_at, 'next_because', e.next_because,
  'replies_from', e.replies_from, 'last_sent_at', e.last_sent_at)`;

/** Locks these runs, in the order of their ids, and answers how each stands. */
export async function lockStanding(tx: SqlTx, ids: string[]): Promise<Map<string, Standing>> {
  await tx`select from enrollments where id = any(${ids}) order by id for update`;
  return readStanding(tx, ids);
}

export async function readStanding(tx: SqlTx, ids: string[]): Promise<Map<string, Standing>> {
  const rows = await tx<{ id: string; standing: Standing }[]>`
    select e.id, ${standingOf(tx)} as standing from enrollments e where e.id = any(${ids}) order by e.id`;
  return new Map(rows.map((row) => [row.id, row.standing]));
}

/** Columns that are not named stay as they are; the epoch is the database's own affair. */
export type Change = { id: string; columns: Partial<Standing> };

/**
 * Writes these locked runs and emits what makes each decide again: the sleeping durable run is woken, and one that was
 * over gets a new one.
 */
export async function writeStanding(tx: SqlTx, accountId: string, changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  await tx`
    with held as (
      select e.id, e.status = 'ended' as was_over, jsonb_populate_record(e, r.columns) as p
      from enrollments e
      join jsonb_to_recordset(${JSON.stringify(changes)}::text::jsonb) as r(id uuid, columns jsonb) on r.id = e.id
      where e.id = any(${changes.map(({ id }) => id)})
    ), written as (
      update enrollments e set status = (p).status, end_reason = (p).end_reason, ended_at = (p).ended_at,
        step_id = (p).step_id, step_epoch = (p).step_epoch, wait_from_at = (p).wait_from_at,
        due_at_override = (p).due_at_override, paused_until = (p).paused_until, next_action_at = (p).next_action_at,
        next_because = (p).next_because, replies_from = (p).replies_from, epoch = e.epoch + 1,
        driver = e.driver + was_over::int
      from held where e.id = held.id returning e.id, e.epoch, e.driver, was_over
    )
    insert into outbox (event_id, name, data)
    select case when was_over then 'start:' || id || ':' || driver else 'wake:' || id || ':' || epoch end,
      case when was_over then ${enrollmentStarted.name} else ${enrollmentWoken.name} end,
      jsonb_build_object('accountId', ${accountId}::text, 'enrollmentId', id)
        || case when was_over then jsonb_build_object('driver', driver) else '{}' end
    from written`;
  await tx`select pg_notify(${OUTBOX_CHANNEL}, '')`;
}
