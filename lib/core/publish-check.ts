import {
  checkText,
  type LiquidProblem,
  type LiquidProblemCode,
  variablesWithoutFallback,
} from "./liquid-check";
import { type Channel, type HsmTemplate, MAX_STEPS, type SequenceDraft, type Step } from "./model";
import { hoursProblem } from "./sending-hours";
import { MAX_WAIT } from "./wait";

/** What the check must know of the account besides the draft. */
export type PublishContext = {
  knownVariables: ReadonlySet<string>;
  inboxes: readonly { channel: Channel; hasWindow: boolean; hasTemplates: boolean }[];
};

export const PUBLISH_PROBLEM_CODES = [
  "no_steps",
  "too_many_steps",
  "duplicate_step_id",
  "wait_zero",
  "wait_too_long",
  "time_needs_days",
  "text_empty",
  "parameter_empty",
  "hours_invalid",
  "hours_never_open",
] as const;

export const PUBLISH_WARNING_CODES = [
  "window_without_template",
  "no_inbox",
  "no_template_inbox",
  "no_exit_on_reply",
  "many_steps",
  "variable_without_fallback",
  "subject_missing",
  "sms_long",
] as const;

export type PublishProblemCode = (typeof PUBLISH_PROBLEM_CODES)[number] | LiquidProblemCode;
export type PublishWarningCode = (typeof PUBLISH_WARNING_CODES)[number];

export const PUBLISH_FIELDS = [
  "steps",
  "wait",
  "channel",
  "text",
  "subject",
  "preheader",
  "media",
  "quickReplies",
  "template",
  "windowClosed",
  "compose",
  "skipRules",
  "variants",
  "exitRules",
  "sendingHours",
] as const;
export type PublishField = (typeof PUBLISH_FIELDS)[number];

/** `stepIndex` counts from 0; both are null when the finding is about the sequence. */
export type Finding<Code> = {
  stepIndex: number | null;
  stepId: string | null;
  field: PublishField;
  code: Code;
  data: Record<string, string | number | null>;
};
export type PublishProblem = Finding<PublishProblemCode>;
export type PublishWarning = Finding<PublishWarningCode>;

/** Problems keep a draft from being published; warnings are risks that a person may accept. */
export function checkDraft(
  draft: SequenceDraft,
  context: PublishContext,
): { problems: PublishProblem[]; warnings: PublishWarning[] } {
  const problems = sequenceProblems(draft);
  const warnings = sequenceWarnings(draft);
  const seen = new Set<string>();
  for (const [stepIndex, step] of draft.steps.entries()) {
    const place = { stepIndex, stepId: step.id };
    if (seen.has(step.id)) problems.push({ ...place, field: "steps", code: "duplicate_step_id", data: {} });
    seen.add(step.id);
    for (const part of [...waitProblems(step, stepIndex), ...contentProblems(step, context)]) {
      problems.push({ ...place, ...part });
    }
    for (const part of stepWarnings(step, context)) warnings.push({ ...place, ...part });
  }
  return { problems, warnings };
}

type Part<Code> = Pick<Finding<Code>, "field" | "code" | "data">;
const WHOLE = { stepIndex: null, stepId: null, data: {} } as const;
/** Shorter sequences usually work better, and people stop reading. */
const MANY_STEPS = 4;
/** One SMS of the plain alphabet. */
const SMS_SEGMENT = 160;

function sequenceProblems({ steps, sendingHours }: SequenceDraft): PublishProblem[] {
  const problems: PublishProblem[] = [];
  if (steps.length === 0) problems.push({ ...WHOLE, field: "steps", code: "no_steps" });
  if (steps.length > MAX_STEPS) problems.push({ ...WHOLE, field: "steps", code: "too_many_steps" });
  const wrongHours = sendingHours && hoursProblem(sendingHours);
  if (wrongHours) problems.push({ ...WHOLE, field: "sendingHours", code: wrongHours });
  return problems;
}

function sequenceWarnings({ steps, exitRules }: SequenceDraft): PublishWarning[] {
  const warnings: PublishWarning[] = [];
  if (exitRules.onReply === "off") warnings.push({ ...WHOLE, field: "exitRules", code: "no_exit_on_reply" });
  if (steps.length > MANY_STEPS) {
    warnings.push({ ...WHOLE, field: "steps", code: "many_steps", data: { steps: steps.length } });
  }
  return warnings;
}

function waitProblems({ wait }: Step, stepIndex: number): Part<PublishProblemCode>[] {
  const problems: Part<PublishProblemCode>[] = [];
  const most = MAX_WAIT[wait.unit];
  if (wait.amount === 0 && stepIndex > 0) problems.push({ field: "wait", code: "wait_zero", data: {} });
  if (wait.amount > most)
    problems.push({ field: "wait", code: "wait_too_long", data: { most, unit: wait.unit } });
  if (wait.at && (wait.unit === "minutes" || wait.unit === "hours")) {
    problems.push({ field: "wait", code: "time_needs_days", data: {} });
  }
  return problems;
}

function contentProblems(
  { content, windowClosed }: Step,
  context: PublishContext,
): Part<PublishProblemCode>[] {
  const fallback =
    content.type === "text" && windowClosed.do === "template"
      ? templateProblems(windowClosed.template, "windowClosed", context)
      : [];
  if (content.type === "template") return templateProblems(content.template, "template", context);
  const problems = textProblems(content.text, "text", context);
  if (content.text.trim() === "") problems.push({ field: "text", code: "text_empty", data: {} });
  if (content.subject) problems.push(...textProblems(content.subject, "subject", context));
  return [...problems, ...fallback];
}

function templateProblems(
  { parameters }: HsmTemplate,
  field: PublishField,
  context: PublishContext,
): Part<PublishProblemCode>[] {
  return parameters.flatMap((parameter, index) => {
    const data = { parameter: index + 1 };
    if (parameter.trim() === "") return [{ field, code: "parameter_empty", data }];
    return textProblems(parameter, field, context).map((part) => ({
      ...part,
      data: { ...part.data, ...data },
    }));
  });
}

function textProblems(text: string, field: PublishField, { knownVariables }: PublishContext) {
  return checkText(text, knownVariables).map(
    ({ code, ...data }: LiquidProblem): Part<PublishProblemCode> => ({ field, code, data }),
  );
}

function stepWarnings(step: Step, { inboxes }: PublishContext): Part<PublishWarningCode>[] {
  const { channel, content, windowClosed } = step;
  const warnings: Part<PublishWarningCode>[] = [];
  const isOpenChoice = channel === "automatic" || channel === "same_conversation";
  const candidates = isOpenChoice ? inboxes : inboxes.filter((inbox) => inbox.channel === channel);
  if (candidates.length === 0) warnings.push({ field: "channel", code: "no_inbox", data: { channel } });
  const needsTemplates = content.type === "template" || windowClosed.do === "template";
  if (
    content.type === "template" &&
    candidates.length > 0 &&
    !candidates.some((inbox) => inbox.hasTemplates)
  ) {
    warnings.push({ field: "channel", code: "no_template_inbox", data: { channel } });
  }
  if (!needsTemplates && candidates.some((inbox) => inbox.hasWindow)) {
    warnings.push({ field: "windowClosed", code: "window_without_template", data: { do: windowClosed.do } });
  }
  if (content.type === "text") {
    const mayBeEmail = candidates.some((inbox) => inbox.channel === "email");
    if (mayBeEmail && !content.subject?.trim())
      warnings.push({ field: "subject", code: "subject_missing", data: {} });
    if (channel === "sms" && content.text.length > SMS_SEGMENT) {
      warnings.push({ field: "text", code: "sms_long", data: { length: content.text.length } });
    }
  }
  return [...warnings, ...fallbackWarnings(step)];
}

function fallbackWarnings({ content, windowClosed }: Step): Part<PublishWarningCode>[] {
  const texts: [PublishField, string][] =
    content.type === "template"
      ? content.template.parameters.map((parameter) => ["template", parameter])
      : [
          ["text", content.text],
          ["subject", content.subject ?? ""],
        ];
  if (content.type === "text" && windowClosed.do === "template") {
    for (const parameter of windowClosed.template.parameters) texts.push(["windowClosed", parameter]);
  }
  return texts.flatMap(([field, text]) =>
    variablesWithoutFallback(text).map((variable) => ({
      field,
      code: "variable_without_fallback",
      data: { variable },
    })),
  );
}
