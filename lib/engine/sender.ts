import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { IdentityKind } from "@/lib/core/model";
import { lockLiveRuns } from "./apply-exits";
import { storable } from "./storable";

type Identity = { kind: IdentityKind; value: string };

/**
 * The contact behind an inbound message, by any of its identities; a stranger becomes a contact. Identities that the
 * contact did not have yet are added.
 */
export async function findOrAddSender(
  tx: SqlTx,
  accountId: AccountId,
  from: Identity[],
  name: string | null,
): Promise<string> {
  const known = await findSender(tx, from);
  const contactId = known ?? (await addContact(tx, accountId, storable(name ?? from[0]?.value ?? "?", 200)));
  await addIdentities(tx, accountId, contactId, from);
  // The insert waits for rivals: another message of the same stranger may have made the contact meanwhile.
  const owner = known ?? (await findSender(tx, from)) ?? contactId;
  if (owner === contactId) return contactId;
  await tx`delete from contacts where id = ${contactId}`;
  await addIdentities(tx, accountId, owner, from);
  return owner;
}

/** In one order for all, so that two messages of one stranger do not wait for each other in a circle. */
async function addIdentities(tx: SqlTx, accountId: AccountId, contactId: string, from: Identity[]) {
  if (from.length === 0) return;
  await tx`
    insert into contact_identities (account_id, contact_id, kind, value)
    select ${accountId}, ${contactId}, r.kind, r.value
    from jsonb_to_recordset(${JSON.stringify(from)}::text::jsonb) as r(kind identity_kind, value text)
    order by r.kind, r.value on conflict (account_id, kind, value) do nothing`;
}

/** The first identity that is known decides; null for a stranger. */
export async function findSender(tx: SqlTx, from: Identity[]): Promise<string | null> {
  if (from.length === 0) return null;
  const rows = await tx<{ contact_id: string; kind: IdentityKind; value: string }[]>`
    select i.contact_id, i.kind, i.value from contact_identities i
    join jsonb_to_recordset(${JSON.stringify(from)}::text::jsonb) as r(kind identity_kind, value text)
      on i.kind = r.kind and i.value = r.value
    where i.account_id = (select current_setting('app.account_id')::uuid)`;
  for (const { kind, value } of from) {
    const row = rows.find((one) => one.kind === kind && one.value === value);
    if (row) return row.contact_id;
  }
  return null;
}

async function addContact(tx: SqlTx, accountId: AccountId, name: string): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into contacts (account_id, name, first_name)
    values (${accountId}, ${name}, ${name.split(/\s+/)[0] ?? ""}) returning id`;
  if (!row) throw new Error("The insert returned no row.");
  return row.id;
}

/**
 * The thread of a contact in an inbox. Takes the contact's live runs first: sends lock runs before threads, and both
 * sides must take them in the same order.
 */
export async function lockThread(
  tx: SqlTx,
  accountId: AccountId,
  { inboxId, contactId }: { inboxId: string; contactId: string },
): Promise<string> {
  await lockLiveRuns(tx, contactId);
  const [row] = await tx<{ id: string }[]>`
    insert into conversations (account_id, inbox_id, contact_id) values (${accountId}, ${inboxId}, ${contactId})
    on conflict (inbox_id, contact_id) do update set inbox_id = excluded.inbox_id returning id`;
  if (!row) throw new Error("The insert returned no row.");
  return row.id;
}
