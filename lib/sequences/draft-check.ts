import {
  goalSchema,
  hsmTemplateSchema,
  type SequenceDraft,
  type Step,
  sendingHoursSchema,
  timeOfDaySchema,
  windowClosedSchema,
} from "@/lib/core/model";
import {
  checkDraft,
  type Finding,
  type PublishContext,
  type PublishField,
  type PublishProblemCode,
  type PublishWarning,
} from "@/lib/core/publish-check";

/** Half-typed values that a draft may keep and a version may not have. */
export type ShapeProblemCode =
  | "time_invalid"
  | "template_name"
  | "template_language"
  | "window_days"
  | "goal_event";

export type DraftField = PublishField | "goal";
export type DraftProblem = Omit<Finding<PublishProblemCode | ShapeProblemCode>, "field"> & {
  field: DraftField;
};
export type DraftFindings = { problems: DraftProblem[]; warnings: PublishWarning[] };

/** The core's check, and what it takes for granted: that every value has its final shape. */
export function draftFindings(draft: SequenceDraft, context: PublishContext): DraftFindings {
  const hasHours = draft.sendingHours === null || sendingHoursSchema.safeParse(draft.sendingHours).success;
  const { problems, warnings } = checkDraft(hasHours ? draft : { ...draft, sendingHours: null }, context);
  const found: DraftProblem[] = [...problems];
  for (const [stepIndex, step] of draft.steps.entries()) {
    const place = { stepIndex, stepId: step.id, data: {} };
    for (const part of shapeProblems(step)) found.push({ ...place, ...part });
  }
  found.sort((a, b) => (a.stepIndex ?? -1) - (b.stepIndex ?? -1));
  const whole = { stepIndex: null, stepId: null, data: {} };
  if (!hasHours) found.push({ ...whole, field: "sendingHours", code: "hours_invalid" });
  if (draft.goal && !goalSchema.safeParse(draft.goal).success) {
    found.push({ ...whole, field: "goal", code: "goal_event" });
  }
  return { problems: found, warnings: warnings.filter((warning) => !isAlwaysThere(warning)) };
}

/** Every account has a name, so a text that says it needs no fallback. */
const isAlwaysThere = ({ code, data }: PublishWarning): boolean =>
  code === "variable_without_fallback" && data.variable === "account.name";

type Part = Pick<DraftProblem, "field" | "code">;

function shapeProblems({ wait, content, windowClosed }: Step): Part[] {
  const parts: Part[] = [];
  if (wait.at !== undefined && !timeOfDaySchema.safeParse(wait.at).success) {
    parts.push({ field: "wait", code: "time_invalid" });
  }
  if (content.type === "template") parts.push(...templateShape(content.template, "template"));
  if (windowClosed.do === "template") parts.push(...templateShape(windowClosed.template, "windowClosed"));
  if (windowClosed.do === "wait" && !windowClosedSchema.safeParse(windowClosed).success) {
    parts.push({ field: "windowClosed", code: "window_days" });
  }
  return parts;
}

function templateShape(
  { name, language }: { name: string; language: string },
  field: "template" | "windowClosed",
): Part[] {
  const { shape } = hsmTemplateSchema;
  const parts: Part[] = [];
  if (!shape.name.safeParse(name).success) parts.push({ field, code: "template_name" });
  if (!shape.language.safeParse(language).success) parts.push({ field, code: "template_language" });
  return parts;
}
