import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { type Identity, identitiesOf, normalizeEmail, normalizePhone } from "@/lib/contacts/identity";
import { whatsappVariants } from "@/lib/core/whatsapp-id";
import { findOrAddSender, findSender } from "@/lib/engine/sender";
import { survivorOf } from "@/lib/engine/survivor";
import { announce } from "@/lib/engine/trigger";
import type { News } from "./news";

type Found = { id: string } | { reason: "unknown_contact" | "contact_deleted" };

/** Whose the record is. A phone without a country code is one of the account's country; an address that is none is as if it were not there. */
export async function contactOf(tx: SqlTx, accountId: AccountId, news: News): Promise<Found> {
  const id = "id" in news.contact ? news.contact.id : await byAddress(tx, accountId, news);
  if (!id) return { reason: "unknown_contact" };
  const survivor = await survivorOf(tx, id);
  const [contact] = await tx<{ is_deleted: boolean }[]>`
    select deleted_at is not null as is_deleted from contacts where id = ${survivor}`;
  if (!survivor || !contact) return { reason: "unknown_contact" };
  return contact.is_deleted ? { reason: "contact_deleted" } : { id: survivor };
}

async function byAddress(tx: SqlTx, accountId: AccountId, news: News): Promise<string | null> {
  if ("id" in news.contact) return null;
  const { name } = news.contact;
  const identities = await identitiesFrom(tx, news.contact);
  const known = await findSender(tx, identities.flatMap(variantsOf));
  if (known || news.unknownContact === "refuse" || identities.length === 0) return known;
  const contactId = await findOrAddSender(tx, accountId, identities, name || null);
  await announce(tx, accountId, { event: "contact.created", key: contactId, subjects: [{ contactId }] });
  return contactId;
}

type Addresses = { phone?: string; email?: string; whatsapp?: string };

async function identitiesFrom(tx: SqlTx, { phone, email, whatsapp }: Addresses): Promise<Identity[]> {
  const [settings] = await tx<{ country: string | null }[]>`
    select settings->>'country' as country from module_settings`;
  const own = identitiesOf({
    phone: phone ? normalizePhone(phone, settings?.country ?? "ZZ") : null,
    email: email ? normalizeEmail(email) : null,
  });
  return whatsapp ? [...own, { kind: "whatsapp", value: whatsapp }] : own;
}

const variantsOf = (identity: Identity): Identity[] =>
  identity.kind === "whatsapp"
    ? whatsappVariants(identity.value).map((value) => ({ kind: "whatsapp", value }))
    : [identity];
