import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { IdentityKind } from "@/lib/core/model";
import { AppError } from "@/lib/errors";
import { addIdentities } from "./addresses";
import { readKeys, tellChanges } from "./changes";
import { accountCountry } from "./country";
import { identitiesOf, normalizeEmail, normalizePhone, whatsappIdOf } from "./identity";
import { lockContact } from "./lock";

type Of = { contactId: string; actorId: string; now: Date };
type Address = { kind: "phone" | "email"; value: string };

/**
 * Adds an address, which becomes the one in use of its kind. An opt-out of the person follows. Throws AppError `invalid`
 * for one that is none and `conflict` for one that another contact has, also in another writing of the same number.
 */
export async function addAddress(accountId: AccountId, { contactId, now, ...address }: Of & Address) {
  const { phone, email } = await normalized(accountId, address);
  await changing(accountId, contactId, now, async (tx) => {
    const wanted = identitiesOf({ phone, email });
    await addIdentities(tx, { accountId, contactId, wanted, now });
  });
}

type Known = Of & { identityId: string };

/** Removes an address, and the WhatsApp id that a phone number brought. Throws `invalid` for the last one. */
export const removeAddress = (accountId: AccountId, { contactId, identityId, now }: Known) =>
  changing(accountId, contactId, now, async (tx) => {
    const ids = await withTwin(tx, contactId, identityId);
    await tx`delete from contact_identities where id = any(${ids})`;
    const [left] = await tx`select from contact_identities where contact_id = ${contactId} limit 1`;
    if (!left) throw new AppError("invalid", "address_last");
  });

/** Makes an address the one in use of its kind, which the newest is. */
export const preferAddress = (accountId: AccountId, { contactId, identityId, now }: Known) =>
  changing(accountId, contactId, now, async (tx) => {
    const ids = await withTwin(tx, contactId, identityId);
    await tx`update contact_identities set id = new_id() where id = any(${ids})`;
  });

async function changing(
  accountId: AccountId,
  contactId: string,
  now: Date,
  change: (tx: SqlTx) => Promise<void>,
): Promise<void> {
  await withAccountSql(accountId, async (tx) => {
    await lockContact(tx, contactId);
    const before = await readKeys(tx, contactId);
    await change(tx);
    await tx`update contacts set updated_at = ${now} where id = ${contactId}`;
    await tellChanges(tx, accountId, { contactId, before, now });
  });
}

/** The identity, and of a phone number its WhatsApp id. Throws `not_found`. */
async function withTwin(tx: SqlTx, contactId: string, identityId: string): Promise<string[]> {
  const [found] = await tx<{ kind: IdentityKind; value: string }[]>`
    select kind, value from contact_identities where id = ${identityId} and contact_id = ${contactId}`;
  if (!found) throw new AppError("not_found");
  if (found.kind !== "phone") return [identityId];
  const twins = await tx<{ id: string }[]>`
    select id from contact_identities
    where contact_id = ${contactId} and kind = 'whatsapp' and value = ${whatsappIdOf(found.value)}`;
  return [identityId, ...twins.map(({ id }) => id)];
}

async function normalized(accountId: AccountId, { kind, value }: Address) {
  if (kind === "email") {
    const email = normalizeEmail(value);
    if (!email) throw new AppError("invalid", "invalid", { fields: { value: "email_invalid" } });
    return { phone: null, email };
  }
  const phone = normalizePhone(value, await accountCountry(accountId));
  if (!phone) throw new AppError("invalid", "invalid", { fields: { value: "phone_invalid" } });
  return { phone, email: null };
}
