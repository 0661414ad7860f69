import { variablesWithoutFallback } from "../liquid-check";
import { marksToPlain } from "../marks";
import { smsSize } from "../message-size";
import type { Content, HsmTemplate, Step } from "../model";
import type { PublishContext, PublishField, WarningPart } from "../publish-check";
import { isAlwaysThere } from "../variables";
import { contentsOf, fixedText, saysFreely } from "./texts";

/** The risks of what a step says and by which channel. */
export function contentWarnings(step: Step, context: PublishContext): WarningPart[] {
  const { channel, content, windowClosed, compose } = step;
  const warnings: WarningPart[] = [];
  const candidates = candidatesOf(step, context);
  const add = (field: PublishField, code: WarningPart["code"], data: WarningPart["data"] = {}) =>
    warnings.push({ field, code, data });

  if (candidates.length === 0) add("channel", "no_inbox", { channel });
  const hasTemplates = candidates.some((inbox) => inbox.hasTemplates);
  if (contentsOf(step).some(({ type }) => type === "template") && candidates.length > 0 && !hasTemplates) {
    add("channel", "no_template_inbox", { channel });
  }
  const instead = windowClosed.do === "template" ? windowClosed.template : null;
  if (saysFreely(step) && !instead && candidates.some((inbox) => inbox.hasWindow)) {
    add("windowClosed", "window_without_template", { do: windowClosed.do });
  }
  if (compose.mode !== "static") {
    if (context.hasMaestro === false) add("compose", "ai_unavailable");
    if (contentsOf(step).some(({ type }) => type === "template")) add("compose", "ai_for_templates");
  }
  return [
    ...warnings,
    ...wordsWarnings(content, step, context),
    ...(saysFreely(step) && instead ? parameterWarnings(instead, "windowClosed", context) : []),
  ];
}

/** The risks of the words of a step, or of one of its variants. */
export function wordsWarnings(content: Content, step: Step, context: PublishContext): WarningPart[] {
  const warnings: WarningPart[] = [];
  const add = (field: PublishField, code: WarningPart["code"], data: WarningPart["data"] = {}) =>
    warnings.push({ field, code, data });
  const candidates = candidatesOf(step, context);
  if (content.type !== "template") {
    const mayBeEmail = candidates.some((inbox) => inbox.channel === "email");
    if (mayBeEmail && !content.subject?.trim()) add("subject", "subject_missing");
    const { segments, forcing } = step.channel === "sms" ? smsSize(asSms(content)) : NO_SMS;
    if (segments > 1) {
      add("text", "sms_long", { segments, count: forcing.length, forcing: forcing.join(" ") });
    }
  }
  const drops = candidates.find((inbox) => inbox.channel !== "whatsapp");
  if (content.type === "rich" && content.quickReplies.length > 0 && drops) {
    add("quickReplies", "quick_replies_dropped", { channel: drops.channel });
  }
  return [...warnings, ...fallbackWarnings(content, context)];
}

/** The inboxes that the step could go out by. */
function candidatesOf({ channel }: Step, { inboxes }: PublishContext): PublishContext["inboxes"] {
  const isOpenChoice = channel === "automatic" || channel === "same_conversation";
  return isOpenChoice ? inboxes : inboxes.filter((inbox) => inbox.channel === channel);
}

const NO_SMS = { segments: 0, forcing: [] };

/** What an SMS holds at least. */
function asSms(content: Exclude<Content, { type: "template" }>): string {
  const words = fixedText(content.text).trim();
  if (content.type === "text") return words;
  return [marksToPlain(words), content.media?.url ?? ""].filter(Boolean).join("\n");
}

/** Variables that some people have no value for, and that no fallback stands in for. */
function fallbackWarnings(content: Content, context: PublishContext): WarningPart[] {
  if (content.type === "template") {
    const ofText = withoutFallback(content.openText ?? "", "text", context);
    return [...parameterWarnings(content.template, "template", context), ...ofText];
  }
  const preheader = content.type === "rich" ? content.preheader : undefined;
  return [
    ...withoutFallback(content.text, "text", context),
    ...withoutFallback(content.subject ?? "", "subject", context),
    ...withoutFallback(preheader ?? "", "preheader", context),
  ];
}

function parameterWarnings(
  { parameters, header, buttons = [] }: HsmTemplate,
  field: PublishField,
  context: PublishContext,
) {
  const values = [...parameters, header?.value ?? "", ...buttons.map(({ value }) => value)];
  return values.flatMap((value) => withoutFallback(value, field, context));
}

/** `count` is how many lack it; 0 when nobody has counted. Where everybody has it, nothing is said. */
function withoutFallback(text: string, field: PublishField, { missing }: PublishContext): WarningPart[] {
  return variablesWithoutFallback(text).flatMap((variable): WarningPart[] => {
    const count = missing?.get(variable);
    if (count === 0 || isAlwaysThere(variable)) return [];
    return [{ field, code: "variable_without_fallback", data: { variable, count: count ?? 0 } }];
  });
}
