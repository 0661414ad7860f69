"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Condition, SequenceDraft, Trigger } from "@/lib/core/model";
import type { SettingsPart } from "../editor/parts";

/** What is set in each part besides the steps, as short sentences. */
export function usePartWords(
  draft: SequenceDraft,
  labels: ReadonlyMap<string, string>,
  members: { id: string; name: string }[],
): Record<SettingsPart, string> {
  const t = useTranslations("sequences");
  const tOperator = useTranslations("step.condition.operators");
  const format = useFormatter();
  const { target, triggers, reenrollment, exitRules, goal, endsOn, limits, sendingHours } = draft;
  const joined = (parts: (string | false | null)[]) => parts.filter(Boolean).join(" · ");

  const condition = ({ variable, operator, value }: Condition) =>
    [labels.get(variable) ?? variable, tOperator(operator), value].filter(Boolean).join(" ");
  const trigger = ({ event, name, match, conditions }: Trigger) => {
    const happens =
      event === "custom" ? t("trigger.named", { name: name ?? "" }) : t(`trigger.events.${event}`);
    const chosen = conditions.filter(({ variable }) => variable !== "");
    if (chosen.length === 0) return happens;
    const list = format.list(chosen.map(condition), {
      type: match === "all" ? "conjunction" : "disjunction",
    });
    return t("trigger.when", { event: happens, conditions: list });
  };

  return {
    enters: joined([
      t(`target.${target}`),
      triggers.length === 0 ? t("trigger.none") : triggers.map(trigger).join("; "),
      t(`reenrollment.short.${reenrollment.rule}`, { days: reenrollment.days }),
    ]),
    stops: joined([
      t(`exit.short.${exitRules.onReply}`),
      exitRules.onResolution && t("exit.short.onResolution"),
      goal && t("exit.short.goal", { event: goal.event }),
      t("exit.short.optOut"),
      endsOn && t("exit.short.endsOn", { date: endsOn }),
    ]),
    pace: joined([
      sendingHours ? t("pace.ownHours") : t("pace.accountHours"),
      limits.perDay !== null && t("pace.short.perDay", { count: limits.perDay }),
      limits.perWeek !== null && t("pace.short.perWeek", { count: limits.perWeek }),
      limits.gapMinutes !== null && t("pace.short.gapMinutes", { count: limits.gapMinutes }),
    ]),
    measure:
      draft.holdoutPercent === 0 ? t("measure.none") : t("measure.short", { percent: draft.holdoutPercent }),
    defaults: members.find((member) => member.id === draft.defaultAssigneeId)?.name ?? t("defaults.nobody"),
  };
}
