import { checkText, type LiquidProblemCode } from "./liquid-check";
import type { Condition, SequenceStatus } from "./model";
import { MAX_ACTIONS, type RuleAction, type Trigger } from "./model-rules";
import { ruleActionSchema } from "./model-schemas";
import { isEventValue } from "./rule-values";

/** What a rule or a macro may name. */
export type RuleContext = {
  sequences: ReadonlyMap<string, { status: SequenceStatus; isPublished: boolean }>;
  stageIds: ReadonlySet<string>;
  memberIds: ReadonlySet<string>;
  /** What its texts may name. */
  variables: ReadonlySet<string>;
};

export const RULE_PROBLEM_CODES = [
  "event_name_required",
  "event_name_invalid",
  "condition_variable",
  "condition_value",
  "no_action",
  "too_many_actions",
  "sequence_required",
  "sequence_gone",
  "sequence_unpublished",
  "stage_required",
  "stage_gone",
  "member_gone",
  "tag_required",
  "hours_invalid",
  "text_required",
  "url_invalid",
  "action_invalid",
] as const;

/** Where a problem is: `trigger`, `trigger.condition.0`, `trigger.group.1.condition.0`, `actions`, `actions.2`. */
export type RuleProblem = {
  place: string;
  code: (typeof RULE_PROBLEM_CODES)[number] | `publish.${LiquidProblemCode}`;
  data: Record<string, string | number>;
};

/** Everything that keeps a rule from being saved; a macro has no trigger. */
export function ruleProblems(
  { trigger, actions }: { trigger: Trigger | null; actions: readonly RuleAction[] },
  context: RuleContext,
): RuleProblem[] {
  return [...(trigger ? triggerProblems(trigger) : []), ...actionsProblems(actions, context)];
}

export function triggerProblems({ event, name, conditions, groups = [] }: Trigger): RuleProblem[] {
  const found: RuleProblem[] = [];
  if (event === "custom" && !name) found.push(problem("trigger", "event_name_required"));
  else if (event === "custom" && !/^[a-z][a-z0-9_.]{0,79}$/.test(name ?? ""))
    found.push(problem("trigger", "event_name_invalid"));
  const inGroups = groups.flatMap((group, at) => conditionProblems(group.conditions, `trigger.group.${at}`));
  return [...found, ...conditionProblems(conditions, "trigger"), ...inGroups];
}

const conditionProblems = (conditions: readonly Condition[], within: string): RuleProblem[] =>
  conditions.flatMap(({ variable, operator, value }, index) => {
    const place = `${within}.condition.${index}`;
    const isNone = variable.trim() === "" || (variable.startsWith("event.") && !isEventValue(variable));
    if (isNone) return [problem(place, "condition_variable")];
    const needsValue = operator !== "is_set" && operator !== "is_not_set";
    return needsValue && value.trim() === "" ? [problem(place, "condition_value")] : [];
  });

function actionsProblems(actions: readonly RuleAction[], context: RuleContext): RuleProblem[] {
  if (actions.length === 0) return [problem("actions", "no_action")];
  if (actions.length > MAX_ACTIONS) return [problem("actions", "too_many_actions", { max: MAX_ACTIONS })];
  return actions.flatMap((action, index) => {
    const place = `actions.${index}`;
    const own = actionProblems(action, place, context);
    const isWhole = own.length > 0 || ruleActionSchema.safeParse(action).success;
    return isWhole ? own : [problem(place, "action_invalid")];
  });
}

function actionProblems(action: RuleAction, place: string, context: RuleContext): RuleProblem[] {
  switch (action.do) {
    case "enroll":
      return action.sequenceId === ""
        ? [problem(place, "sequence_required")]
        : sequenceProblems(action.sequenceId, place, context, true);
    case "stop":
    case "pause": {
      const ofHours =
        action.do === "pause" && action.hours !== null ? hoursProblems(action.hours, place) : [];
      if (action.sequenceId === null) return ofHours;
      return [...sequenceProblems(action.sequenceId, place, context, false), ...ofHours];
    }
    case "assign":
      return action.userId === null || context.memberIds.has(action.userId)
        ? []
        : [problem(place, "member_gone")];
    case "add_tag":
    case "remove_tag":
      return action.tag.trim() === "" ? [problem(place, "tag_required")] : [];
    case "send_message":
      return textProblems(action.text, place, context);
    case "resolve":
      return [];
    case "snooze":
      return hoursProblems(action.hours, place);
    case "move_deal":
      if (action.stageId === "") return [problem(place, "stage_required")];
      return context.stageIds.has(action.stageId) ? [] : [problem(place, "stage_gone")];
    case "call_webhook":
      return URL.canParse(action.url) && /^https?:$/.test(new URL(action.url).protocol)
        ? []
        : [problem(place, "url_invalid")];
  }
}

function sequenceProblems(
  id: string,
  place: string,
  { sequences }: RuleContext,
  starts: boolean,
): RuleProblem[] {
  const sequence = sequences.get(id);
  if (!sequence || sequence.status === "archived") return [problem(place, "sequence_gone")];
  return starts && !sequence.isPublished ? [problem(place, "sequence_unpublished")] : [];
}

const hoursProblems = (hours: number, place: string): RuleProblem[] =>
  Number.isInteger(hours) && hours >= 1 && hours <= 8_760 ? [] : [problem(place, "hours_invalid")];

function textProblems(text: string, place: string, { variables }: RuleContext): RuleProblem[] {
  if (text.trim() === "") return [problem(place, "text_required")];
  return checkText(text, variables)
    .slice(0, 1)
    .map(({ code, line, column, length, variable, detail }) => ({
      place,
      code: `publish.${code}` as const,
      data: { line, column, length, variable: variable ?? "", detail: detail ?? "" },
    }));
}

const problem = (
  place: string,
  code: (typeof RULE_PROBLEM_CODES)[number],
  data: RuleProblem["data"] = {},
): RuleProblem => ({ place, code, data });
