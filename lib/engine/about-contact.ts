import type { SqlTx } from "@/db/client";
import type { Facts, RecordFacts } from "@/lib/core/facts";
import type { SequenceSnapshot } from "@/lib/core/model";
import { type ContactSide, loadContacts } from "./contact-facts";
import { loadInboxes } from "./inbox";
import { openRecords, recordsOf } from "./open-records";
import { loadPace } from "./pace";
import { loadRecords, recordKindOf } from "./record-facts";
import { contactFacts, inboxFacts, loadAccount } from "./snapshot";

export type AboutContact = Pick<
  Facts,
  "contact" | "conversation" | "record" | "inboxes" | "settings" | "account"
>;

/** What the run would follow. */
type Followed = Pick<SequenceSnapshot, "target" | "goal" | "limits" | "steps">;

type Wish = {
  contactId: string;
  snapshot: Followed;
  /** What the run would be about; absent, for a target that is about a record: the first one that is open. */
  recordId?: string;
  now: Date;
};

type ManyWish = { contactIds: string[]; recordIds?: string[]; snapshot: Followed; now: Date };

/**
 * What the rules may know of a contact who is in no run, as a run that begins now would find it. Null when the
 * account has no such contact.
 */
export async function aboutContact(
  tx: SqlTx,
  { contactId, recordId, ...wish }: Wish,
): Promise<AboutContact | null> {
  const recordIds = recordId === undefined ? undefined : [recordId];
  const [about] = await aboutContacts(tx, { contactIds: [contactId], recordIds, ...wish });
  return about ?? null;
}

/**
 * The same of many contacts: one for each, and where the target is about records one for each that is open (or is
 * among `recordIds`), or one without a record where there is none. Unknown contacts are left out.
 */
export async function aboutContacts(
  tx: SqlTx,
  {
    contactIds,
    recordIds,
    snapshot,
    now,
  }: { contactIds: string[]; recordIds?: string[]; snapshot: Followed; now: Date },
): Promise<AboutContact[]> {
  const [{ name, settings }, sides, inboxes, records] = await Promise.all([
    loadAccount(tx),
    loadContacts(tx, contactIds),
    loadInboxes(tx),
    ownRecords(tx, { contactIds, recordIds, snapshot, now }),
  ]);
  const known = contactIds.flatMap((id) => sides.get(id) ?? []);
  const scope = {
    settings,
    runs: known.map(({ contact }) => ({ contactId: contact.id, snapshot })),
    inboxes,
    conversations: known.flatMap((side) => side.conversations),
  };
  const pace = await loadPace(tx, scope, { now, isReserved: false });
  const about = (side: ContactSide, record: RecordFacts | null): AboutContact => ({
    settings,
    account: { name },
    contact: contactFacts(side, { goal: snapshot.goal?.event ?? null, recordId: record?.id ?? null }, pace),
    conversation: null,
    record,
    inboxes: inboxes.map((inbox) => inboxFacts(inbox, side, pace)),
  });
  return known.flatMap((side) => {
    const own = records.get(side.contact.id) ?? [];
    return own.length > 0 ? own.map((record) => about(side, record)) : [about(side, null)];
  });
}

/** By contact, in the order of their ids. */
async function ownRecords(
  tx: SqlTx,
  { contactIds, recordIds, snapshot, now }: ManyWish,
): Promise<Map<string, RecordFacts[]>> {
  const kind = recordKindOf(snapshot.target);
  const owned = new Map<string, RecordFacts[]>();
  if (!kind) return owned;
  const wanted = recordIds ? recordsOf(tx, kind, recordIds) : openRecords(tx, kind, contactIds, now);
  const rows = await tx<{ id: string; contact_id: string }[]>`
    select o.id, o.contact_id from (${wanted}) o order by o.id`;
  const found = await loadRecords(
    tx,
    rows.map(({ id }) => ({ kind, id })),
  );
  for (const row of rows) {
    const record = found.get(row.id);
    if (record) owned.set(row.contact_id, [...(owned.get(row.contact_id) ?? []), record]);
  }
  return owned;
}
