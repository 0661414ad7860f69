import type { Because, OutboundContent } from "./facts";
import { fillBody } from "./hsm";
import type { RenderContext, Rendered } from "./liquid";
import { marksToPlain } from "./marks";
import type { Channel, Content, HsmTemplate } from "./model";

/**
 * Characters that a message may have. WhatsApp: Cloud API text body; SMS: what carriers join from segments (Twilio);
 * email has no such limit, this one keeps mailboxes friendly.
 */
export const MAX_TEXT_LENGTH: Record<Channel, number> = { whatsapp: 4_096, sms: 1_600, email: 100_000 };
/** Of a text on WhatsApp beside media or reply buttons. Source: Meta's API description v23.0. */
export const MAX_CAPTION_LENGTH = 1_024;
export const MAX_PARAMETER_LENGTH = 1_024;
export const MAX_SUBJECT_LENGTH = 300;

export type Composed = { ok: true; content: OutboundContent } | { ok: false; because: Because };

/** Fills a text in; given from outside, as not every place that composes has the engine for it. */
export type Render = (text: string, context: RenderContext) => Rendered;

type Filling = { context: RenderContext; render: Render };

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
      return composeTemplate(content.template, filling);
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
    const words = [marksToPlain(body.text), media?.url ?? ""].filter((part) => part !== "").join("\n");
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

function composeTemplate(
  { name, language, parameters, parameterNames, body }: HsmTemplate,
  filling: Filling,
): Composed {
  const filled: string[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const rendered = field(`parameter ${index + 1}`, parameter, MAX_PARAMETER_LENGTH, filling);
    if (!rendered.ok) return rendered;
    filled.push(oneLine(rendered.text));
  }
  const values = filled.length > 0 ? `[${name}] ${filled.join(" · ")}` : `[${name}]`;
  // Where the approved body is not known, its name and the values are what we know of the message.
  const text = body ? fillBody(body, filled, parameterNames) : values;
  const names = parameterNames && { parameterNames };
  return { ok: true, content: { type: "template", name, language, parameters: filled, ...names, text } };
}

/** One line for the head of an email; null on other channels and where nothing is written. */
function onlyInMail(
  channel: Channel,
  name: string,
  source: string | undefined,
  filling: Filling,
): { ok: true; text: string | null } | { ok: false; because: Because } {
  if (channel !== "email" || !source) return { ok: true, text: null };
  const rendered = field(name, source, MAX_SUBJECT_LENGTH, filling);
  return rendered.ok ? { ok: true, text: oneLine(rendered.text) } : rendered;
}

type Field = { ok: true; text: string } | { ok: false; because: Because };

function field(name: string, source: string, maxLength: number, filling: Filling, mayBeEmpty = false): Field {
  const rendered = filling.render(source, filling.context);
  if (!rendered.ok) {
    if (rendered.missing !== null) return fail("missing_value", { field: name, variable: rendered.missing });
    return fail("text_unrenderable", { field: name, detail: rendered.detail.slice(0, 300) });
  }
  // A filter may have cut an emoji in two; no provider and no database takes the half.
  const text = rendered.text.trim().toWellFormed();
  if (text === "" && !mayBeEmpty) return fail("text_unrenderable", { field: name, detail: "empty" });
  if (text.length > maxLength) return tooLong(name, text.length, maxLength);
  return { ok: true, text };
}

function tooLong(name: string, length: number, maxLength: number) {
  return fail("text_too_long", { field: name, length, maxLength });
}

function fail(code: Because["code"], data: Because["data"]): { ok: false; because: Because } {
  return { ok: false, because: { code, data } };
}

/** Header fields and HSM parameters may not have line breaks, tabs or runs of spaces. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
