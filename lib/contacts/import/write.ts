import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { announce } from "@/lib/engine/trigger";
import { firstNameOf } from "../first-name";
import type { Identity } from "../identity";
import type { PlannedRow } from "./plan";
import type { ContactRow } from "./rows";

/** Another transaction took one of the batch's addresses since it was planned: plan it again. */
export class AddressTaken extends Error {}

/** The import that a batch belongs to. */
export type ImportRef = { id: string; importedAt: Date };

/**
 * Writes a planned batch and how everything in it stood before, so that it can be taken back. Throws `AddressTaken`,
 * after which the transaction must roll back.
 */
export async function writeBatch(
  tx: SqlTx,
  accountId: AccountId,
  planned: PlannedRow[],
  { id: importId, importedAt }: ImportRef,
): Promise<void> {
  const fresh = planned.filter((each) => each.contactId === null);
  const known = planned.flatMap((each) => (each.contactId ? [{ ...each, contactId: each.contactId }] : []));
  const freshIds = await insertContacts(tx, accountId, fresh, importedAt);
  const identities = [
    ...fresh.flatMap((each, index) =>
      each.missing.map((identity) => ({ ...identity, of: freshIds[index] ?? "" })),
    ),
    ...known.flatMap((each) => each.missing.map((identity) => ({ ...identity, of: each.contactId }))),
  ];
  const added = await insertIdentities(tx, accountId, identities);
  const [firstId] = freshIds;
  if (firstId) {
    const subjects = freshIds.map((contactId) => ({ contactId }));
    await announce(tx, accountId, { event: "contact.created", key: firstId, subjects });
  }
  await recordChanges(tx, accountId, { importId, freshIds, known, added });
  await updateContacts(tx, known, importedAt);
}

type Changes = {
  importId: string;
  freshIds: string[];
  known: { contactId: string }[];
  added: { id: string; contact_id: string }[];
};

/** Before the contacts are changed. What is made needs no copy: taking it back removes it. */
async function recordChanges(tx: SqlTx, accountId: AccountId, { importId, freshIds, known, added }: Changes) {
  const knownIds = known.map(({ contactId }) => contactId);
  const ofKnown = added.filter((identity) => knownIds.includes(identity.contact_id));
  await tx`
    insert into contact_import_changes (account_id, import_id, contact_id, before, identity_ids)
    select ${accountId}::uuid, ${importId}::uuid, id, null::jsonb, '{}'::uuid[] from unnest(${freshIds}::uuid[]) id
    union all
    select ${accountId}, ${importId}, c.id,
      jsonb_build_object('name', c.name, 'first_name', c.first_name, 'time_zone', c.time_zone,
        'attributes', c.attributes, 'tags', c.tags, 'updated_at', c.updated_at),
      array(select a.id from jsonb_to_recordset(${JSON.stringify(ofKnown)}::text::jsonb) as a(id uuid, contact_id uuid)
        where a.contact_id = c.id)
    from contacts c where c.id = any(${knownIds})`;
}

async function insertContacts(tx: SqlTx, accountId: AccountId, planned: PlannedRow[], at: Date) {
  if (planned.length === 0) return [];
  const ids = await tx<{ id: string }[]>`select new_id() as id from generate_series(1, ${planned.length})`;
  const rows = planned.map(({ row }, index) => ({
    id: ids[index]?.id ?? "",
    name: nameOf(row),
    first_name: row.firstName ?? firstNameOf(row.name ?? ""),
    time_zone: row.timeZone,
    attributes: row.attributes,
    tags: row.tags,
  }));
  await tx`
    insert into contacts (id, account_id, name, first_name, time_zone, attributes, tags, updated_at)
    select id, ${accountId}, name, first_name, time_zone, attributes, tags, ${at}
    from jsonb_to_recordset(${tx.json(rows)})
      as r(id uuid, name text, first_name text, time_zone text, attributes jsonb, tags text[])`;
  return rows.map((row) => row.id);
}

async function insertIdentities(tx: SqlTx, accountId: AccountId, identities: (Identity & { of: string })[]) {
  if (identities.length === 0) return [];
  // In one order everywhere, so that two imports of the same people wait for each other instead of deadlocking.
  const sorted = identities.toSorted((a, b) => (a.kind + a.value < b.kind + b.value ? -1 : 1));
  const written = await tx<{ id: string; contact_id: string }[]>`
    insert into contact_identities (account_id, contact_id, kind, value)
    select ${accountId}, r.of, r.kind, r.value
    from jsonb_to_recordset(${tx.json(sorted)}) as r(of uuid, kind identity_kind, value text)
    on conflict (account_id, kind, value) do nothing
    returning id, contact_id`;
  if (written.length < sorted.length) throw new AddressTaken();
  return [...written];
}

async function updateContacts(tx: SqlTx, planned: { row: ContactRow; contactId: string }[], at: Date) {
  if (planned.length === 0) return;
  const rows = planned.map(({ row, contactId }) => ({
    id: contactId,
    name: row.name,
    first_name: row.firstName,
    time_zone: row.timeZone,
    attributes: row.attributes,
    tags: row.tags,
  }));
  await tx`
    update contacts c set name = coalesce(r.name, c.name), first_name = coalesce(r.first_name, c.first_name),
      time_zone = coalesce(r.time_zone, c.time_zone), attributes = c.attributes || r.attributes,
      tags = c.tags || array(select tag from unnest(r.tags) tag where tag <> all (c.tags)), updated_at = ${at}
    from jsonb_to_recordset(${tx.json(rows)})
      as r(id uuid, name text, first_name text, time_zone text, attributes jsonb, tags text[])
    where c.id = r.id`;
}

/** Every contact has a name to be found by: without one it is the first address. */
const nameOf = (row: ContactRow) => row.name ?? row.firstName ?? row.identities[0]?.value ?? "";
