import { randomUUID } from "node:crypto";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { ProviderEvent } from "@/lib/channels/driver";
import type { Channel, IdentityKind } from "@/lib/core/model";
import { recordContactEvent } from "@/lib/engine/goal";
import { receive } from "@/lib/engine/receive";
import { AppError } from "@/lib/errors";
import type { ANSWER_KINDS } from "./schema";

type Answer = { conversationId: string; text: string; kind: (typeof ANSWER_KINDS)[number]; now: Date };

/**
 * Answers as the demo contact: the engine receives it exactly as a provider's webhook would bring it.
 * Throws AppError `not_found` for a thread that is not on a sandbox phone.
 */
export async function answer(
  accountId: AccountId,
  { conversationId, text, kind, now }: Answer,
): Promise<void> {
  const phone = await withAccountSql(accountId, (tx) => readPhone(tx, conversationId));
  if (kind === "paid") {
    // Before the answer: the goal is what ends the run, the words only tell of it.
    const event = { name: "paid", dedupeKey: `sandbox-${randomUUID()}`, data: {} };
    await recordContactEvent(accountId, { contactId: phone.contactId, ...event, now });
  }
  await receive(accountId, { inboxId: phone.inboxId, events: [messageOf(phone, text, kind, now)], now });
}

/** The contact opens the thread: what was sent is reported as delivered and read. Answers how many messages that was. */
export async function open(
  accountId: AccountId,
  { conversationId, now }: { conversationId: string; now: Date },
): Promise<{ opened: number }> {
  const { inboxId, sent } = await withAccountSql(accountId, async (tx) => ({
    ...(await readPhone(tx, conversationId)),
    sent: await readUnopened(tx, conversationId),
  }));
  const events = sent.flatMap(({ id, providerId, status }) => {
    const report = (reported: "delivered" | "read"): ProviderEvent => ({
      ...{ kind: "status", messageId: id, providerId, status: reported, at: now },
      ...{ code: null, detail: null, reaction: null },
    });
    return status === "sent" ? [report("delivered"), report("read")] : [report("read")];
  });
  await receive(accountId, { inboxId, events, now });
  return { opened: sent.length };
}

type Phone = {
  inboxId: string;
  contactId: string;
  contactName: string;
  identities: { kind: IdentityKind; value: string }[];
};

/** The identities by which a provider of the channel knows the sender. */
const KINDS: Record<Channel, IdentityKind[]> = {
  whatsapp: ["whatsapp", "phone"],
  sms: ["phone"],
  email: ["email"],
};

async function readPhone(tx: SqlTx, conversationId: string): Promise<Phone> {
  const [row] = await tx<(Omit<Phone, "identities"> & { channel: Channel })[]>`
    select t.inbox_id as "inboxId", t.contact_id as "contactId", c.name as "contactName", i.channel
    from conversations t
    join inboxes i on i.id = t.inbox_id and i.provider = 'sandbox'
    join contacts c on c.id = t.contact_id and c.deleted_at is null
    where t.id = ${conversationId}`;
  if (!row) throw new AppError("not_found");
  const identities = await tx<Phone["identities"]>`
    select kind, value from contact_identities
    where contact_id = ${row.contactId} and kind = any(${KINDS[row.channel]}::identity_kind[]) order by id desc`;
  return { ...row, identities: [...identities] };
}

const readUnopened = (tx: SqlTx, conversationId: string) =>
  tx<{ id: string; providerId: string; status: "sent" | "delivered" }[]>`
    select id, provider_id as "providerId", status from messages
    where conversation_id = ${conversationId} and status in ('sent', 'delivered') and provider_id is not null
    union all
    select id, provider_id, status from conversation_messages
    where conversation_id = ${conversationId} and status in ('sent', 'delivered') and provider_id is not null
    order by 1 limit 100`;

const messageOf = (phone: Phone, text: string, kind: Answer["kind"], now: Date): ProviderEvent => ({
  kind: "message",
  providerId: `sandbox-${randomUUID()}`,
  from: phone.identities,
  fromName: phone.contactName,
  at: now,
  text,
  contentType: kind === "button" ? "button" : "text",
  inReplyTo: null,
  isAutomatic: kind === "automatic",
});
