import type { Because, Facts, InboxFacts, OutboundContent } from "./facts";
import { type RenderContext, type Rendered, renderText } from "./liquid";
import type { Channel, Content, HsmTemplate } from "./model";
import { contextOf } from "./variables";

/**
 * Characters that a message may have. WhatsApp: Cloud API text body; SMS: what carriers join from segments (Twilio);
 * email has no such limit, this one keeps mailboxes friendly.
 */
export const MAX_TEXT_LENGTH: Record<Channel, number> = { whatsapp: 4_096, sms: 1_600, email: 100_000 };
export const MAX_PARAMETER_LENGTH = 1_024;
export const MAX_SUBJECT_LENGTH = 300;

export type Composed = { ok: true; content: OutboundContent } | { ok: false; because: Because };

/** What the step says to this contact on this channel, or why it cannot be said. */
export function composeContent(content: Content, inbox: InboxFacts, facts: Facts, now: Date): Composed {
  const context = contextOf(facts, now);
  switch (content.type) {
    case "text": {
      const text = field("text", content.text, MAX_TEXT_LENGTH[inbox.channel], context);
      if (!text.ok) return text;
      if (inbox.channel !== "email" || !content.subject) {
        return { ok: true, content: { type: "text", text: text.text, subject: null } };
      }
      const subject = field("subject", content.subject, MAX_SUBJECT_LENGTH, context);
      if (!subject.ok) return subject;
      return { ok: true, content: { type: "text", text: text.text, subject: oneLine(subject.text) } };
    }
    case "template":
      return composeTemplate(content.template, context);
    case "rich":
      return composeRich(content, inbox, context);
  }
}

function composeRich(
  { text, subject, preheader, media, quickReplies }: Extract<Content, { type: "rich" }>,
  inbox: InboxFacts,
  context: RenderContext,
): Composed {
  const body = field("text", text, MAX_TEXT_LENGTH[inbox.channel], context);
  if (!body.ok) return body;
  const ofMail: { subject: string | null; preheader: string | null } = { subject: null, preheader: null };
  if (inbox.channel === "email") {
    for (const [name, source] of Object.entries({ subject, preheader })) {
      if (!source) continue;
      const part = field(name, source, MAX_SUBJECT_LENGTH, context);
      if (!part.ok) return part;
      ofMail[name === "subject" ? "subject" : "preheader"] = oneLine(part.text);
    }
  }
  const content = { type: "rich" as const, text: body.text, ...ofMail, media: media ?? null, quickReplies };
  return { ok: true, content };
}

function composeTemplate({ name, language, parameters }: HsmTemplate, context: RenderContext): Composed {
  const filled: string[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const rendered = field(`parameter ${index + 1}`, parameter, MAX_PARAMETER_LENGTH, context);
    if (!rendered.ok) return rendered;
    filled.push(oneLine(rendered.text));
  }
  // The approved body is Meta's; what we know of the message are its name and the values.
  const text = filled.length > 0 ? `[${name}] ${filled.join(" · ")}` : `[${name}]`;
  return { ok: true, content: { type: "template", name, language, parameters: filled, text } };
}

type Field = { ok: true; text: string } | { ok: false; because: Because };

function field(name: string, source: string, maxLength: number, context: RenderContext): Field {
  const rendered: Rendered = renderText(source, context);
  if (!rendered.ok) {
    if (rendered.missing !== null) return fail("missing_value", { field: name, variable: rendered.missing });
    return fail("text_unrenderable", { field: name, detail: rendered.detail.slice(0, 300) });
  }
  // A filter may have cut an emoji in two; no provider and no database takes the half.
  const text = rendered.text.trim().toWellFormed();
  if (text === "") return fail("text_unrenderable", { field: name, detail: "empty" });
  if (text.length > maxLength) return fail("text_too_long", { field: name, length: text.length, maxLength });
  return { ok: true, text };
}

function fail(code: Because["code"], data: Because["data"]): { ok: false; because: Because } {
  return { ok: false, because: { code, data } };
}

/** Header fields and HSM parameters may not have line breaks, tabs or runs of spaces. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
