import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { IdentityKind } from "@/lib/core/model";
import { whatsappVariants } from "@/lib/core/whatsapp-id";
import { findAnswered, type OwnMail } from "./answered";
import { lockLiveRuns } from "./apply-exits";
import { storable } from "./storable";
import { survivorOf } from "./survivor";
import { announce } from "./trigger";

type Identity = { kind: IdentityKind; value: string };
type Sent = { from: Identity[]; fromName: string | null } & Parameters<typeof findAnswered>[1];

type LockedSender = { contactId: string; conversationId: string; inboxId: string; answered: OwnMail | null };

/**
 * The contact behind an inbound message and its thread in the inbox, both locked, after the contact's live runs. A mail
 * that names one of ours belongs to that one's contact and thread, whatever address it came from and into whichever
 * inbox. A merge that came in between is followed to the contact that stays.
 */
export async function lockSender(
  tx: SqlTx,
  accountId: AccountId,
  receivedBy: string,
  sent: Sent,
): Promise<LockedSender> {
  const answered = await findAnswered(tx, sent);
  const inboxId = answered?.inboxId ?? receivedBy;
  let contactId = answered?.contactId ?? (await findOrAddSender(tx, accountId, sent.from, sent.fromName));
  for (;;) {
    const conversationId = await lockThread(tx, accountId, { inboxId, contactId });
    const [contact] = await tx<{ is_merged: boolean }[]>`
      select merged_into_id is not null as is_merged from contacts where id = ${contactId} for no key update`;
    const survivor = contact?.is_merged ? await survivorOf(tx, contactId) : contactId;
    if (survivor === null || survivor === contactId) {
      return { contactId, conversationId, inboxId, answered };
    }
    contactId = survivor;
  }
}

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
  await addIdentities(tx, accountId, contactId, known ? await withoutFormsOf(tx, known, from) : from);
  // The insert waits for rivals: another message of the same stranger may have made the contact meanwhile.
  const owner = known ?? (await findSender(tx, from)) ?? contactId;
  if (owner === contactId) {
    const subjects = [{ contactId }];
    if (!known) await announce(tx, accountId, { event: "contact.created", key: contactId, subjects });
    return contactId;
  }
  await tx`delete from contacts where id = ${contactId}`;
  await addIdentities(tx, accountId, owner, from);
  return owner;
}

const otherForms = (identities: Identity[]): Identity[] =>
  identities.flatMap(({ kind, value }) => {
    if (kind !== "whatsapp" && kind !== "phone") return [];
    const [, ...others] = whatsappVariants(value);
    return others.map((other) => ({ kind, value: kind === "phone" ? `+${other}` : other }));
  });

/**
 * Without phones that are another form of one that the contact has: the newest phone is the one in use, and no telephone
 * network knows WhatsApp's form.
 */
async function withoutFormsOf(tx: SqlTx, contactId: string, from: Identity[]): Promise<Identity[]> {
  const forms = otherForms(from.filter(({ kind }) => kind === "phone")).map(({ value }) => value);
  if (forms.length === 0) return from;
  const rows = await tx<{ value: string }[]>`
    select value from contact_identities
    where contact_id = ${contactId} and kind = 'phone' and value = any(${forms})`;
  const has = new Set(rows.map(({ value }) => value));
  const isForm = (identity: Identity) =>
    identity.kind === "phone" && otherForms([identity]).some(({ value }) => has.has(value));
  return from.filter((identity) => !isForm(identity));
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

/**
 * The first identity that is known decides; null for a stranger. WhatsApp may call a number by another form than the one
 * that is stored (Brazil, Mexico): that is the same person, after all exact ones.
 */
export async function findSender(tx: SqlTx, exact: Identity[]): Promise<string | null> {
  if (exact.length === 0) return null;
  const from = [...exact, ...otherForms(exact)];
  const rows = await tx<{ contact_id: string; kind: IdentityKind; value: string; is_merged: boolean }[]>`
    select i.contact_id, i.kind, i.value, c.merged_into_id is not null as is_merged
    from contact_identities i join contacts c on c.id = i.contact_id
    join jsonb_to_recordset(${JSON.stringify(from)}::text::jsonb) as r(kind identity_kind, value text)
      on i.kind = r.kind and i.value = r.value
    where i.account_id = (select current_setting('app.account_id')::uuid)`;
  for (const { kind, value } of from) {
    const row = rows.find((one) => one.kind === kind && one.value === value);
    if (row) return row.is_merged ? survivorOf(tx, row.contact_id) : row.contact_id;
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
async function lockThread(
  tx: SqlTx,
  accountId: AccountId,
  { inboxId, contactId }: { inboxId: string; contactId: string },
): Promise<string> {
  await lockLiveRuns(tx, contactId);
  const [row] = await tx<{ id: string; contact_id: string; is_new: boolean }[]>`
    insert into conversations (account_id, inbox_id, contact_id) values (${accountId}, ${inboxId}, ${contactId})
    on conflict (inbox_id, contact_id) do update set inbox_id = excluded.inbox_id
    returning id, contact_id, xmax = 0 as is_new`;
  if (!row) throw new Error("The insert returned no row.");
  if (row.is_new) await announceThreads(tx, accountId, [row]);
  return row.id;
}

/** Tells of threads that did not exist before. */
export async function announceThreads(
  tx: SqlTx,
  accountId: string,
  opened: { id: string; contact_id: string }[],
): Promise<void> {
  const [first] = opened;
  if (!first) return;
  const subjects = opened.map(({ id, contact_id: contactId }) => ({ contactId, conversationId: id }));
  await announce(tx, accountId, { event: "conversation.created", key: first.id, subjects });
}
