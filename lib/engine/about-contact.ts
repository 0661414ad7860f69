import type { SqlTx } from "@/db/client";
import type { Facts, RecordFacts } from "@/lib/core/facts";
import type { SequenceSnapshot } from "@/lib/core/model";
import { aboutKindOf, aboutOpen, aboutThese } from "./about-what";
import { type ContactSide, loadContacts } from "./contact-facts";
import { loadMaestroFacts } from "./draft-facts";
import { loadInboxes } from "./inbox";
import { loadPace } from "./pace";
import { loadRecords, recordKindOf } from "./record-facts";
import { contactFacts, conversationFacts, inboxFacts, loadAccount } from "./snapshot";

export type AboutContact = Pick<
  Facts,
  "contact" | "conversation" | "record" | "inboxes" | "settings" | "account" | "maestro"
>;

/** What the run would follow. */
type Followed = Pick<SequenceSnapshot, "target" | "limits" | "steps">;

type Wish = {
  contactId: string;
  snapshot: Followed;
  /** The thread or record, by the target. Absent: the contact's last thread, or the first record that is open. */
  aboutId?: string;
  now: Date;
};

type ManyWish = { contactIds: string[]; aboutIds?: string[]; snapshot: Followed; now: Date };

/**
 * What the rules may know of a contact who is in no run, as a run that begins now would find it. Null when the
 * account has no such contact.
 */
export async function aboutContact(
  tx: SqlTx,
  { contactId, aboutId, ...wish }: Wish,
): Promise<AboutContact | null> {
  const aboutIds = aboutId === undefined ? undefined : [aboutId];
  const [about] = await aboutContacts(tx, { contactIds: [contactId], aboutIds, ...wish });
  return about ?? null;
}

/**
 * The same of many contacts: one for each, or one for each of what a run may be about (what is open, or is among
 * `aboutIds`); one without where there is nothing. Unknown contacts are left out.
 */
export async function aboutContacts(tx: SqlTx, wish: ManyWish): Promise<AboutContact[]> {
  const { contactIds, snapshot, now } = wish;
  const [{ account, settings }, sides, inboxes, owned, maestro] = await Promise.all([
    loadAccount(tx),
    loadContacts(tx, contactIds),
    loadInboxes(tx),
    loadOwned(tx, wish),
    loadMaestroFacts(tx, [snapshot]),
  ]);
  const known = contactIds.flatMap((id) => sides.get(id) ?? []);
  const scope = {
    settings,
    runs: known.map(({ contact }) => ({ contactId: contact.id, snapshot })),
    inboxes,
    conversations: known.flatMap((side) => side.conversations),
  };
  const pace = await loadPace(tx, scope, { now, isReserved: false });
  const about = (side: ContactSide, { conversationId, record }: Owned): AboutContact => ({
    settings,
    account,
    // Nothing that has happened yet can be the goal of a run that begins now.
    contact: contactFacts(side, { goalEvents: [] }, pace),
    conversation: conversationFacts(side, conversationId),
    record,
    inboxes: inboxes.map((inbox) => inboxFacts(inbox, side, pace)),
    ...(maestro && { maestro }),
  });
  return known.flatMap((side) => (owned.get(side.contact.id) ?? [NOTHING]).map((one) => about(side, one)));
}

type Owned = { conversationId: string | null; record: RecordFacts | null };
const NOTHING: Owned = { conversationId: null, record: null };

/** By contact, in the order of their ids. */
async function loadOwned(
  tx: SqlTx,
  { contactIds, aboutIds, snapshot, now }: ManyWish,
): Promise<Map<string, Owned[]>> {
  const kind = aboutKindOf(snapshot.target);
  const owned = new Map<string, Owned[]>();
  if (!kind) return owned;
  const meant = aboutIds ? aboutThese(tx, kind, aboutIds) : aboutOpen(tx, kind, contactIds, now);
  const rows = await tx<{ id: string; contact_id: string }[]>`
    select o.id, o.contact_id from (${meant}) o order by o.id`;
  const recordKind = recordKindOf(snapshot.target);
  const refs = recordKind ? rows.map(({ id }) => ({ kind: recordKind, id })) : [];
  const records = await loadRecords(tx, refs);
  for (const { id, contact_id } of rows) {
    const one = recordKind
      ? { conversationId: null, record: records.get(id) ?? null }
      : { conversationId: id, record: null };
    owned.set(contact_id, [...(owned.get(contact_id) ?? []), one]);
  }
  return owned;
}
