"use client";

import { useTranslations } from "next-intl";
import { useTriggerWords } from "@/components/triggers/use-trigger-words";
import type { SequenceDraft } from "@/lib/core/model";
import type { SettingsPart } from "../editor/parts";

/** What is set in each part besides the steps, as short sentences. */
export function usePartWords(
  draft: SequenceDraft,
  labels: ReadonlyMap<string, string>,
  members: { id: string; name: string }[],
): Record<SettingsPart, string> {
  const t = useTranslations("sequences");
  const words = useTriggerWords(labels);
  const { target, triggers, reenrollment, exclusivityGroup, exitRules, goal, endsOn, limits, sendingHours } =
    draft;
  const { priority } = draft;
  const joined = (parts: (string | false | null)[]) => parts.filter(Boolean).join(" · ");

  return {
    enters: joined([
      t(`target.${target}`),
      triggers.length === 0 ? words.none : triggers.map(words.trigger).join("; "),
      t(`reenrollment.short.${reenrollment.rule}`, { days: reenrollment.days }),
      exclusivityGroup && t("enters.short.group", { group: exclusivityGroup }),
    ]),
    stops: joined([
      exitRules.replyDoes === "pause" && exitRules.onReply !== "off"
        ? t(`exit.short.pause.${exitRules.onReply}`)
        : t(`exit.short.${exitRules.onReply}`),
      exitRules.onResolution && t("exit.short.onResolution"),
      goal && words.goal(goal),
      t("exit.short.optOut"),
      endsOn && t("exit.short.endsOn", { date: endsOn }),
    ]),
    pace: joined([
      sendingHours ? t("pace.ownHours") : t("pace.accountHours"),
      limits.perDay !== null && t("pace.short.perDay", { count: limits.perDay }),
      limits.perWeek !== null && t("pace.short.perWeek", { count: limits.perWeek }),
      limits.gapMinutes !== null && t("pace.short.gapMinutes", { count: limits.gapMinutes }),
      priority !== "normal" && t(`pace.short.priority.${priority}`),
    ]),
    measure:
      draft.holdoutPercent === 0 ? t("measure.none") : t("measure.short", { percent: draft.holdoutPercent }),
    defaults: members.find((member) => member.id === draft.defaultAssigneeId)?.name ?? t("defaults.nobody"),
  };
}
