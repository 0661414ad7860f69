"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Badge } from "@/components/ui/badge";
import type { SequenceDraft, Step } from "@/lib/core/model";
import { differences } from "@/lib/versions/diff";
import type { Change, Difference } from "@/lib/versions/difference";
import { ChangedText } from "./changed-text";
import { useDifferenceWords } from "./use-difference-words";
import { letterOf } from "./use-value-words";

type DifferenceListProps = {
  before: SequenceDraft;
  after: SequenceDraft;
  /** Members of the account, to call an assignee by name. */
  people?: readonly { id: string; name: string }[];
};

/** What makes one version (or draft) another, in sentences, step by step. */
export function DifferenceList({ before, after, people = [] }: DifferenceListProps) {
  const t = useTranslations("versions.difference");
  const groups = useMemo(() => grouped(differences(before, after)), [before, after]);
  const words = useDifferenceWords(people);
  if (groups.length === 0) return <p className="text-muted-foreground">{t("none")}</p>;
  return (
    <div className="grid grid-cols-1 gap-4">
      {groups.map(({ key, step, isAdded, isRemoved, found }) => (
        <section key={key} aria-label={heading(t, step, isRemoved)} className="grid grid-cols-1 gap-1.5">
          <h3 className="flex items-center gap-2 font-medium text-muted-foreground text-xs">
            {heading(t, step, isRemoved)}
            {isAdded && <Badge tone="green">{t("added")}</Badge>}
            {isRemoved && <Badge tone="red">{t("removed")}</Badge>}
          </h3>
          {(isAdded || isRemoved) && (
            <WholeStep step={stepOf(isAdded ? after : before, step)} isAdded={isAdded} />
          )}
          <ul className="grid grid-cols-1 gap-1.5">
            {found.map(({ key: place, variant, change }) => (
              <li key={place} className="grid grid-cols-1 gap-1">
                <p className="break-words">
                  {variant === null
                    ? words(change)
                    : t("variant", { letter: letterOf(variant), sentence: words(change) })}
                </p>
                {change.code === "text" && <ChangedText words={change.words} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type Group = {
  key: string;
  step: Difference["step"];
  isAdded: boolean;
  isRemoved: boolean;
  /** Without the coming and going of the step itself. */
  found: { key: number; variant: number | null; change: Change }[];
};

function grouped(list: Difference[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { step, variant, change } of list) {
    const isAdded = change.code === "step_added";
    const isRemoved = change.code === "step_removed";
    const key = step ? `${step.id} ${step.number} ${isRemoved}` : "";
    const group = groups.get(key) ?? { key, step, isAdded, isRemoved, found: [] };
    if (!isAdded && !isRemoved) group.found.push({ key: group.found.length, variant, change });
    groups.set(key, group);
  }
  return [...groups.values()];
}

type Translate = ReturnType<typeof useTranslations<"versions.difference">>;

function heading(t: Translate, step: Difference["step"], isRemoved: boolean): string {
  if (!step) return t("sequence");
  const { number, name } = step;
  if (isRemoved) return name ? t("stepWasNamed", { number, name }) : t("stepWas", { number });
  return name ? t("stepNamed", { number, name }) : t("step", { number });
}

const stepOf = ({ steps }: SequenceDraft, step: Difference["step"]): Step | undefined =>
  step ? steps[step.number - 1] : undefined;

/** What a step said that is new or gone. */
function WholeStep({ step, isAdded }: { step: Step | undefined; isAdded: boolean }) {
  if (!step) return null;
  const { content } = step;
  const text = content.type === "template" ? (content.template.body ?? content.template.name) : content.text;
  if (text === "") return null;
  return <ChangedText words={[{ kind: isAdded ? "added" : "removed", text }]} />;
}
