import type { SqlTx } from "@/db/client";

/**
 * A message of or to the contact by a person is activity in every open deal of theirs: none of them is stalled. Locks
 * the deals, so the contact's live runs and the thread come before it.
 */
export const touchDeals = (tx: SqlTx, { contactId, at }: { contactId: string; at: Date }) => tx`
  update deals set last_activity_at = ${at}, stalled_at = null
  where contact_id = ${contactId} and status = 'open' and last_activity_at < ${at}`;
