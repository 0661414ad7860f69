import { variablesWithoutFallback } from "../liquid-check";
import { marksToPlain } from "../marks";
import { smsSize } from "../message-size";
import type { Content, HsmTemplate, Step } from "../model";
import type { PublishContext, PublishField, WarningPart } from "../publish-check";
import { isAlwaysThere } from "../variables";
import { fixedText } from "./texts";

/** The risks of what a step says and by which channel. */
export function contentWarnings(step: Step, context: PublishContext): WarningPart[] {
  const { channel, content, windowClosed, compose } = step;
  const warnings: WarningPart[] = [];
  const isOpenChoice = channel === "automatic" || channel === "same_conversation";
  const candidates = isOpenChoice
    ? context.inboxes
    : context.inboxes.filter((inbox) => inbox.channel === channel);
  const add = (field: PublishField, code: WarningPart["code"], data: WarningPart["data"] = {}) =>
    warnings.push({ field, code, data });

  if (candidates.length === 0) add("channel", "no_inbox", { channel });
  const hasTemplates = candidates.some((inbox) => inbox.hasTemplates);
  if (content.type === "template" && candidates.length > 0 && !hasTemplates) {
    add("channel", "no_template_inbox", { channel });
  }
  const needsNone = content.type === "template" || windowClosed.do === "template";
  if (!needsNone && candidates.some((inbox) => inbox.hasWindow)) {
    add("windowClosed", "window_without_template", { do: windowClosed.do });
  }
  if (compose.mode !== "static") add("compose", "ai_unavailable");
  if (content.type !== "template") {
    const mayBeEmail = candidates.some((inbox) => inbox.channel === "email");
    if (mayBeEmail && !content.subject?.trim()) add("subject", "subject_missing");
    const { segments, forcing } = channel === "sms" ? smsSize(asSms(content)) : NO_SMS;
    if (segments > 1)
      add("text", "sms_long", { segments, count: forcing.length, forcing: forcing.join(" ") });
  }
  const drops = candidates.find((inbox) => inbox.channel !== "whatsapp");
  if (content.type === "rich" && content.quickReplies.length > 0 && drops) {
    add("quickReplies", "quick_replies_dropped", { channel: drops.channel });
  }
  const instead =
    content.type !== "template" && windowClosed.do === "template" ? windowClosed.template : null;
  return [
    ...warnings,
    ...fallbackWarnings(content, context),
    ...(instead ? parameterWarnings(instead, "windowClosed", context) : []),
  ];
}

const NO_SMS = { segments: 0, forcing: [] };

/** What an SMS holds at least. */
function asSms(content: Exclude<Content, { type: "template" }>): string {
  const words = fixedText(content.text).trim();
  if (content.type === "text") return words;
  return [marksToPlain(words), content.media?.url ?? ""].filter(Boolean).join("\n");
}

/** Variables that some people have no value for, and that no fallback stands in for. */
export function fallbackWarnings(content: Content, context: PublishContext): WarningPart[] {
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

function parameterWarnings({ parameters }: HsmTemplate, field: PublishField, context: PublishContext) {
  return parameters.flatMap((parameter) => withoutFallback(parameter, field, context));
}

/** `count` is how many lack it; 0 when nobody has counted. Where everybody has it, nothing is said. */
function withoutFallback(text: string, field: PublishField, { missing }: PublishContext): WarningPart[] {
  return variablesWithoutFallback(text).flatMap((variable): WarningPart[] => {
    const count = missing?.get(variable);
    if (count === 0 || isAlwaysThere(variable)) return [];
    return [{ field, code: "variable_without_fallback", data: { variable, count: count ?? 0 } }];
  });
}
