import { MAX_CAPTION_LENGTH } from "@/lib/core/compose-with";
import type { OutboundContent } from "@/lib/core/facts";
import {
  MAX_LIST_ROW_LENGTH,
  MAX_QUICK_REPLIES,
  MAX_REPLY_BUTTON_LENGTH,
  MAX_REPLY_BUTTONS,
  type Media,
} from "@/lib/core/model";

type Rich = Extract<OutboundContent, { type: "rich" }>;

/**
 * Part of a message's body for media and quick replies: up to three are buttons, whose header is the media; more are the
 * rows of a list; media alone carries the text as its caption. Source: Meta's API description v23.0.
 */
export function richContent(content: Rich, locale: string): Record<string, unknown> {
  const { text, media } = content;
  const titles = titlesOf(content);
  if (titles.length > MAX_REPLY_BUTTONS) {
    const rows = titles.map((title, index) => ({
      id: idOf(index),
      title: title.slice(0, MAX_LIST_ROW_LENGTH),
    }));
    return interactive("list", text, { button: listButton(locale), sections: [{ rows }] });
  }
  if (titles.length > 0) {
    const buttons = titles.map((title, index) => ({
      type: "reply",
      reply: { id: idOf(index), title: title.slice(0, MAX_REPLY_BUTTON_LENGTH) },
    }));
    return interactive("button", text, { buttons }, media);
  }
  if (media) return mediaObject(media, text);
  return { type: "text", text: { preview_url: false, body: text } };
}

const idOf = (index: number) => `reply-${index + 1}`;

const interactive = (type: "button" | "list", text: string, action: object, media: Media | null = null) => ({
  type: "interactive",
  interactive: { type, ...(media && { header: mediaObject(media) }), body: { text }, action },
});

/** What opens the list; Meta takes twenty characters. */
function listButton(locale: string): string {
  switch (locale.slice(0, 2)) {
    case "pt":
      return "Ver opções";
    case "es":
      return "Ver opciones";
    default:
      return "See options";
  }
}

/** Why WhatsApp has no message for this, or null. One message carries a step, so nothing of it is left out. */
export function richRefusal(content: Rich): { code: string; detail: string } | null {
  const { text, media } = content;
  const count = titlesOf(content).length;
  const hasButtons = count > 0;
  if (count > MAX_QUICK_REPLIES) {
    return { code: "too_many_replies", detail: `A WhatsApp list has at most ${MAX_QUICK_REPLIES} rows` };
  }
  if (media && count > MAX_REPLY_BUTTONS) {
    return { code: "list_with_media", detail: "WhatsApp sends a list without media" };
  }
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
