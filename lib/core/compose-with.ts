import { composeTemplate } from "./compose-template";
import { type Composed, type Field, fail, oneLine } from "./composed";
import type { Because } from "./facts";
import type { RenderContext, Rendered } from "./liquid";
import { marksToPlain } from "./marks";
import type { Channel, Content } from "./model";

/**
 * Characters that a message may have. WhatsApp: Cloud API text body; SMS: what carriers join from segments (Twilio);
 * email has no such limit, this one keeps mailboxes friendly.
 */
export const MAX_TEXT_LENGTH: Record<Channel, number> = { whatsapp: 4_096, sms: 1_600, email: 100_000 };
/** Of a text on WhatsApp beside media or reply buttons. Source: Meta's API description v23.0. */
export const MAX_CAPTION_LENGTH = 1_024;
export const MAX_SUBJECT_LENGTH = 300;

/** Fills a text in; given from outside, as not every place that composes has the engine for it. */
export type Render = (text: string, context: RenderContext) => Rendered;

/** Words that take the place of the content's own. They are said as they stand. */
export type Said = { text: string; subject: string | null };

type Filling = { context: RenderContext; render: Render; said?: Said };

/** What a content says on a channel with these values, or why it cannot be said. */
export function composeWith(content: Content, channel: Channel, filling: Filling): Composed {
  switch (content.type) {
    case "text": {
      const text = field("text", content.text, MAX_TEXT_LENGTH[channel], filling);
      if (!text.ok) return text;
      const subject = onlyInMail(channel, "subject", content.subject, filling);
      if (!subject.ok) return subject;
      return { ok: true, content: { type: "text", text: text.text, subject: subject.text } };
    }
    case "template":
      return composeTemplate(content.template, (name, source, most) => field(name, source, most, filling));
    case "rich":
      return composeRich(content, channel, filling);
  }
}

/** Reply buttons exist on WhatsApp alone; an SMS names the media's address and has no marks. */
function composeRich(
  { text, subject, preheader, media, quickReplies }: Extract<Content, { type: "rich" }>,
  channel: Channel,
  filling: Filling,
): Composed {
  const replies = channel === "whatsapp" ? quickReplies : [];
  const isShort = channel === "whatsapp" && (media !== undefined || replies.length > 0);
  const most = isShort ? MAX_CAPTION_LENGTH : MAX_TEXT_LENGTH[channel];
  const body = field("text", text, most, filling, media !== undefined);
  if (!body.ok) return body;
  if (channel === "sms") {
    const isNamed = filling.said && media && body.text.includes(media.url);
    const address = isNamed ? "" : (media?.url ?? "");
    const words = [marksToPlain(body.text), address].filter((part) => part !== "").join("\n");
    if (words.length > most) return tooLong("text", words.length, most);
    return { ok: true, content: { type: "text", text: words, subject: null } };
  }
  const ofMail = onlyInMail(channel, "subject", subject, filling);
  if (!ofMail.ok) return ofMail;
  const glance = onlyInMail(channel, "preheader", preheader, filling);
  if (!glance.ok) return glance;
  return {
    ok: true,
    content: {
      type: "rich",
      text: body.text,
      subject: ofMail.text,
      preheader: glance.text,
      media: media ?? null,
      quickReplies: replies,
    },
  };
}

/** One line for the head of an email; null on other channels and where nothing is written. */
function onlyInMail(
  channel: Channel,
  name: string,
  source: string | undefined,
  filling: Filling,
): { ok: true; text: string | null } | { ok: false; because: Because } {
  const said = name === "subject" ? filling.said?.subject : null;
  if (channel !== "email" || (!source && !said)) return { ok: true, text: null };
  const rendered = field(name, source ?? "", MAX_SUBJECT_LENGTH, filling);
  return rendered.ok ? { ok: true, text: oneLine(rendered.text) } : rendered;
}

function field(name: string, source: string, maxLength: number, filling: Filling, mayBeEmpty = false): Field {
  const said =
    filling.said && (name === "text" ? filling.said.text : name === "subject" && filling.said.subject);
  const rendered: Rendered = said ? { ok: true, text: said } : filling.render(source, filling.context);
  if (!rendered.ok) {
    if (rendered.missing !== null) return fail("missing_value", { field: name, variable: rendered.missing });
    return fail("text_unrenderable", { field: name, detail: rendered.detail.slice(0, 300) });
  }
  // A filter may have cut an emoji in two; no provider and no database takes the half.
  const text = (said || rendered.text.trim()).toWellFormed();
  if (text === "" && !mayBeEmpty) return fail("text_unrenderable", { field: name, detail: "empty" });
  if (text.length > maxLength) return tooLong(name, text.length, maxLength);
  return { ok: true, text };
}

function tooLong(name: string, length: number, maxLength: number) {
  return fail("text_too_long", { field: name, length, maxLength });
}
