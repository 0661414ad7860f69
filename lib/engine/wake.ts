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
