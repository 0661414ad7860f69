import type { SqlTx } from "@/db/client";
import type { Facts } from "@/lib/core/facts";
import { loadContacts } from "./contact-facts";
import { loadInboxes } from "./inbox";
import { contactFacts, inboxFacts, loadAccount } from "./snapshot";

export type AboutContact = Pick<Facts, "contact" | "conversation" | "inboxes" | "settings" | "account">;

/**
 * What the rules may know of a contact who is in no run, as a run that begins now would find it. Null when the
 * account has no such contact.
 */
export async function aboutContact(
  tx: SqlTx,
  contactId: string,
  goal: string | null,
): Promise<AboutContact | null> {
  const [{ name, settings }, sides, inboxes] = await Promise.all([
    loadAccount(tx),
    loadContacts(tx, [contactId]),
    loadInboxes(tx),
  ]);
  const side = sides.get(contactId);
  if (!side) return null;
  return {
    settings,
    account: { name },
    contact: contactFacts(side, goal),
    conversation: null,
    inboxes: inboxes.map((inbox) => inboxFacts(inbox, side)),
  };
}
