"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Condition, Goal } from "@/lib/core/model";
import { type ConditionGroups, TRIGGER_EVENTS, type Trigger } from "@/lib/core/model-rules";
import { idleOf, offsetOf } from "@/lib/core/trigger";
import { lengthOf } from "./length";
import { useVariableWords } from "./use-variable-words";

/** A trigger as a sentence: "charge overdue 3 days, if Charge amount is greater than 50". */
export function useTriggerWords(labels?: ReadonlyMap<string, string>) {
  const t = useTranslations("triggers");
  const tOperator = useTranslations("step.condition.operators");
  const nameOf = useVariableWords(labels);
  const format = useFormatter();

  return useMemo(() => {
    const condition = ({ variable, operator, value }: Condition) =>
      [nameOf(variable), tOperator(operator), operator.startsWith("is_") ? "" : value]
        .filter(Boolean)
        .join(" ");
    const joined = (parts: string[], match: "all" | "any") =>
      format.list(parts, { type: match === "all" ? "conjunction" : "disjunction" });

    /** Empty where nothing is asked. */
    const conditions = ({ match, conditions: own, groups = [] }: ConditionGroups): string => {
      const chosen = own.filter(({ variable }) => variable !== "").map(condition);
      const inGroups = groups.flatMap((group) => {
        const list = group.conditions.filter(({ variable }) => variable !== "").map(condition);
        if (list.length === 0) return [];
        return list.length === 1 ? list : [t("inGroup", { conditions: joined(list, group.match) })];
      });
      return joined([...chosen, ...inGroups], match);
    };

    const happens = (trigger: Trigger): string => {
      const { event } = trigger;
      if (event === "custom") return t("named", { name: trigger.name ?? "" });
      if (event === "conversation.idle") {
        const { minutes, lastWord } = idleOf(trigger);
        return t(`idle.words.${lastWord}`, { length: length(minutes) });
      }
      const offset = offsetOf(trigger);
      if (!offset) return t(`events.${event}`);
      const said = t(`length.${offset.unit}`, { count: offset.amount });
      if (event === "appointment.upcoming") return t("offset.words.appointment", { length: said });
      const isNow = offset.amount === 0;
      if (event === "charge.due_soon")
        return isNow ? t("offset.words.dueToday") : t("offset.words.due_soon", { length: said });
      return isNow ? t(`events.${event}`) : t("offset.words.overdue", { length: said });
    };
    const length = (minutes: number) => {
      const { amount, unit } = lengthOf(minutes);
      return t(`length.${unit}`, { count: amount });
    };

    const trigger = (one: Trigger): string => {
      const asked = conditions(one);
      return asked === "" ? happens(one) : t("when", { event: happens(one), conditions: asked });
    };
    const goal = ({ event, match = "all", conditions: asked = [] }: Goal): string => {
      const known = TRIGGER_EVENTS.find((one) => one === event && one !== "custom");
      const reached = known ? t(`events.${known}`) : t("named", { name: event });
      const list = conditions({ match, conditions: asked });
      return list === "" ? reached : t("when", { event: reached, conditions: list });
    };
    return { trigger, goal, none: t("none") };
  }, [t, tOperator, nameOf, format]);
}
