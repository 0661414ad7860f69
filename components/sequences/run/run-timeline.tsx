"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { MAX_STEPS, type SequenceDraft } from "@/lib/core/model";
import { canAddStep } from "../editor/draft";
import { placeId } from "../editor/findings";
import { linesOf, type Part } from "../editor/parts";
import { momentsOf } from "../editor/timeline";
import { useTimeWords } from "../editor/use-time-words";
import { Rail } from "./rail";
import { SettingsLine } from "./settings-line";
import { StepRows } from "./step-rows";
import { usePartWords } from "./use-part-words";

type Counts = ReadonlyMap<string | null, { problems: number; warnings: number }>;

type RunTimelineProps = {
  draft: SequenceDraft;
  /** The one whose fields are shown beside it, if any. */
  part: Part | null;
  counts: Counts;
  /** Problems of the parts besides the steps. */
  partProblems: ReadonlyMap<Part, number>;
  labels: ReadonlyMap<string, string>;
  members: { id: string; name: string }[];
  isReadOnly: boolean;
  onSelect: (part: Part) => void;
  onInsert: (index: number) => void;
  onDrop: (stepId: string, toIndex: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** The whole run from top to bottom: how people get in, each step with its time, what stops it and how it behaves. */
export function RunTimeline(props: RunTimelineProps) {
  const { draft, part, counts, partProblems, labels, members, isReadOnly, onSelect, onInsert } = props;
  const t = useTranslations("sequences");
  const time = useTimeWords();
  const words = usePartWords(draft, labels, members);
  const { steps, target } = draft;
  const waits = JSON.stringify(steps.map((step) => step.wait));
  const times = useMemo(() => {
    const list: SequenceDraft["steps"][number]["wait"][] = JSON.parse(waits);
    const moments = momentsOf(list.map((wait) => ({ wait })));
    return list.map((wait, index) => {
      const moment = moments[index];
      const words = { wait: time.wait(wait, target), when: moment ? time.moment(moment, target) : "" };
      return { ...words, isSaid: words.wait === words.when };
    });
  }, [waits, target, time]);

  const lines = linesOf(draft);
  const tabStop = part !== null && lines.includes(part) ? part : lines[0];
  const end = times.at(-1);
  const settings = (name: keyof typeof words, isLast = false, when?: string): ReactNode => (
    <SettingsLine
      key={name}
      part={name}
      words={words[name]}
      when={when}
      problems={partProblems.get(name) ?? 0}
      isSelected={part === name}
      isTabStop={tabStop === name}
      isLast={isLast}
      onSelect={onSelect}
    />
  );

  return (
    <section
      aria-label={t("line.label")}
      data-timeline
      id={placeId({ stepId: null, field: "steps" })}
      onKeyDown={props.onKeyDown}
      className="mx-auto grid w-full max-w-3xl content-start"
    >
      <ul>{settings("enters")}</ul>
      <StepRows
        steps={steps}
        times={times}
        counts={counts}
        labels={labels}
        part={part}
        tabStop={tabStop}
        isReadOnly={isReadOnly}
        onSelect={onSelect}
        onInsert={onInsert}
        onDrop={props.onDrop}
      />
      {!isReadOnly && (
        <div className="flex gap-1.5">
          <Rail>
            <Plus aria-hidden className="size-3.5 bg-background text-muted-foreground" />
          </Rail>
          <div className="flex flex-wrap items-center gap-3 py-1.5">
            <Button
              variant="outline"
              size="sm"
              onClick={() => onInsert(steps.length)}
              disabled={!canAddStep(draft)}
            >
              {t("editor.addStep")}
            </Button>
            <p className="text-muted-foreground text-xs">
              {steps.length === 0 && t("editor.noStepsText")}
              {!canAddStep(draft) && t("editor.limit", { max: MAX_STEPS })}
            </p>
          </div>
        </div>
      )}
      <ul>
        {settings("stops", false, end && t("line.ends", { when: end.when }))}
        {settings("pace")}
        {settings("measure")}
        {settings("defaults", true)}
      </ul>
    </section>
  );
}
