import { randomUUID } from "node:crypto";
import type { SqlTx } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import { enrollmentWoken } from "@/inngest/events";

/** Makes these runs decide again once the transaction commits. `cause` names what happened, once per run. */
export async function wakeRuns(tx: SqlTx, accountId: string, ids: string[], cause: string): Promise<void> {
  if (ids.length === 0) return;
  await tx`
    insert into outbox (event_id, name, data)
    select 'wake:' || id || ':' || ${cause}, ${enrollmentWoken.name},
      jsonb_build_object('accountId', ${accountId}::text, 'enrollmentId', id)
    from unnest(${ids}::uuid[]) id`;
  await tx`select pg_notify(${OUTBOX_CHANNEL}, '')`;
}

/**
 * Makes the runs about a deal, appointment or charge decide again, because its date moved. Call it before the record is
 * deleted and in the transaction of the change. A send that was claimed for the old date and has not been handed over is
 * withdrawn; the sweep finds runs that the event did not reach. Answers the ids of the runs that go on.
 */
export async function wakeRunsOfRecord(
  tx: SqlTx,
  { accountId, recordId }: { accountId: string; recordId: string },
): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    with owner as (
      select contact_id from deals where id = ${recordId} union all
      select contact_id from appointments where id = ${recordId} union all
      select contact_id from charges where id = ${recordId}
    ), live as (
      select e.id from enrollments e
      where e.contact_id = (select contact_id from owner) and e.record_id = ${recordId}
        and e.status in ('active', 'paused')
      order by e.id for update
    )
    update enrollments e set epoch = e.epoch + 1,
      next_action_at = case when e.status = 'active' then now() else e.next_action_at end
    from live where e.id = live.id returning e.id`;
  const ids = rows.map((row) => row.id);
  await wakeRuns(tx, accountId, ids, randomUUID());
  return ids;
}
