import type { ProviderEvent } from "@/lib/channels/driver";
import type { InboundMedia } from "@/lib/core/model-inboxes";
import type { WebContent, WebMessage } from "./webhook-shapes";

type Message = Extract<ProviderEvent, { kind: "message" }>;
export type Read = Pick<Message, "contentType" | "text" | "media" | "inReplyTo">;

/** What a person reads of an inbound message; null where nobody wrote anything (receipts, deletions, votes, keys). */
export function contentOf(message: WebMessage): Read | null {
  const content = unwrapped(message);
  if (!content) return null;
  const read = worded(content) ?? withMedia(content);
  if (read) return { ...read, inReplyTo: read.inReplyTo ?? message.contextInfo?.stanzaId ?? null };
  if (content.protocolMessage || content.pollUpdateMessage) return null;
  const isEmpty = Object.keys(content).every((name) => SILENT.has(name));
  return isEmpty ? null : { contentType: "other", text: "", inReplyTo: null };
}

/** Parts that come with keys and settings and say nothing. */
const SILENT = new Set(["messageContextInfo", "senderKeyDistributionMessage"]);

function unwrapped({ message }: WebMessage): WebContent | null {
  if (!message) return null;
  const inner =
    message.ephemeralMessage ??
    message.viewOnceMessage ??
    message.viewOnceMessageV2 ??
    message.documentWithCaptionMessage;
  return inner?.message ?? message;
}

function worded(content: WebContent): Read | null {
  const say = (
    contentType: Read["contentType"],
    text: string | null | undefined,
    quotes?: Context,
  ): Read => ({
    ...{ contentType, text: text ?? "", inReplyTo: quotes?.contextInfo?.stanzaId ?? null },
  });
  if (content.reactionMessage) {
    const { text, key } = content.reactionMessage;
    return { contentType: "reaction", text: text ?? "", inReplyTo: key?.id ?? null };
  }
  if (content.conversation) return say("text", content.conversation);
  const {
    extendedTextMessage: extended,
    listResponseMessage: list,
    interactiveResponseMessage: tapped,
  } = content;
  if (extended) return say("text", extended.text, extended);
  const button = content.buttonsResponseMessage ?? content.templateButtonReplyMessage;
  if (button) return say("button", button.selectedDisplayText, button);
  if (list) return say("button", list.title ?? list.description, list);
  if (tapped) return say("button", tapped.body?.text, tapped);
  const place = content.locationMessage ?? content.liveLocationMessage;
  if (place) {
    const named = [place.name, place.address].filter(Boolean).join(", ");
    return say("location", named || [place.degreesLatitude, place.degreesLongitude].join(", "));
  }
  const cards =
    content.contactsArrayMessage?.contacts ?? (content.contactMessage ? [content.contactMessage] : []);
  if (cards.length === 0) return null;
  const names = cards.map(({ displayName }) => displayName).filter(Boolean);
  return say("other", names.join(", "));
}

type Context = { contextInfo?: { stanzaId?: string | null } | null };

const MEDIA = [
  ["imageMessage", "image"],
  ["videoMessage", "video"],
  ["ptvMessage", "video"],
  ["audioMessage", "audio"],
  ["documentMessage", "document"],
  ["stickerMessage", "sticker"],
] as const;

function withMedia(content: WebContent): Read | null {
  for (const [name, kind] of MEDIA) {
    const part = content[name];
    if (!part) continue;
    const { caption, fileName, mimetype } = part;
    const media: InboundMedia = {
      kind,
      ...(content.mediaUrl && { url: content.mediaUrl }),
      ...(mimetype && { mimeType: mimetype }),
      ...(fileName && { fileName }),
    };
    const text = caption ?? fileName ?? "";
    return { contentType: "media", text, media, inReplyTo: part.contextInfo?.stanzaId ?? null };
  }
  return null;
}
