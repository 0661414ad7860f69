import type { SqlTx } from "@/db/client";
import type { Facts, RecordFacts } from "@/lib/core/facts";
import type { SequenceSnapshot } from "@/lib/core/model";
import { loadContacts } from "./contact-facts";
import { loadInboxes } from "./inbox";
import { openRecords } from "./open-records";
import { loadPace } from "./pace";
import { loadRecords, recordKindOf } from "./record-facts";
import { contactFacts, inboxFacts, loadAccount } from "./snapshot";

export type AboutContact = Pick<
  Facts,
  "contact" | "conversation" | "record" | "inboxes" | "settings" | "account"
>;

type Wish = {
  contactId: string;
  /** What the run would follow. */
  snapshot: Pick<SequenceSnapshot, "target" | "goal" | "limits" | "steps">;
  /** What the run would be about; absent, for a target that is about a record: the first one that is open. */
  recordId?: string;
  now: Date;
};

/**
 * What the rules may know of a contact who is in no run, as a run that begins now would find it. Null when the
 * account has no such contact.
 */
export async function aboutContact(
  tx: SqlTx,
  { contactId, snapshot, recordId, now }: Wish,
): Promise<AboutContact | null> {
  const [{ name, settings }, sides, inboxes, record] = await Promise.all([
    loadAccount(tx),
    loadContacts(tx, [contactId]),
    loadInboxes(tx),
    loadRecord(tx, { contactId, snapshot, recordId, now }),
  ]);
  const side = sides.get(contactId);
  if (!side) return null;
  const { conversations } = side;
  const scope = { settings, runs: [{ contactId, snapshot }], inboxes, conversations };
  const pace = await loadPace(tx, scope, { now, isReserved: false });
  return {
    settings,
    account: { name },
    contact: contactFacts(side, { goal: snapshot.goal?.event ?? null, recordId: record?.id ?? null }, pace),
    conversation: null,
    record,
    inboxes: inboxes.map((inbox) => inboxFacts(inbox, side, pace)),
  };
}

async function loadRecord(
  tx: SqlTx,
  { contactId, snapshot, recordId, now }: Wish,
): Promise<RecordFacts | null> {
  const kind = recordKindOf(snapshot.target);
  if (!kind) return null;
  const [row] = recordId
    ? [{ id: recordId }]
    : await tx<
        { id: string }[]
      >`select o.id from (${openRecords(tx, kind, [contactId], now)}) o order by o.id limit 1`;
  const records = await loadRecords(tx, row ? [{ kind, id: row.id }] : []);
  return (row && records.get(row.id)) ?? null;
}
