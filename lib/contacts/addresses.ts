import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { whatsappVariants } from "@/lib/core/whatsapp-id";
import { carryOptOuts } from "@/lib/engine/identities";
import { AppError } from "@/lib/errors";
import { type Identity, identitiesOf, whatsappIdOf } from "./identity";

/** Normalised; null: the contact has none. */
export type Addresses = { phone: string | null; email: string | null };

type Replacement = { accountId: AccountId; contactId: string; addresses: Addresses; now: Date };

/**
 * Makes these the addresses in use. The ones that were in use until now and are not among them are removed; older
 * ones stay, so that a reply from there still finds the contact. An opt-out follows the person to the new address.
 * Throws AppError `conflict` when an address belongs to another contact.
 */
export async function replaceAddresses(tx: SqlTx, { accountId, contactId, addresses, now }: Replacement) {
  const before = await tx<(Identity & { id: string })[]>`
    select id, kind, value from contact_identities where contact_id = ${contactId} order by id desc`;
  const wanted = identitiesOf(addresses);
  const removed = before.filter((identity) => inUse(before, identity) && !includes(wanted, identity));
  const added = wanted.filter((identity) => !includes(before, identity));

  await tx`delete from contact_identities where id = any(${removed.map((identity) => identity.id)})`;
  await addIdentities(tx, { accountId, contactId, wanted: added, before, now });
}

type Addition = {
  accountId: AccountId;
  contactId: string;
  wanted: Identity[];
  before?: Identity[];
  now: Date;
};

/** Adds identities, of which the newest of a kind is the one in use. Throws as `replaceAddresses`. */
export async function addIdentities(
  tx: SqlTx,
  { accountId, contactId, wanted, now, ...rest }: Addition,
): Promise<void> {
  const before =
    rest.before ??
    (await tx<Identity[]>`select kind, value from contact_identities where contact_id = ${contactId}`);
  await refuseVariants(tx, contactId, wanted);
  for (const { kind, value } of wanted) {
    const [written] = await tx`
      insert into contact_identities (account_id, contact_id, kind, value)
      values (${accountId}, ${contactId}, ${kind}, ${value})
      on conflict (account_id, kind, value) do nothing returning id`;
    if (!written) throw takenBy(kind);
  }
  await carryOptOuts(tx, { from: [...before], to: wanted, now });
}

/** A number that another contact has with or without its ninth digit is the same person's. */
async function refuseVariants(tx: SqlTx, contactId: string, wanted: Identity[]): Promise<void> {
  const ids = wanted.flatMap(({ kind, value }) => (kind === "whatsapp" ? whatsappVariants(value) : []));
  const values = [...ids, ...ids.map((id) => `+${id}`)];
  const rows = await tx`
    select from contact_identities i
    where account_id = (select current_setting('app.account_id')::uuid) and kind in ('whatsapp', 'phone')
      and value = any(${values}) and contact_id <> ${contactId} limit 1`;
  if (rows.length > 0) throw takenBy("phone");
}

const includes = (list: Identity[], { kind, value }: Identity) =>
  list.some((each) => each.kind === kind && each.value === value);

/** The newest phone and email, and the WhatsApp id of that phone. */
function inUse(newestFirst: Identity[], { kind, value }: Identity): boolean {
  const newest = newestFirst.find((each) => each.kind === (kind === "email" ? "email" : "phone"));
  if (!newest) return true;
  return value === (kind === "whatsapp" ? whatsappIdOf(newest.value) : newest.value);
}

function takenBy(kind: Identity["kind"]): AppError {
  const field = kind === "email" ? "email" : "phone";
  return new AppError("conflict", "address_taken", {
    fields: { [field]: "address_taken", value: "address_taken" },
  });
}
