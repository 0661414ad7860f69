import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { matching } from "@/lib/contacts/filter";
import { containing } from "@/lib/keyset";
import type { Found } from "./schema";

/** Of each kind: more would not be read but typed away. */
const PER_KIND = 8;

/**
 * Sequences by name, contacts by name or address and the threads with them, records by title, of the kinds that the
 * person sees. Nothing for a blank text.
 */
export async function searchAccount(
  accountId: AccountId,
  sees: Record<keyof Found, boolean>,
  text: string,
): Promise<Found> {
  const search = text.trim();
  if (search === "") return { sequences: [], contacts: [], conversations: [], records: [] };
  return withAccountSql(accountId, async (tx) => {
    const [sequences, contacts, conversations, records] = await Promise.all([
      sees.sequences ? findSequences(tx, search) : [],
      sees.contacts ? findContacts(tx, search) : [],
      sees.conversations ? findConversations(tx, search) : [],
      sees.records ? findRecords(tx, search) : [],
    ]);
    return { sequences, contacts, conversations, records };
  });
}

/** Those in use before the archived, and names that begin with the text before those that contain it. */
const findSequences = (tx: SqlTx, search: string) => tx<Found["sequences"]>`
  select id, name, status from sequences
  where name ilike ${containing(search)}
  order by status = 'archived', name ilike ${containing(search).slice(1)} desc, id desc
  limit ${PER_KIND}`;

const findContacts = (tx: SqlTx, search: string) => tx<Found["contacts"]>`
  select c.id, c.name, (
    select value from contact_identities i where i.contact_id = c.id order by i.id desc limit 1) as address
  from contacts c where ${matching(tx, { search })}
  order by c.id desc limit ${PER_KIND}`;

const findConversations = (tx: SqlTx, search: string) => tx<Found["conversations"]>`
  select t.id, c.name as "contactName", i.name as "inboxName", i.channel, t.status
  from conversations t join contacts c on c.id = t.contact_id join inboxes i on i.id = t.inbox_id
  where t.last_message_at is not null and ${matching(tx, { search })}
  order by t.last_message_at desc, t.id desc limit ${PER_KIND}`;

/** Those that are still open before the settled ones. */
const findRecords = (tx: SqlTx, search: string) => tx<Found["records"]>`
  select r.id, r.kind, r.title, c.name as "contactName", r.status from (
    select id, 'deal' as kind, title, status::text, contact_id, external_id from deals union all
    select id, 'appointment', title, status::text, contact_id, external_id from appointments union all
    select id, 'charge', title, status::text, contact_id, external_id from charges
  ) r join contacts c on c.id = r.contact_id and c.deleted_at is null
  where r.title ilike ${containing(search)} or r.external_id = ${search}
  order by r.status in ('open', 'booked', 'confirmed', 'pending', 'overdue') desc, r.id desc limit ${PER_KIND}`;
