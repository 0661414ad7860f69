import type { ProviderEvent } from "@/lib/channels/driver";
import { connectionEvent } from "./connection";
import { identitiesOf } from "./identity";
import { contentOf } from "./message-content";
import { deliverySchema, messageSchema, updateSchema } from "./webhook-shapes";

/**
 * Every event of one delivery of the given instance. Throws on a body that is not Evolution's; single items that cannot
 * be read become `ignored` events. Names of events come as `messages.upsert` or `MESSAGES_UPSERT`.
 */
export function parseDelivery(body: string, instance: string, receivedAt: Date): ProviderEvent[] {
  const { event, instance: told, data } = deliverySchema.parse(JSON.parse(body));
  if (told !== instance) return [ignored(`instance ${told}`)];
  const items = Array.isArray(data) ? data : [data];
  switch (event.toLowerCase().replaceAll("_", ".")) {
    case "messages.upsert":
      return items.map((item) => messageEvent(item, receivedAt));
    case "messages.update":
      return items.map((item) => statusEvent(item, receivedAt));
    case "connection.update":
      return items.map((item) => connectionEvent(item, receivedAt));
    default:
      return [ignored(event)];
  }
}

function messageEvent(item: unknown, receivedAt: Date): ProviderEvent {
  const parsed = messageSchema.safeParse(item);
  if (!parsed.success) return ignored("unreadable message");
  const { key, pushName, messageTimestamp } = parsed.data;
  if (key.fromMe) return ignored("a message of our own");
  // Groups, channels and the status feed; in them `participant` wrote, but to many.
  if (!isPerson(key.remoteJid)) return ignored(`a message in ${key.remoteJid?.split("@")[1] ?? "nothing"}`);
  const content = contentOf(parsed.data);
  if (!content) return ignored("nothing written");
  const from = identitiesOf([
    key.remoteJid,
    key.remoteJidAlt,
    key.senderPn,
    key.senderLid,
    key.previousRemoteJid,
  ]);
  if (from.length === 0) return ignored("message without a sender");
  return {
    kind: "message",
    providerId: key.id,
    from,
    fromName: pushName ?? null,
    at: instantOf(messageTimestamp, receivedAt),
    ...content,
    isAutomatic: false,
  };
}

const isPerson = (jid: string | null | undefined): boolean =>
  /@(s\.whatsapp\.net|c\.us|lid)$/.test(jid ?? "");

const STATUSES: Record<string, "sent" | "delivered" | "read" | "failed"> = {
  ERROR: "failed",
  SERVER_ACK: "sent",
  DELIVERY_ACK: "delivered",
  READ: "read",
  PLAYED: "read",
};

/** Of one of our messages, known by the key that the send was answered with. Updates have no time of their own. */
function statusEvent(item: unknown, receivedAt: Date): ProviderEvent {
  const parsed = updateSchema.safeParse(item);
  if (!parsed.success) return ignored("unreadable update");
  const { keyId, key, fromMe, status: reported } = parsed.data;
  const providerId = keyId ?? key?.id;
  if (!providerId) return ignored("update without a message");
  if (!(fromMe ?? key?.fromMe)) return ignored("update of a message to us");
  const status = STATUSES[reported ?? ""];
  if (!status) return ignored(`status ${reported ?? ""}`.trim());
  const isFailed = status === "failed";
  return {
    kind: "status",
    messageId: null,
    providerId,
    status,
    at: receivedAt,
    code: isFailed ? "ERROR" : null,
    detail: isFailed ? "WhatsApp did not take the message" : null,
    reaction: isFailed ? "ask_person" : null,
  };
}

/** What cannot be read counts as now: a reply must not be lost for its date. */
function instantOf(timestamp: string | number | null | undefined, receivedAt: Date): Date {
  const seconds = Number(timestamp);
  return Number.isInteger(seconds) && seconds > 1e9 && seconds < 1e11 ? new Date(seconds * 1000) : receivedAt;
}

const ignored = (what: string): ProviderEvent => ({ kind: "ignored", what });
