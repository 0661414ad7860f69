import type { SqlTx } from "@/db/client";
import { addressOf } from "@/lib/core/channel";
import { loadContacts } from "@/lib/engine/contact-facts";
import type { InboxRow } from "@/lib/engine/inbox";
import { NOTHING_SENT } from "@/lib/engine/pace";
import { contactFacts, loadAccount } from "@/lib/engine/snapshot";
import { AppError } from "@/lib/errors";

type Wish = {
  contactId: string;
  inbox: Pick<InboxRow, "channel">;
  wish: { authorId: string | null; isConfirmed?: boolean | undefined };
};

/**
 * Where a person of the team may write to this contact by this inbox. Throws an AppError that says why not: with
 * `confirm` in its data it is a question to the person, which a rule is never asked.
 */
export async function writableAddress(tx: SqlTx, { contactId, inbox, wish }: Wish) {
  const side = (await loadContacts(tx, [contactId])).get(contactId);
  if (!side) throw new AppError("not_found");
  const contact = contactFacts(side, { goalEvents: [] }, NOTHING_SENT);
  if (contact.deletedAt) throw new AppError("conflict", "reply.contact_deleted");
  if (contact.blockedAt) throw new AppError("conflict", "reply.contact_blocked");
  const address = addressOf(contact, inbox.channel);
  if (!address) throw new AppError("conflict", "reply.no_address");
  const isOptedOut = contact.suppressions.some(
    ({ channel }) => channel === "all" || channel === inbox.channel,
  );
  if (isOptedOut && wish.authorId === null) throw new AppError("conflict", "reply.opted_out");
  if (isOptedOut && !wish.isConfirmed)
    throw new AppError("conflict", "reply.confirm_opted_out", { data: { confirm: "opted_out" } });
  const { settings } = await loadAccount(tx);
  return { address, name: contact.name, locale: settings.locale };
}
