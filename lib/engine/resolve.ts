import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import { applyExits, lockLiveRuns } from "./apply-exits";
import { announce } from "./trigger";

/** Resolves a conversation and ends the runs that end on it. Throws `not_found`. Resolving twice changes nothing. */
export function resolveConversation(
  accountId: AccountId,
  { conversationId, now }: { conversationId: string; actorId: string | null; now: Date },
): Promise<{ ended: string[] }> {
  return withAccountSql(accountId, async (tx) => {
    const [thread] = await tx<{ contact_id: string }[]>`
      select contact_id from conversations where id = ${conversationId}`;
    if (!thread) throw new AppError("not_found");
    await lockLiveRuns(tx, thread.contact_id);
    const resolved = await tx`
      update conversations set status = 'resolved', resolved_at = ${now}
      where id = ${conversationId} and status <> 'resolved' returning id`;
    if (resolved.length === 0) return { ended: [] };
    await announce(tx, accountId, {
      event: "conversation.resolved",
      key: `${conversationId}:${now.toISOString()}`,
      subjects: [{ contactId: thread.contact_id, conversationId }],
    });
    return { ended: await applyExits(tx, { accountId, contactId: thread.contact_id, now }) };
  });
}
