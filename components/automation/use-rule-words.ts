"use client";

import { useTranslations } from "next-intl";
import { useVariableNames } from "@/components/templates/use-variable-names";
import type { RuleOptions } from "@/lib/automation/context";
import type { Condition } from "@/lib/core/model";
import type { ConditionGroups, RuleAction, Trigger } from "@/lib/core/model-rules";
import { variablesOfRule } from "@/lib/core/rule-values";

type Options = Pick<RuleOptions, "sequences" | "members" | "stages" | "variables">;

/** A rule as a person would say it. */
export function useRuleWords({ sequences, members, stages, variables }: Options) {
  const t = useTranslations("automation");
  const conditionWords = useTranslations("step.condition");
  const variableName = useVariableNames(variablesOfRule({ event: "custom" }, variables));

  const named = (list: { id: string; name: string }[], id: string | null): string =>
    list.find((one) => one.id === id)?.name ?? t("action.gone");

  const eventOf = ({ event, name }: Pick<Trigger, "event" | "name">): string =>
    event === "custom" && name ? t("log.event", { name }) : t(`events.${event}`);

  const nameOf = (variable: string): string => {
    if (t.has(`condition.values.${variable}`)) return t(`condition.values.${variable}`);
    return variable.startsWith("event.") ? variable.slice("event.".length) : variableName(variable);
  };

  const said = ({ variable, operator, value }: Condition): string => {
    const words = { variable: nameOf(variable), operator: conditionWords(`operators.${operator}`) };
    const isBare = operator === "is_set" || operator === "is_not_set";
    return isBare ? t("condition.saysOnly", words) : t("condition.says", { ...words, value: `“${value}”` });
  };

  const conditionsOf = ({ match, conditions, groups = [] }: ConditionGroups): string => {
    const parts = [
      ...conditions.map(said),
      ...groups.filter((group) => group.conditions.length > 0).map((group) => `(${conditionsOf(group)})`),
    ];
    return parts.reduce(
      (first, second) =>
        first === "" ? second : t(match === "all" ? "condition.and" : "condition.or", { first, second }),
      "",
    );
  };

  const actionOf = (action: RuleAction): string => {
    switch (action.do) {
      case "enroll":
        return t("action.short.enroll", { name: named(sequences, action.sequenceId) });
      case "stop":
      case "pause": {
        const { sequenceId } = action;
        const name = sequenceId === null ? "" : named(sequences, sequenceId);
        return t(`action.short.${action.do}`, { isAll: String(sequenceId === null), name });
      }
      case "assign": {
        const { userId } = action;
        const name = userId === null ? "" : named(members, userId);
        return t("action.short.assign", { isNobody: String(userId === null), name });
      }
      case "add_tag":
      case "remove_tag":
        return t(`action.short.${action.do}`, { name: action.tag });
      case "snooze":
        return t("action.short.snooze", { hours: action.hours });
      case "move_deal":
        return t("action.short.move_deal", { name: named(stages, action.stageId) });
      case "call_webhook":
        return t("action.short.call_webhook", { name: hostOf(action.url) });
      case "send_message":
      case "resolve":
        return t(`action.short.${action.do}`);
    }
  };

  return { eventOf, conditionsOf, actionOf, nameOf };
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
