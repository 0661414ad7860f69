import type { SqlTx } from "@/db/client";
import type { ContactFacts } from "@/lib/core/facts";
import type { Channel, ConversationStatus, IdentityKind } from "@/lib/core/model";
import { identityHash } from "@/lib/identity-hash";

export type ConversationRow = {
  id: string;
  inbox_id: string;
  contact_id: string;
  last_inbound_at: Date | null;
  last_reply_at: Date | null;
  window_closed_at: Date | null;
  failed_at: Date | null;
  resolved_at: Date | null;
  status: ConversationStatus;
};

type ContactRow = {
  id: string;
  name: string;
  first_name: string;
  time_zone: string | null;
  preferred_channel: Channel | null;
  attributes: ContactFacts["attributes"];
  tags: string[];
  blocked_at: Date | null;
  deleted_at: Date | null;
  merged_into_id: string | null;
  last_reply_at: Date | null;
  last_reply_conversation_id: string | null;
};

type IdentityRow = { contact_id: string; kind: IdentityKind; value: string };
type SuppressionRow = { identity_hash: string; channel: Channel | null; reason: string; at: Date };
type EventRow = { contact_id: string } & ContactEvent;
type ContactEvent = { name: string; record_id: string | null; at: Date };

/** A contact with everything that rules ask about, as stored. */
export type ContactSide = {
  contact: ContactRow;
  identities: { kind: IdentityKind; value: string }[];
  suppressions: SuppressionRow[];
  conversations: ConversationRow[];
  /** The latest event of each name, for each record that it was about. */
  events: ContactEvent[];
};

export async function loadContacts(tx: SqlTx, ids: string[]): Promise<Map<string, ContactSide>> {
  const [contacts, identities, conversations, events] = await Promise.all([
    tx<ContactRow[]>`
      select id, name, first_name, time_zone, preferred_channel, attributes, tags, blocked_at, deleted_at, merged_into_id,
        last_reply_at, last_reply_conversation_id
      from contacts where id = any(${ids})`,
    tx<
      IdentityRow[]
    >`select contact_id, kind, value from contact_identities where contact_id = any(${ids}) order by id desc`,
    tx<ConversationRow[]>`
      select id, inbox_id, contact_id, last_inbound_at, last_reply_at, window_closed_at, failed_at, resolved_at, status
      from conversations where contact_id = any(${ids})`,
    tx<EventRow[]>`
      select contact_id, name, record_id, max(at) as at from contact_events
      where account_id = (select current_setting('app.account_id')::uuid) and contact_id = any(${ids})
      group by contact_id, name, record_id order by at desc`,
  ]);
  const suppressions = await loadSuppressions(tx, identities);
  const sides = new Map<string, ContactSide>(
    contacts.map((contact) => [
      contact.id,
      { contact, identities: [], suppressions: [], conversations: [], events: [] },
    ]),
  );
  for (const { contact_id, kind, value } of identities) {
    const side = sides.get(contact_id);
    side?.identities.push({ kind, value });
    side?.suppressions.push(...(suppressions.get(identityHash(kind, value)) ?? []));
  }
  for (const row of conversations) sides.get(row.contact_id)?.conversations.push(row);
  for (const { contact_id, ...event } of events) sides.get(contact_id)?.events.push(event);
  return sides;
}

/** Suppressions in force, by the hash of the identity. */
async function loadSuppressions(
  tx: SqlTx,
  identities: IdentityRow[],
): Promise<Map<string, SuppressionRow[]>> {
  const found = new Map<string, SuppressionRow[]>();
  if (identities.length === 0) return found;
  const hashes = identities.map(({ kind, value }) => identityHash(kind, value));
  const rows = await tx<SuppressionRow[]>`
    select identity_hash, channel, reason, created_at as at from suppressions
    where account_id = (select current_setting('app.account_id')::uuid)
      and identity_hash = any(${hashes}) and lifted_at is null`;
  for (const row of rows) found.set(row.identity_hash, [...(found.get(row.identity_hash) ?? []), row]);
  return found;
}
