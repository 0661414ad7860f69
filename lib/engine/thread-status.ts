import { randomUUID } from "node:crypto";
import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { ConversationStatus } from "@/lib/core/model";
import { AppError } from "@/lib/errors";
import { lockLiveRuns } from "./apply-exits";
import { contactEventHappened } from "./goal";

type Change = {
  conversationId: string;
  to: ConversationStatus;
  /** Of a snoozed thread: when it opens again. */
  until?: Date;
  /** Only a thread that is snoozed until this moment or earlier: what the clock may open. */
  dueBy?: Date;
  /** The person who did it; null for a rule or the clock. */
  actorId: string | null;
  now: Date;
};

export type StatusChange = { isChanged: boolean; ended: string[] };

/** Pending is a mark of the team alone: nothing begins or ends by it. */
const EVENTS = {
  open: "conversation.opened",
  pending: null,
  snoozed: "conversation.snoozed",
  resolved: "conversation.resolved",
} as const;

/**
 * Changes what state a thread is in, once, with the event that it is and the runs that end by it. Locks the contact's
 * live runs first. A thread that is in that state already is left alone. Throws `not_found`, also for a thread whose
 * contact was deleted.
 */
export async function changeThreadStatus(
  tx: SqlTx,
  accountId: AccountId,
  { conversationId, to, until, dueBy, actorId, now }: Change,
): Promise<StatusChange> {
  const [thread] = await tx<{ contactId: string }[]>`
    select t.contact_id as "contactId"
    from conversations t join contacts c on c.id = t.contact_id and c.deleted_at is null
    where t.id = ${conversationId}`;
  if (!thread) throw new AppError("not_found");
  const { contactId } = thread;
  await lockLiveRuns(tx, contactId);
  const snoozedUntil = to === "snoozed" ? (until ?? null) : null;
  const changed = await tx`
    update conversations set status = ${to}, snoozed_until = ${snoozedUntil},
      resolved_at = ${to === "resolved" ? now : null}
    where id = ${conversationId} and (status <> ${to} or snoozed_until is distinct from ${snoozedUntil})
      ${dueBy ? tx`and status = 'snoozed' and snoozed_until <= ${dueBy}` : tx``}
    returning id`;
  if (changed.length === 0) return { isChanged: false, ended: [] };
  const name = EVENTS[to];
  if (!name) return { isChanged: true, ended: [] };
  const data = { status: to, until: snoozedUntil?.toISOString() ?? null, actorId };
  const dedupeKey = `${name}:${conversationId}:${randomUUID()}`;
  const event = { contactId, conversationId, name, dedupeKey, data, now };
  return { isChanged: true, ...(await contactEventHappened(tx, accountId, event)) };
}
