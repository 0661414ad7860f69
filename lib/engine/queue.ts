import type { SqlTx } from "@/db/client";
import { emit } from "@/db/outbox";
import { backloggedOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";

/** A pacer that has not taken a turn for so long is taken for lost. */
export const LEASE_MS = 90_000;

/**
 * Sees to it that somebody gives out the places of an inbox, where runs stand in its queue and nobody does. In the
 * transaction of what made it necessary: a run that queues up, an inbox that was resumed, a pacer that was lost.
 */
export async function startPacing(
  tx: SqlTx,
  accountId: AccountId,
  inboxId: string,
  now = new Date(),
): Promise<void> {
  const [taken] = await tx<{ pacer: number }[]>`
    insert into inbox_paces as p (account_id, inbox_id, pacer, paced_until)
    select ${accountId}, ${inboxId}, 1, ${new Date(now.getTime() + LEASE_MS)}
    where exists (select from enrollments where queued_inbox_id = ${inboxId})
    on conflict (inbox_id) do update set pacer = p.pacer + 1, paced_until = excluded.paced_until
      where p.paced_until is null or p.paced_until <= ${now}
    returning pacer`;
  if (taken) await emit(tx, [backloggedOf({ accountId, inboxId, pacer: taken.pacer })]);
}
