import { setTimeout } from "node:timers/promises";
import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { callDriver } from "@/lib/engine/call-driver";
import { changeThreadStatus, type StatusChange } from "@/lib/engine/thread-status";
import { AppError } from "@/lib/errors";
import { claimByHand, type HandSend, type HandWish, recordByHand } from "./by-hand";

/** What a person, a rule (`actorId` null) or a macro does to a thread. */
type Act = { conversationId: string; actorId: string | null; now: Date };

/**
 * Sends what a person or a rule wrote, once per id: claimed, given to the provider, recorded. What the provider
 * refused is answered as `failed` with its reason and not repeated. Throws an AppError that says why it may not be
 * sent: `conflict` with `confirm` in its data when it may be after a question. `pass` lets the moment until its place go by.
 */
export async function sendByHand(
  accountId: AccountId,
  wish: HandWish,
  pass: (ms: number) => Promise<unknown> = setTimeout,
): Promise<HandSend> {
  const claim = await withAccountSql(accountId, (tx) => claimByHand(tx, accountId, wish));
  if ("isRepeated" in claim) return claim;
  if (claim.afterMs > 0) await pass(claim.afterMs);
  const outcome = await callDriver(claim.inbox, claim.message);
  return withAccountSql(accountId, (tx) => recordByHand(tx, accountId, { claim, wish, outcome }));
}

/** Throws `not_found`, as all of these. A thread that is so already is left alone. */
export const resolve = (accountId: AccountId, act: Act): Promise<StatusChange> =>
  withAccountSql(accountId, (tx) => changeThreadStatus(tx, accountId, { ...act, to: "resolved" }));

export const reopen = (accountId: AccountId, act: Act): Promise<StatusChange> =>
  withAccountSql(accountId, (tx) => changeThreadStatus(tx, accountId, { ...act, to: "open" }));

/** Waits for somebody else than the contact. */
export const setPending = (accountId: AccountId, act: Act): Promise<StatusChange> =>
  withAccountSql(accountId, (tx) => changeThreadStatus(tx, accountId, { ...act, to: "pending" }));

/** Out of sight until the moment, or until the contact writes. Throws `invalid` for a moment that has passed. */
export async function snooze(accountId: AccountId, act: Act & { until: Date }): Promise<StatusChange> {
  if (act.until <= act.now)
    throw new AppError("invalid", "snooze_past", { fields: { until: "snooze_past" } });
  return withAccountSql(accountId, (tx) => changeThreadStatus(tx, accountId, { ...act, to: "snoozed" }));
}

/** Per look: a backlog is worked off over several. */
const MOST_WOKEN = 500;

/** Opens the threads whose moment has come. Each in a transaction of its own, so that one cannot hold back the others. */
export async function wakeSnoozed(accountId: AccountId, now: Date): Promise<{ opened: number }> {
  const due = await withAccountSql(
    accountId,
    (tx) => tx<{ id: string }[]>`
      select t.id from conversations t join contacts c on c.id = t.contact_id and c.deleted_at is null
      where t.status = 'snoozed' and t.snoozed_until <= ${now} order by t.snoozed_until limit ${MOST_WOKEN}`,
  );
  let opened = 0;
  for (const { id: conversationId } of due) {
    const change = { conversationId, to: "open" as const, dueBy: now, actorId: null, now };
    const { isChanged } = await withAccountSql(accountId, (tx) => changeThreadStatus(tx, accountId, change));
    if (isChanged) opened += 1;
  }
  return { opened };
}

/** Who of the account is responsible for the thread; null for nobody. Throws `invalid` for a stranger. */
export const assign = (
  accountId: AccountId,
  { conversationId, userId }: Act & { userId: string | null },
): Promise<{ isChanged: boolean }> =>
  withAccountSql(accountId, async (tx) => {
    const [thread] = await tx`select id from conversations where id = ${conversationId}`;
    if (!thread) throw new AppError("not_found");
    if (userId) {
      const [member] = await tx`
        select user_id from members where account_id = ${accountId} and user_id = ${userId}`;
      if (!member) throw new AppError("invalid", "member_unknown", { fields: { userId: "member_unknown" } });
    }
    const changed = await tx`
      update conversations set assignee_id = ${userId}
      where id = ${conversationId} and assignee_id is distinct from ${userId} returning id`;
    return { isChanged: changed.length > 0 };
  });

/** A person of the team has looked at the thread as it is now. Throws `not_found`. */
export const see = (
  accountId: AccountId,
  { conversationId, now }: { conversationId: string; now: Date },
): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx`
      update conversations set seen_at = greatest(seen_at, ${now}) where id = ${conversationId} returning id`;
    if (rows.length === 0) throw new AppError("not_found");
  });
