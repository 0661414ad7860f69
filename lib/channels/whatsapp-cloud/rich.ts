import { MAX_CAPTION_LENGTH } from "@/lib/core/compose-with";
import type { OutboundContent } from "@/lib/core/facts";
import type { Media } from "@/lib/core/model";

type Rich = Extract<OutboundContent, { type: "rich" }>;

/**
 * Part of a message's body for media and reply buttons: buttons make it an interactive message, whose header is the
 * media; media alone carries the text as its caption. Source: Meta's API description v23.0.
 */
export function richContent(content: Rich): Record<string, unknown> {
  const { text, media } = content;
  const titles = titlesOf(content);
  if (titles.length > 0) {
    const buttons = titles.map((title, index) => ({
      type: "reply",
      reply: { id: `reply-${index + 1}`, title },
    }));
    const header = media && { header: mediaObject(media) };
    return {
      type: "interactive",
      interactive: { type: "button", ...header, body: { text }, action: { buttons } },
    };
  }
  if (media) return mediaObject(media, text);
  return { type: "text", text: { preview_url: false, body: text } };
}

/** Why WhatsApp has no message for this, or null. One message carries a step, so nothing of it is left out. */
export function richRefusal(content: Rich): { code: string; detail: string } | null {
  const { text, media } = content;
  const hasButtons = titlesOf(content).length > 0;
  if (media?.kind === "audio" && (text !== "" || hasButtons)) {
    return { code: "audio_with_text", detail: "WhatsApp sends an audio without text and without buttons" };
  }
  if (hasButtons && text === "") {
    return { code: "buttons_without_text", detail: "WhatsApp sends reply buttons with a text only" };
  }
  if ((media || hasButtons) && text.length > MAX_CAPTION_LENGTH) {
    const detail = `With media or buttons a WhatsApp text has at most ${MAX_CAPTION_LENGTH} characters`;
    return { code: "text_too_long", detail };
  }
  if (!media && text === "") return { code: "message_empty", detail: "The message has no text and no media" };
  return null;
}

/** Meta takes a title once, without blanks around it. */
const titlesOf = ({ quickReplies }: Rich): string[] => [
  ...new Set(quickReplies.map((reply) => reply.trim()).filter(Boolean)),
];

const mediaObject = ({ kind, url, fileName }: Media, caption = "") => ({
  type: kind,
  [kind]: {
    link: url,
    ...(kind === "document" && fileName && { filename: fileName }),
    ...(caption && { caption }),
  },
});
