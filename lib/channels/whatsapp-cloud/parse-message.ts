import type { ProviderEvent } from "@/lib/channels/driver";
import type { InboundMedia } from "@/lib/core/model-inboxes";
import { type About, ignored, instantOf } from "./about";
import { identitiesOf } from "./identity";
import { contentOf } from "./message-content";
import { messageSchema, type WebhookMessage, type WebhookValue } from "./webhook-shapes";

/** One item of `messages`: what a person wrote, or a notice about them. */
export function messageEvent(item: unknown, value: WebhookValue, about: About): ProviderEvent {
  const parsed = messageSchema.safeParse(item);
  if (!parsed.success) return ignored("unreadable message");
  const message = parsed.data;
  if (message.type === "system") return systemEvent(message, about);
  const content = contentOf(message);
  if (!content) return ignored(message.type);
  const contact = contactOf(message, value);
  const userId = message.from_user_id ?? contact?.user_id;
  const from = identitiesOf([message.from, contact?.wa_id], userId);
  if (from.length === 0) return ignored("message without a sender");
  const media = mediaOf(message);
  return {
    kind: "message",
    providerId: message.id,
    from,
    fromName: contact?.profile?.name ?? contact?.profile?.username ?? null,
    at: instantOf(message.timestamp, about.at),
    ...content,
    ...(media && { media }),
    inReplyTo: message.reaction?.message_id ?? message.context?.id ?? null,
    isAutomatic: false,
  };
}

const MEDIA = ["image", "video", "audio", "document", "sticker"] as const;

function mediaOf(message: WebhookMessage): InboundMedia | null {
  const kind = MEDIA.find((one) => one === message.type);
  const media = kind && message[kind];
  if (!kind || !media?.id) return null;
  return {
    kind,
    id: media.id,
    ...(media.mime_type && { mimeType: media.mime_type.slice(0, 200) }),
    ...(media.filename && { fileName: media.filename.slice(0, 240) }),
  };
}

/** Whoever takes another number goes on as the same person. */
function systemEvent(message: WebhookMessage, about: About): ProviderEvent {
  const { system } = message;
  const from = identitiesOf([message.from], message.from_user_id);
  const to = identitiesOf([system?.wa_id ?? system?.new_wa_id], system?.user_id);
  if (!/changed_(number|user_id)$/.test(system?.type ?? "") || from.length === 0 || to.length === 0) {
    return ignored(`system ${system?.type ?? ""}`.trim());
  }
  return { kind: "identity", from, to, at: instantOf(message.timestamp, about.at) };
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
