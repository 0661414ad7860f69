import type { LiquidProblemCode } from "./liquid-check";
import type { Channel, ModuleSettings, SequenceDraft } from "./model";
import type { TemplateNeeds } from "./provider-facts";
import { contentProblems } from "./publish-check/content";
import { contentWarnings } from "./publish-check/content-warnings";
import { goalProblems } from "./publish-check/goal";
import { skipRuleProblems, triggerProblems } from "./publish-check/rules";
import { sequenceProblems, sequenceWarnings } from "./publish-check/sequence";
import { hsmProblems } from "./publish-check/templates";
import { variantProblems, variantWarnings } from "./publish-check/variants";
import { waitProblems, waitWarnings } from "./publish-check/waits";
import { namesOf, TARGET_VARIABLES } from "./variables";

/** What the check must know of the account besides the draft. What is absent is not known, and nothing is said of it. */
export type PublishContext = {
  /** Names that texts of every target may use; those of the draft's own target are added. */
  knownVariables: ReadonlySet<string>;
  inboxes: readonly { channel: Channel; hasWindow: boolean; hasTemplates: boolean }[];
  /** As Meta had them at the last look, in Meta's words for the status. */
  hsmTemplates?: readonly { name: string; language: string; status: string; needs?: TemplateNeeds }[] | null;
  settings?: Pick<ModuleSettings, "sendingHours" | "limits">;
  /** The ISO date in the account's zone. */
  today?: string;
  /** How many contacts or records lack a variable's value. */
  missing?: ReadonlyMap<string, number>;
  /** Whether Maestro is switched on. */
  hasMaestro?: boolean;
};

export const PUBLISH_PROBLEM_CODES = [
  "no_steps",
  "too_many_steps",
  "duplicate_step_id",
  "wait_zero",
  "wait_too_long",
  "time_needs_days",
  "relative_without_date",
  "text_empty",
  "message_too_long",
  "other_target_variable",
  "parameter_empty",
  "parameter_count",
  "template_unknown",
  "template_unusable",
  "template_differs",
  "header_empty",
  "header_file",
  "header_long",
  "button_empty",
  "button_long",
  "button_spaces",
  "audio_with_text",
  "list_with_media",
  "quick_reply_empty",
  "quick_reply_twice",
  "quick_reply_long",
  "instruction_missing",
  "condition_unknown_variable",
  "condition_without_value",
  "condition_not_comparable",
  "trigger_target",
  "goal_target",
  "goal_never",
  "hours_invalid",
  "hours_never_open",
  "hours_never_together",
  "ends_on_past",
] as const;

export const PUBLISH_WARNING_CODES = [
  "window_without_template",
  "no_inbox",
  "no_template_inbox",
  "no_exit_on_reply",
  "nobody_for_replies",
  "many_steps",
  "wait_under_limit",
  "limit_wider",
  "variable_without_fallback",
  "subject_missing",
  "sms_long",
  "quick_replies_dropped",
  "ai_unavailable",
  "ai_for_templates",
  "holdout_without_goal",
] as const;

export type PublishProblemCode = (typeof PUBLISH_PROBLEM_CODES)[number] | LiquidProblemCode;
export type PublishWarningCode = (typeof PUBLISH_WARNING_CODES)[number];

/** The keys of a draft and of its steps, so that a finding leads to where its value is edited. */
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
  "goal",
  "sendingHours",
  "limits",
  "triggers",
  "reenrollment",
  "holdoutPercent",
  "endsOn",
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

/** A finding before its place is known. */
export type Part<Code> = Pick<Finding<Code>, "field" | "code" | "data">;
export type ProblemPart = Part<PublishProblemCode>;
export type WarningPart = Part<PublishWarningCode>;

/**
 * What is wrong with a draft whose values have their final shapes, which the snapshot's own schema looks after; others
 * are let through. Problems keep a draft from being published; warnings are risks that a person may
 * accept.
 */
export function checkDraft(
  draft: SequenceDraft,
  account: PublishContext,
): { problems: PublishProblem[]; warnings: PublishWarning[] } {
  const { target, steps } = draft;
  const knownVariables = new Set([...account.knownVariables, ...namesOf(TARGET_VARIABLES[target])]);
  const context: PublishContext = { ...account, knownVariables };
  const whole = { stepIndex: null, stepId: null };
  const problems: PublishProblem[] = [];
  const warnings: PublishWarning[] = [];
  const wrongAsWhole = [
    ...sequenceProblems(draft, context),
    ...triggerProblems(draft, context),
    ...goalProblems(draft, context),
  ];
  for (const part of wrongAsWhole) problems.push({ ...whole, ...part });
  for (const part of sequenceWarnings(draft, context)) warnings.push({ ...whole, ...part });

  const seen = new Set<string>();
  for (const [stepIndex, step] of steps.entries()) {
    const place = { stepIndex, stepId: step.id };
    if (seen.has(step.id)) problems.push({ ...place, field: "steps", code: "duplicate_step_id", data: {} });
    seen.add(step.id);
    const wrong = [
      ...waitProblems(draft, stepIndex),
      ...contentProblems(step.content, step, context),
      ...hsmProblems(step, context),
      ...skipRuleProblems(step, context),
      ...variantProblems(step, context),
    ];
    for (const part of wrong) problems.push({ ...place, ...part });
    const risky = [
      ...waitWarnings(draft, stepIndex, context),
      ...contentWarnings(step, context),
      ...variantWarnings(step, context),
    ];
    for (const part of risky) warnings.push({ ...place, ...part });
  }
  return { problems, warnings };
}
