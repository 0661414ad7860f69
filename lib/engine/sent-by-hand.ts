import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { lockLiveRuns } from "./apply-exits";
import { announce } from "./trigger";

export type HandRow = { id: string; contactId: string; conversationId: string };

/** Runs, then the thread, then the message: the order in which everybody takes them. */
export async function lockHandMessage(tx: SqlTx, { contactId, conversationId }: HandRow): Promise<void> {
  await lockLiveRuns(tx, contactId);
  await tx`select from conversations where id = ${conversationId} for update`;
}

/** A message that was written by hand has gone out: the thread knows when, and triggers are told, once. */
export async function sentByHand(
  tx: SqlTx,
  accountId: AccountId,
  { id, contactId, conversationId, at }: HandRow & { at: Date },
): Promise<void> {
  await touchWritten(tx, { conversationId, at });
  const subjects = [{ contactId, conversationId, eventId: id }];
  await announce(tx, accountId, { event: "message.sent", key: id, subjects });
}

/** Also for a message that may have gone out: it counts as the team's last word. */
export const touchWritten = (tx: SqlTx, { conversationId, at }: { conversationId: string; at: Date }) => tx`
  update conversations set
    last_message_at = greatest(last_message_at, ${at}), last_outbound_at = greatest(last_outbound_at, ${at})
  where id = ${conversationId}`;
