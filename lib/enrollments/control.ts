import { type SqlTx, withAccountSql } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import { enrollmentWoken } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import type { LedgerKind } from "@/lib/core/model";
import { endRuns } from "@/lib/engine/exits";

/**
 * What a person or, without an actor, a rule does to runs. Ids of runs that are over, already so, or of another account
 * are left alone.
 */
type Act = { ids: string[]; actorId: string | null; now: Date };
type Changed = { changed: string[] };

export function stopEnrollments(accountId: AccountId, { ids, actorId, now }: Act): Promise<Changed> {
  return withAccountSql(accountId, async (tx) => {
    const because = { code: actorId ? "stopped_by_person" : "stopped_by_rule", data: {} };
    return { changed: await endRuns(tx, { accountId, ids, reason: "stopped", because, actorId, now }) };
  });
}

/** Nothing is sent until the run is resumed, or until the given moment. */
export function pauseEnrollments(accountId: AccountId, act: Act & { until?: Date }): Promise<Changed> {
  const { ids, now, until } = act;
  return withAccountSql(accountId, async (tx) => {
    const rows = await tx<{ id: string }[]>`
      with live as (
        select id from enrollments where id = any(${ids}) and status = 'active' order by id for update
      )
      update enrollments e set status = 'paused', paused_until = ${until ?? null}, epoch = e.epoch + 1,
        next_action_at = ${until ?? null}, next_because = 'run_paused'
      from live where e.id = live.id returning e.id`;
    const code = act.actorId ? "paused_by_person" : "paused_by_rule";
    const because = { code, data: { until: until?.toISOString() ?? null } };
    return tell(tx, accountId, { ...act, ids: idsOf(rows) }, "paused", because, now);
  });
}

/** What the contact said before is answered by letting the run go on: only later replies end it. */
export function resumeEnrollments(accountId: AccountId, act: Act): Promise<Changed> {
  const { ids, now } = act;
  return withAccountSql(accountId, async (tx) => {
    const rows = await tx<{ id: string }[]>`
      with held as (
        select id from enrollments where id = any(${ids}) and status = 'paused' order by id for update
      )
      update enrollments e set status = 'active', paused_until = null, replies_from = ${now},
        epoch = e.epoch + 1, next_action_at = ${now}, next_because = 'resumed'
      from held where e.id = held.id returning e.id`;
    const because = { code: act.actorId ? "resumed_by_person" : "resumed_by_rule", data: {} };
    return tell(tx, accountId, { ...act, ids: idsOf(rows) }, "resumed", because, now);
  });
}

/** The next step falls due now instead of after its wait; quiet hours and all other rules still hold. */
export function sendNow(accountId: AccountId, act: Act): Promise<Changed> {
  const { ids, now } = act;
  return withAccountSql(accountId, async (tx) => {
    const rows = await tx<{ id: string }[]>`
      with live as (
        select id from enrollments where id = any(${ids}) and status = 'active' and step_id is not null
        order by id for update
      )
      update enrollments e set due_at_override = ${now}, epoch = e.epoch + 1, next_action_at = ${now},
        next_because = 'due'
      from live where e.id = live.id returning e.id`;
    const because = { code: "send_now", data: {} };
    return tell(tx, accountId, { ...act, ids: idsOf(rows) }, "rescheduled", because, now);
  });
}

const idsOf = (rows: { id: string }[]) => rows.map((row) => row.id);

/** The ledger row and the event that makes the sleeping run decide again. */
async function tell(
  tx: SqlTx,
  accountId: AccountId,
  { ids, actorId }: Act,
  kind: LedgerKind,
  because: { code: string; data: Record<string, unknown> },
  now: Date,
): Promise<Changed> {
  if (ids.length === 0) return { changed: [] };
  await tx`
    with changed as (
      select id, step_id, epoch from enrollments where id = any(${ids})
    ), told as (
      insert into ledger (account_id, at, kind, enrollment_id, step_id, actor_id, because)
      select ${accountId}, ${now}, ${kind}, id, step_id, ${actorId},
        ${JSON.stringify(because)}::text::json from changed
    )
    insert into outbox (event_id, name, data)
    select 'wake:' || id || ':' || epoch, ${enrollmentWoken.name},
      jsonb_build_object('accountId', ${accountId}::text, 'enrollmentId', id)
    from changed`;
  await tx`select pg_notify(${OUTBOX_CHANNEL}, '')`;
  return { changed: ids };
}
