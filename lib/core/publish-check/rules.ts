import { isEventVariable, subjectOf, triggerVariables } from "../event-variables";
import type { Condition, SequenceDraft, Step, Target } from "../model";
import type { Trigger } from "../model-rules";
import type { ProblemPart, PublishContext } from "../publish-check";
import { conditionProblems } from "./conditions";

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
