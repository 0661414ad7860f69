import {
  type Condition,
  type Operator,
  type SequenceDraft,
  type Step,
  TARGETS,
  type Target,
  type Trigger,
  type TriggerEvent,
} from "../model";
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
      ...allConditions(trigger).flatMap((one) => conditionProblems(one, "triggers", context)),
    ];
    return wrong.map((part) => ({ ...part, data: { ...part.data, trigger: index + 1 } }));
  });
}

const allConditions = ({ conditions, groups = [] }: Trigger): Condition[] => [
  ...conditions,
  ...groups.flatMap((group) => group.conditions),
];

/** What an event is about besides a contact; a custom event may name a record of any kind. */
function subjectOf(event: TriggerEvent): Target | "any" {
  if (event === "custom") return "any";
  const [subject] = event.split(".");
  return TARGETS.find((target) => target === subject) ?? "conversation";
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
