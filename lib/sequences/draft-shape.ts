import { MAX_HOLDOUT_PERCENT, MAX_LIST_ROW_LENGTH, MAX_WEIGHT, type SequenceDraft } from "@/lib/core/model";
import { sequenceSnapshotSchema } from "@/lib/core/model-schemas";

/** Half-typed values that a draft may keep and a version may not have. */
export const SHAPE_PROBLEM_CODES = [
  "time_invalid",
  "template_name",
  "template_language",
  "parameter_name",
  "header_name",
  "window_days",
  "media_url",
  "quick_reply_long",
  "skip_hours",
  "condition_variable",
  "weight",
  "goal_event",
  "hours_invalid",
  "limit_number",
  "trigger_name",
  "trigger_idle",
  "trigger_offset",
  "goal_condition",
  "exclusivity_group",
  "reenrollment_days",
  "holdout_percent",
  "ends_on",
  "value_invalid",
] as const;
export type ShapeProblemCode = (typeof SHAPE_PROBLEM_CODES)[number];

const SHAPE_FIELDS = [
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
  "target",
  "triggers",
  "reenrollment",
  "exitRules",
  "goal",
  "endsOn",
  "sendingHours",
  "limits",
  "holdoutPercent",
  "defaultAssigneeId",
] as const;
export type ShapeField = (typeof SHAPE_FIELDS)[number] | "steps";

export type ShapeProblem = {
  stepIndex: number | null;
  stepId: string | null;
  field: ShapeField;
  code: ShapeProblemCode;
  data: Record<string, string | number | null>;
};

/**
 * Every place where the draft has not the shape of a snapshot, found by the snapshot's own schema, so that none can be
 * overlooked. How many steps there are is the core's concern.
 */
export function shapeProblems(draft: SequenceDraft): ShapeProblem[] {
  const parsed = sequenceSnapshotSchema.safeParse(draft);
  const found = parsed.success ? [] : parsed.error.issues.flatMap(({ path }) => problemAt(draft, path));
  for (const [index, { event, name }] of draft.triggers.entries()) {
    const isNameless = event === "custom" && (name ?? "") === "";
    if (isNameless) found.push(...problemAt(draft, ["triggers", index, "name"]));
  }
  const said = new Set<string>();
  return found.filter((problem) => {
    const words = JSON.stringify(problem);
    return !said.has(words) && said.add(words);
  });
}

function problemAt(draft: SequenceDraft, path: readonly PropertyKey[]): ShapeProblem[] {
  const [top, index] = path;
  if (top !== "steps") return [{ stepIndex: null, stepId: null, ...wholePart(path) }];
  const step = draft.steps[Number(index)];
  if (index === undefined || !step) return [];
  return [{ stepIndex: Number(index), stepId: step.id, ...stepPart(path.slice(2)) }];
}

type Path = readonly (PropertyKey | undefined)[];
type Part = Pick<ShapeProblem, "field" | "code" | "data">;

const numberOf = (key: PropertyKey | undefined): number => Number(key) + 1;

function wholePart([top, second, third]: Path): Part {
  switch (top) {
    case "goal":
      return { field: "goal", code: second === "conditions" ? "goal_condition" : "goal_event", data: {} };
    case "sendingHours":
      return { field: "sendingHours", code: "hours_invalid", data: {} };
    case "limits":
      return { field: "limits", code: "limit_number", data: { limit: String(second) } };
    case "triggers": {
      const data = { trigger: numberOf(second) };
      if (third === "name" || third === "idle" || third === "offset")
        return { field: "triggers", code: `trigger_${third}`, data };
      return {
        field: "triggers",
        code: third === "conditions" || third === "groups" ? "condition_variable" : "value_invalid",
        data,
      };
    }
    case "exclusivityGroup":
      return { field: "reenrollment", code: "exclusivity_group", data: {} };
    case "reenrollment":
      return { field: "reenrollment", code: "reenrollment_days", data: {} };
    case "holdoutPercent":
      return { field: "holdoutPercent", code: "holdout_percent", data: { max: MAX_HOLDOUT_PERCENT } };
    case "endsOn":
      return { field: "endsOn", code: "ends_on", data: {} };
    default:
      return { field: fieldOf(top), code: "value_invalid", data: {} };
  }
}

function stepPart([part, second, third, ...rest]: Path): Part {
  switch (part) {
    case "wait":
      return { field: "wait", code: second === "at" ? "time_invalid" : "value_invalid", data: {} };
    case "content":
      return contentPart([second, third, ...rest]);
    case "windowClosed":
      if (second === "days") return { field: "windowClosed", code: "window_days", data: {} };
      return templatePart([third, ...rest], "windowClosed");
    case "skipRules": {
      const data = { rule: numberOf(second) };
      if (third === "hours") return { field: "skipRules", code: "skip_hours", data };
      return {
        field: "skipRules",
        code: third === "variable" ? "condition_variable" : "value_invalid",
        data,
      };
    }
    case "weight":
      return { field: "variants", code: "weight", data: { max: MAX_WEIGHT } };
    case "variants": {
      if (third === "weight") return { field: "variants", code: "weight", data: { max: MAX_WEIGHT } };
      const inner = third === "content" ? contentPart(rest) : null;
      const data = { variant: numberOf(second) + 1 };
      return inner
        ? { ...inner, data: { ...inner.data, ...data } }
        : { field: "variants", code: "value_invalid", data };
    }
    default:
      return { field: fieldOf(part), code: "value_invalid", data: {} };
  }
}

function contentPart([part, second, ...rest]: Path): Part {
  switch (part) {
    case "template":
      return templatePart([second, ...rest], "template");
    case "media":
      return { field: "media", code: second === "url" ? "media_url" : "value_invalid", data: {} };
    case "quickReplies":
      return {
        field: "quickReplies",
        code: "quick_reply_long",
        data: { number: numberOf(second), max: MAX_LIST_ROW_LENGTH },
      };
    default:
      return { field: fieldOf(part), code: "value_invalid", data: {} };
  }
}

function templatePart([part, second]: Path, field: "template" | "windowClosed"): Part {
  switch (part) {
    case "header":
      return { field, code: second === "name" ? "header_name" : "value_invalid", data: {} };
    case "name":
      return { field, code: "template_name", data: {} };
    case "language":
      return { field, code: "template_language", data: {} };
    case "parameterNames":
      return { field, code: "parameter_name", data: { parameter: numberOf(second) } };
    default:
      return { field, code: "value_invalid", data: {} };
  }
}

const fieldOf = (key: PropertyKey | undefined): ShapeField =>
  SHAPE_FIELDS.find((field) => field === key) ?? "steps";
