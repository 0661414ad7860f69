import type { SqlTx } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import { enrollmentEnded } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import type { EndReason } from "@/lib/core/model";

export type Ending = {
  accountId: AccountId;
  /** Of enrollments; those that are over already, or belong to another account, are left alone. */
  ids: string[];
  reason: EndReason;
  because: { code: string; data: Record<string, unknown> };
  /** The person who did it; null for the engine. */
  actorId: string | null;
  now: Date;
};

/**
 * Ends runs: the guarded update, the ledger row and the event that cancels the sleeping durable run, in the caller's
 * transaction. The rows are locked in the order of their ids. Answers the ids that were live until now.
 */
export async function endRuns(tx: SqlTx, ending: Ending): Promise<string[]> {
  const { accountId, ids, reason, because, actorId, now } = ending;
  if (ids.length === 0) return [];
  const told = { code: because.code, data: { ...because.data, reason } };
  const rows = await tx<{ id: string }[]>`
    with live as (
      select id from enrollments where id = any(${ids}) and status in ('active', 'paused') order by id for update
    ), over as (
      update enrollments e set status = 'ended', end_reason = ${reason}, ended_at = ${now}, epoch = e.epoch + 1,
        next_action_at = null, next_because = ${because.code}, paused_until = null
      from live where e.id = any(${ids}) and e.id = live.id returning e.id, e.step_id, e.epoch
    ), told as (
      insert into ledger (account_id, at, kind, enrollment_id, step_id, actor_id, because)
      select ${accountId}, ${now}, 'ended', id, step_id, ${actorId}, ${JSON.stringify(told)}::text::json
      from over
    ), relayed as (
      insert into outbox (event_id, name, data)
      select 'end:' || id || ':' || epoch, ${enrollmentEnded.name},
        jsonb_build_object('accountId', ${accountId}::text, 'enrollmentId', id)
      from over
    )
    select id from over`;
  if (reason === "opted_out")
    await blameLastSends(
      tx,
      rows.map((row) => row.id),
      now,
    );
  if (rows.length > 0) await tx`select pg_notify(${OUTBOX_CHANNEL}, '')`;
  return rows.map((row) => row.id);
}

/** An opt-out counts against the last message that the run had sent. */
async function blameLastSends(tx: SqlTx, ids: string[], now: Date): Promise<void> {
  await tx`
    update messages m set opted_out_at = ${now}
    from (
      select distinct on (enrollment_id) enrollment_id, id from messages
      where enrollment_id = any(${ids}) and sent_at is not null
      order by enrollment_id, sent_at desc, id desc
    ) last
    where m.enrollment_id = last.enrollment_id and m.id = last.id and m.opted_out_at is null`;
}
