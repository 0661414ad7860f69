import { type SqlTx, withAccountSql } from "@/db/client";
import { emit } from "@/db/outbox";
import { backloggedOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import type { SettledRun } from "./changes";
import { forgetRecipients } from "./recipients";

/** A pacer that has not come back so long after it wanted to is taken for lost. */
export const LEASE_MS = 90_000;

/** Nobody trusts an estimate for ever: so long after it a run looks for itself, before the sweep takes it for lost. */
const RELOOK_MS = 10 * 60_000;
export const relookAt = (estimate: Date, now: Date): Date =>
  new Date(Math.max(estimate.getTime(), now.getTime()) + RELOOK_MS);

/**
 * Sees to it that somebody gives out the places of an inbox, where runs stand in its queue and nobody does. In the
 * transaction of what made it necessary: a run that queues up, an inbox that was resumed, a pacer that was lost. Answers whether it was necessary.
 */
export async function startPacing(
  tx: SqlTx,
  accountId: string,
  inboxId: string,
  now = new Date(),
): Promise<boolean> {
  const [taken] = await tx<{ pacer: number }[]>`
    insert into inbox_paces as p (account_id, inbox_id, pacer, paced_until)
    select ${accountId}, id, 1, ${leaseFrom(now)} from inboxes
    where id = ${inboxId} and status = 'active' and archived_at is null and ${isAnybodyQueued(tx, inboxId)}
    on conflict (inbox_id) do update set pacer = p.pacer + 1, paced_until = excluded.paced_until
      where p.paced_until is null or p.paced_until <= ${now}
    returning pacer`;
  if (!taken) return false;
  await emit(tx, [backloggedOf({ accountId, inboxId, pacer: taken.pacer })]);
  return true;
}

/** The same although somebody sleeps over the queue, because what is left to wait for has changed. */
export async function restartPacing(tx: SqlTx, accountId: string, inboxId: string, now: Date): Promise<void> {
  await tx`update inbox_paces set paced_until = ${now} where inbox_id = ${inboxId} and paced_until is not null`;
  await startPacing(tx, accountId, inboxId, now);
}

export const leaseFrom = (at: Date): Date => new Date(at.getTime() + LEASE_MS);

/** Those who were decided to stand in a queue count there, and somebody sees to it. */
export async function joinQueues(tx: SqlTx, accountId: string, runs: SettledRun[]): Promise<void> {
  const joined = new Map<string, { count: number; now: Date }>();
  for (const { run, settled, now } of runs) {
    const queue = settled.decision.kind === "wait" ? settled.decision.queue : undefined;
    if (!queue) continue;
    const isNew = run.row.queued_inbox_id !== queue.inboxId;
    const count = (joined.get(queue.inboxId)?.count ?? 0) + Number(isNew);
    joined.set(queue.inboxId, { count, now });
  }
  // In one order, so that two batches do not wait for each other.
  for (const [inboxId, { count, now }] of [...joined].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (count > 0)
      await tx`
      insert into inbox_paces as p (account_id, inbox_id, queued) values (${accountId}, ${inboxId}, ${count})
      on conflict (inbox_id) do update set queued = p.queued + excluded.queued`;
    await startPacing(tx, accountId, inboxId, now);
  }
}

/** The sequences that have somebody in the queue, one step of the index for each of them; paused ones stand aside. */
export const queuedSequences = (tx: SqlTx, inboxId: string) => tx`
  with recursive line as (
    (select sequence_id from enrollments where queued_inbox_id = ${inboxId} order by sequence_id limit 1)
    union all
    select (
      select e.sequence_id from enrollments e
      where e.queued_inbox_id = ${inboxId} and e.sequence_id > line.sequence_id order by e.sequence_id limit 1)
    from line where line.sequence_id is not null
  )
  select s.id, s.live_version_id from line join sequences s on s.id = line.sequence_id and s.status = 'active'`;

/** Of a sequence that is not paused. */
export const isAnybodyQueued = (tx: SqlTx, inboxId: string) => tx`exists (${queuedSequences(tx, inboxId)})`;

/** Begins again where a pacer was lost, and forgets once an hour whom no limit counts any more. Answers how many. */
export function keepPaces(accountId: AccountId, now: Date): Promise<number> {
  return withAccountSql(accountId, async (tx) => {
    if (now.getUTCMinutes() === FORGETTING_MINUTE) await forgetRecipients(tx, accountId, now);
    const lost = await tx<{ inbox_id: string }[]>`
      select p.inbox_id from inbox_paces p
      where p.account_id = ${accountId} and (p.paced_until is null or p.paced_until <= ${now})
        and exists (select from enrollments e where e.queued_inbox_id = p.inbox_id)
      order by p.inbox_id`;
    let restarted = 0;
    for (const { inbox_id } of lost) if (await startPacing(tx, accountId, inbox_id, now)) restarted += 1;
    return restarted;
  });
}

const FORGETTING_MINUTE = 7;
