import type { OutboundMessage, SendOutcome } from "@/lib/channels/driver";
import type { OutboundContent } from "@/lib/core/facts";
import { isLid } from "./identity";

export type MessageRequest = { kind: "request"; path: string; body: Record<string, unknown> } | Refused;
type Refused = Extract<SendOutcome, { kind: "refused" }>;
type Rich = Extract<OutboundContent, { type: "rich" }>;

/**
 * Path (without the instance) and body of a send, or why there is none. WhatsApp Web has no reply buttons that can be
 * relied on, so quick replies stand as lines of the text. Source: Evolution API 2.3, `src/validate/message.schema.ts`.
 */
export function requestOf({ to, content }: OutboundMessage): MessageRequest {
  const number = numberOf(to);
  if (!number) {
    const detail = "The address is no international phone number";
    return { kind: "refused", reaction: "switch_channel", code: "bad_address", detail };
  }
  if (content.type !== "rich") return text(number, content.text);
  return content.media ? media(number, content, content.media) : text(number, textOf(content));
}

/** Digits only, or WhatsApp's hidden id of a contact whose number it does not tell. */
function numberOf(address: string): string | null {
  if (isLid(address)) return address;
  if (!/^\+?[\d\s().-]+$/.test(address)) return null;
  const digits = address.replace(/\D/g, "");
  return /^[1-9]\d{6,14}$/.test(digits) ? digits : null;
}

function text(number: string, words: string): MessageRequest {
  if (words.trim() === "") return refused("message_empty", "The message has no text and no media");
  return { kind: "request", path: "message/sendText", body: { number, text: words, linkPreview: false } };
}

function media(
  number: string,
  content: Rich,
  { kind, url, fileName }: NonNullable<Rich["media"]>,
): MessageRequest {
  const caption = textOf(content);
  if (kind === "audio") {
    if (caption !== "") return refused("audio_with_text", "WhatsApp sends an audio without text");
    return { kind: "request", path: "message/sendWhatsAppAudio", body: { number, audio: url } };
  }
  const body = {
    ...{ number, mediatype: kind, media: url },
    ...(caption && { caption }),
    ...(kind === "document" && { fileName: fileName || lastPart(url) }),
  };
  return { kind: "request", path: "message/sendMedia", body };
}

const refused = (code: string, detail: string): Refused => ({
  ...{ kind: "refused", reaction: "block_step", code, detail },
});

const textOf = ({ text, quickReplies }: Rich): string =>
  [text, quickReplies.map((reply) => `• ${reply}`).join("\n")].filter((part) => part !== "").join("\n\n");

function lastPart(url: string): string {
  const name = URL.canParse(url) ? new URL(url).pathname.split("/").pop() : "";
  return name || "document";
}
