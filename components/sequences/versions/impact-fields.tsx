"use client";

import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/segmented";
import { Skeleton } from "@/components/ui/skeleton";
import type { Step } from "@/lib/core/model";
import { GRACE_SECONDS, MOVE_ACTS } from "@/lib/versions/move-acts";
import type { Group, Impact } from "@/lib/versions/schema";
import { type Choices, FINISH, forAll, groupKey, sharedAct } from "./choices";
import { GroupChoice } from "./group-choice";

type ImpactFieldsProps = {
  impact: Impact | undefined;
  isFailed: boolean;
  steps: readonly Step[];
  nextNumber: number;
  choices: Choices;
  onChoices: (choices: Choices) => void;
};

/** Who is in flight, by version and step, and what becomes of them. */
export function ImpactFields({ impact, isFailed, steps, nextNumber, choices, onChoices }: ImpactFieldsProps) {
  const t = useTranslations("versions.impact");
  if (!impact) {
    if (isFailed) return <p className="text-red">{t("failed")}</p>;
    return (
      <>
        <p role="status" className="sr-only">
          {t("counting")}
        </p>
        <Skeleton className="h-32" />
      </>
    );
  }
  const { groups } = impact;
  if (groups.length === 0) return <p className="text-muted-foreground">{t("nobody")}</p>;
  const canMove = groups.some((group) => group.canMove);
  const shared = sharedAct(groups, choices);
  return (
    <div className="grid grid-cols-1 gap-4">
      <p className="text-muted-foreground">{t("text", { seconds: GRACE_SECONDS })}</p>
      {groups.length > 1 && (
        <Segmented
          label={t("everybody")}
          // None is chosen while the groups differ.
          value={shared ?? ""}
          onChange={(act) => act !== "" && onChoices(forAll(groups, act))}
          segments={MOVE_ACTS.map((act) => ({
            value: act,
            label: t(act),
            isDisabled: act === "move" && !canMove,
          }))}
        />
      )}
      {byVersion(groups).map(({ number, own }) => (
        <section key={number} aria-label={t("version", { number })} className="grid grid-cols-1 gap-3">
          <h3 className="font-medium text-muted-foreground text-xs">
            {t("version", { number })},{" "}
            {t("people", { count: own.reduce((sum, { count }) => sum + count, 0) })}
          </h3>
          {own.map((group) => (
            <GroupChoice
              key={groupKey(group)}
              group={group}
              steps={steps}
              nextNumber={nextNumber}
              revision={impact.draftRevision}
              choice={choices[groupKey(group)] ?? FINISH}
              onChoose={(choice) => onChoices({ ...choices, [groupKey(group)]: choice })}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

function byVersion(groups: readonly Group[]): { number: number; own: Group[] }[] {
  const versions = new Map<number, Group[]>();
  for (const group of groups) {
    versions.set(group.versionNumber, [...(versions.get(group.versionNumber) ?? []), group]);
  }
  return [...versions].map(([number, own]) => ({ number, own }));
}
