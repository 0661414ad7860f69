import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { matching } from "@/lib/contacts/filter";
import { containing } from "@/lib/keyset";
import type { Found } from "./schema";

/** Of each kind: more would not be read but typed away. */
const PER_KIND = 8;

/** Sequences by name, and contacts by name or address, of the kinds that the person sees. Nothing for a blank text. */
export async function searchAccount(
  accountId: AccountId,
  sees: Record<keyof Found, boolean>,
  text: string,
): Promise<Found> {
  const search = text.trim();
  if (search === "") return { sequences: [], contacts: [] };
  return withAccountSql(accountId, async (tx) => {
    const [sequences, contacts] = await Promise.all([
      sees.sequences ? findSequences(tx, search) : [],
      sees.contacts ? findContacts(tx, search) : [],
    ]);
    return { sequences, contacts };
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
