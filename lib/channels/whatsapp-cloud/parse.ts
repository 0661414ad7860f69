import type { ProviderEvent } from "@/lib/channels/driver";
import { detailOf, reactionOf } from "./answer";
import { identitiesOf } from "./identity";
import { contentOf } from "./message-content";
import {
  deliverySchema,
  messageSchema,
  preferenceSchema,
  statusSchema,
  valueSchema,
  type WebhookMessage,
  type WebhookValue,
} from "./webhook-shapes";

/**
 * Every event of one webhook delivery of the number `phoneNumberId`. Throws on a body that is not a webhook of Meta;
 * single items that cannot be read become `ignored` events, so that one of them does not lose its neighbours.
 */
export function parseDelivery(rawBody: string, phoneNumberId: string): ProviderEvent[] {
  const delivery = deliverySchema.parse(JSON.parse(rawBody));
  if (delivery.object !== "whatsapp_business_account") return [ignored(`object ${delivery.object}`)];
  return delivery.entry.flatMap((entry) =>
    entry.changes.flatMap(({ field, value }) => changeEvents(field, value, phoneNumberId)),
  );
}

function changeEvents(field: string, raw: unknown, phoneNumberId: string): ProviderEvent[] {
  if (field !== "messages" && field !== "user_preferences") return [ignored(field)];
  const parsed = valueSchema.safeParse(raw);
  if (!parsed.success) return [ignored(`unreadable ${field}`)];
  const value = parsed.data;
  const number = value.metadata?.phone_number_id;
  // One app has one address for all its numbers; this delivery may be about another inbox.
  if (number && number !== phoneNumberId) return [ignored(`number ${number}`)];
  return [
    ...(value.messages ?? []).map((item) => messageEvent(item, value)),
    ...(value.statuses ?? []).map(statusEvent),
    ...(value.user_preferences ?? []).map(preferenceEvent),
    ...(value.errors ?? []).map(() => ignored("error")),
  ];
}

function messageEvent(item: unknown, value: WebhookValue): ProviderEvent {
  const parsed = messageSchema.safeParse(item);
  if (!parsed.success) return ignored("unreadable message");
  const message = parsed.data;
  const content = contentOf(message);
  if (!content) return ignored(`${message.type} ${message.system?.type ?? ""}`.trim());
  const contact = contactOf(message, value);
  const userId = message.from_user_id ?? contact?.user_id;
  const from = identitiesOf([message.from, contact?.wa_id], userId);
  if (from.length === 0) return ignored("message without a sender");
  return {
    kind: "message",
    providerId: message.id,
    from,
    fromName: contact?.profile?.name ?? contact?.profile?.username ?? null,
    at: instantOf(message.timestamp),
    ...content,
    inReplyTo: message.reaction?.message_id ?? message.context?.id ?? null,
    isAutomatic: false,
  };
}

/** With several senders in one delivery, the contact entry of this one. */
function contactOf(message: WebhookMessage, { contacts, messages }: WebhookValue) {
  const own = contacts.find(
    ({ wa_id, user_id }) =>
      (wa_id && wa_id === message.from) || (user_id && user_id === message.from_user_id),
  );
  // `wa_id` may differ from `from` (Brazil, Mexico); a lone entry belongs to the lone message.
  return own ?? (contacts.length === 1 && messages?.length === 1 ? contacts[0] : undefined);
}

const STATUSES: Record<string, "sent" | "delivered" | "read" | "failed"> = {
  sent: "sent",
  delivered: "delivered",
  read: "read",
  // A voice message that was listened to.
  played: "read",
  failed: "failed",
};

function statusEvent(item: unknown): ProviderEvent {
  const parsed = statusSchema.safeParse(item);
  if (!parsed.success) return ignored("unreadable status");
  const { id, status: reported, timestamp, biz_opaque_callback_data: ours, errors } = parsed.data;
  const status = STATUSES[reported];
  if (!status) return ignored(`status ${reported}`);
  const error = errors[0];
  return {
    kind: "status",
    messageId: ours && isUuid(ours) ? ours : null,
    providerId: id,
    status,
    at: instantOf(timestamp),
    code: error ? String(error.code) : null,
    detail: error ? detailOf(error) : null,
    reaction: status === "failed" ? (error ? reactionOf(error.code) : "fail") : null,
  };
}

/** Other software may send from the same number with callback data of its own. */
const isUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

function preferenceEvent(item: unknown): ProviderEvent {
  const parsed = preferenceSchema.safeParse(item);
  if (!parsed.success) return ignored("unreadable preference");
  const { wa_id, user_id, category, value, detail, timestamp } = parsed.data;
  if (category !== "marketing_messages") return ignored(`preference ${category ?? ""}`.trim());
  const from = identitiesOf([wa_id], user_id);
  if (from.length === 0) return ignored("preference without a sender");
  return {
    kind: "preference",
    providerId: [wa_id ?? user_id, category, value, timestamp ?? ""].join(":"),
    from,
    value: value === "stop" ? "stop" : "resume",
    at: instantOf(timestamp),
    detail: detail ?? null,
  };
}

/** Unix seconds as text. What cannot be read counts as now: a reply must not be lost for its date. */
function instantOf(timestamp: string | undefined): Date {
  const seconds = timestamp && /^\d{9,11}$/.test(timestamp) ? Number(timestamp) : null;
  return seconds === null ? new Date() : new Date(seconds * 1000);
}

const ignored = (what: string): ProviderEvent => ({ kind: "ignored", what });
