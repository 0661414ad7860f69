import { isEventVariable, subjectOf, triggerVariables } from "../event-variables";
import type { Condition, Operator, SequenceDraft, Step, Target, Trigger } from "../model";
import type { ProblemPart, PublishContext, PublishField } from "../publish-check";
import { targetOf } from "./texts";

export function skipRuleProblems({ skipRules }: Step, context: PublishContext): ProblemPart[] {
  return skipRules.flatMap((rule, index) => {
    const wrong = rule.when === "condition" ? conditionProblems(rule, "skipRules", context) : [];
    return wrong.map((part) => ({ ...part, data: { ...part.data, rule: index + 1 } }));
  });
}

export function triggerProblems({ triggers, target }: SequenceDraft, context: PublishContext): ProblemPart[] {
  return triggers.flatMap((trigger, index) => {
    const wrong = [
      ...eventProblems(trigger, target),
      ...allConditions(trigger).flatMap((one) =>
        conditionProblems(one, "triggers", withEvent(context, trigger, target)),
      ),
    ];
    return wrong.map((part) => ({ ...part, data: { ...part.data, trigger: index + 1 } }));
  });
}

const allConditions = ({ conditions, groups = [] }: Trigger): Condition[] => [
  ...conditions,
  ...groups.flatMap((group) => group.conditions),
];

/** Conditions of a trigger may also name what the event is about, and the event's own values. */
function withEvent(context: PublishContext, trigger: Trigger, target: Target): PublishContext {
  const named = allConditions(trigger).map(({ variable }) => variable);
  const known = triggerVariables(trigger, target, []).map(({ name }) => name);
  const knownVariables = new Set([...context.knownVariables, ...known, ...named.filter(isEventVariable)]);
  return { ...context, knownVariables };
}

/** Whatever happens happens to a contact, so a sequence about contacts can start with any event. */
function eventProblems({ event }: Trigger, target: Target): ProblemPart[] {
  const about = subjectOf(event);
  if (target === "contact" || about === "any" || about === target) return [];
  return [{ field: "triggers", code: "trigger_target", data: { event, target } }];
}

const WITHOUT_VALUE: ReadonlySet<Operator> = new Set(["is_set", "is_not_set"]);

function conditionProblems(
  { variable, operator, value }: Condition,
  field: PublishField,
  { knownVariables }: PublishContext,
): ProblemPart[] {
  // Nobody has chosen one yet, which is said already.
  if (variable.trim() === "") return [];
  const problems: ProblemPart[] = [];
  if (!knownVariables.has(variable)) {
    const target = targetOf(variable);
    if (target) problems.push({ field, code: "other_target_variable", data: { variable, target } });
    else problems.push({ field, code: "condition_unknown_variable", data: { variable } });
  }
  if (!WITHOUT_VALUE.has(operator) && value.trim() === "") {
    problems.push({ field, code: "condition_without_value", data: { variable } });
  } else if ((operator === "greater" || operator === "less") && !hasOrder(value)) {
    problems.push({ field, code: "condition_not_comparable", data: { variable, value } });
  }
  return problems;
}

/** Numbers and ISO dates have an order; texts have none. */
function hasOrder(value: string): boolean {
  const text = value.trim();
  if (text !== "" && Number.isFinite(Number(text))) return true;
  return /^\d{4}-\d{2}-\d{2}(T|$)/.test(text) && !Number.isNaN(Date.parse(text));
}
