import type { SqlTx } from "@/db/client";
import { applyExits, lockLiveRuns } from "./apply-exits";
import { nameContact } from "./identities";
import type { Inbound } from "./receive";
import { findSender } from "./sender";
import { wakeRuns } from "./wake";

/**
 * The person goes by another number or id from now on. Nothing happens for somebody who is not known: they become a
 * contact when they write. A number that another contact has stays with that contact, where a person may merge the two;
 * an opt-out holds for it all the same.
 */
export async function receiveIdentity(tx: SqlTx, inbound: Inbound<"identity">): Promise<void> {
  const { accountId, event, now } = inbound;
  const contactId = await findSender(tx, event.from);
  if (!contactId) return;
  const live = await lockLiveRuns(tx, contactId);
  await tx`select from contacts where id = ${contactId} for no key update`;
  await nameContact(tx, accountId, { contactId, identities: event.to, now });
  await applyExits(tx, { accountId, contactId, now });
  // What could not be delivered to the old number may be to the new one.
  await tx`update conversations set failed_at = null where contact_id = ${contactId} and inbox_id = ${inbound.inbox.id}`;
  await wakeRuns(tx, accountId, live, `identity:${event.at.toISOString()}`);
}
