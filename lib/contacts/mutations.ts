import { type SqlTx, withAccountSql } from "@/db/client";
import type { Attributes } from "@/db/schema/contacts";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Channel } from "@/lib/core/model";
import { applyExits } from "@/lib/engine/apply-exits";
import * as engine from "@/lib/engine/suppress";
import { announce } from "@/lib/engine/trigger";
import { AppError } from "@/lib/errors";
import { type Addresses, replaceAddresses } from "./addresses";
import { readKeys, tellChanges } from "./changes";
import { accountCountry } from "./country";
import { firstNameOf } from "./first-name";
import { normalizeEmail, normalizePhone } from "./identity";
import { lockContact } from "./lock";
import type { ContactForm } from "./schema";
import { typedAttributes } from "./typed-attributes";

type Actor = { actorId: string; now: Date };

/** Makes a contact. Throws `invalid` for an address that is none and `conflict` for one of another contact. */
export async function createContact(
  accountId: AccountId,
  { contact, now }: { contact: ContactForm } & Actor,
) {
  const addresses = await addressesOf(accountId, contact);
  return withAccountSql(accountId, async (tx) => {
    const attributes = await typedAttributes(tx, contact.attributes, {});
    const [row] = await tx<{ id: string }[]>`
      insert into contacts (account_id, name, first_name, time_zone, preferred_channel, attributes, created_at, updated_at)
      values (${accountId}, ${contact.name}, ${contact.firstName || firstNameOf(contact.name)}, ${contact.timeZone || null},
        ${contact.preferredChannel || null}, ${tx.json(attributes)}, ${now}, ${now})
      returning id`;
    const contactId = row?.id ?? "";
    await replaceAddresses(tx, { accountId, contactId, addresses, now });
    await announce(tx, accountId, { event: "contact.created", key: contactId, subjects: [{ contactId }] });
    return { contactId };
  });
}

/** Changes a contact. Attributes that the form leaves out are removed. Throws as `createContact`, and `not_found`. */
export async function updateContact(
  accountId: AccountId,
  { contactId, contact, now }: { contactId: string; contact: ContactForm } & Actor,
): Promise<void> {
  const addresses = await addressesOf(accountId, contact);
  await withAccountSql(accountId, async (tx) => {
    await lockContact(tx, contactId);
    const before = await readKeys(tx, contactId);
    const attributes = await typedAttributes(tx, contact.attributes, await attributesOf(tx, contactId));
    await tx`
      update contacts set name = ${contact.name}, first_name = ${contact.firstName},
        time_zone = ${contact.timeZone || null}, preferred_channel = ${contact.preferredChannel || null},
        attributes = ${tx.json(attributes)}, updated_at = ${now}
      where id = ${contactId}`;
    await replaceAddresses(tx, { accountId, contactId, addresses, now });
    await tellChanges(tx, accountId, { contactId, before, now });
  });
}

/** The contact is not messaged any more, on one channel or on all (null): the record is kept and live runs end. */
export const suppress = (
  accountId: AccountId,
  { contactId, channel, actorId, now }: { contactId: string; channel: Channel | null } & Actor,
): Promise<{ ended: string[] }> =>
  withAccountSql(accountId, async (tx) => {
    await lockContact(tx, contactId);
    await engine.suppress(tx, {
      ...{ accountId, contactId, channel, actorId, now },
      ...{ source: "person", reason: "person", text: "" },
    });
    return { ended: await applyExits(tx, { accountId, contactId, now }) };
  });

/** The contact agreed to be messaged again, on one channel or on all (null). */
export const lift = (
  accountId: AccountId,
  { contactId, channel, actorId, now }: { contactId: string; channel: Channel | null } & Actor,
): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    await lockContact(tx, contactId);
    await engine.liftSuppression(tx, {
      accountId,
      contactId,
      channel,
      actorId,
      now,
      source: "person",
      text: "",
    });
  });

/** A blocked contact is never enrolled, and its live runs end. */
export const block = (
  accountId: AccountId,
  { contactId, now }: { contactId: string } & Actor,
): Promise<{ ended: string[] }> =>
  withAccountSql(accountId, async (tx) => {
    await lockContact(tx, contactId);
    await tx`update contacts set blocked_at = ${now}, updated_at = ${now} where id = ${contactId} and blocked_at is null`;
    return { ended: await applyExits(tx, { accountId, contactId, now }) };
  });

export const unblock = (
  accountId: AccountId,
  { contactId, now }: { contactId: string } & Actor,
): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    await lockContact(tx, contactId);
    await tx`update contacts set blocked_at = null, updated_at = ${now} where id = ${contactId}`;
  });

async function addressesOf(accountId: AccountId, contact: ContactForm): Promise<Addresses> {
  const phone = contact.phone ? normalizePhone(contact.phone, await accountCountry(accountId)) : null;
  if (contact.phone && !phone)
    throw new AppError("invalid", "invalid", { fields: { phone: "phone_invalid" } });
  const email = contact.email ? normalizeEmail(contact.email) : null;
  if (contact.email && !email)
    throw new AppError("invalid", "invalid", { fields: { email: "email_invalid" } });
  return { phone, email };
}

async function attributesOf(tx: SqlTx, contactId: string): Promise<Attributes> {
  const [row] = await tx<
    { attributes: Attributes }[]
  >`select attributes from contacts where id = ${contactId}`;
  return row?.attributes ?? {};
}
