"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import type { Step } from "@/lib/core/model";
import { ChannelIcon } from "../list/channel-icons";
import { lineClasses, lineId } from "./rail";
import { StepMarks } from "./step-marks";
import { StepWords } from "./step-words";

type StepLineProps = {
  step: Step;
  index: number;
  /** The wait before the step, and where that leads to. */
  wait: string;
  when: string;
  problems: number;
  warnings: number;
  /** What variables are called. */
  labels: ReadonlyMap<string, string>;
  isSelected: boolean;
  isTabStop: boolean;
  onSelect: (part: string) => void;
};

/** One step in three short lines: when, how and what. Rows that did not change are not drawn again. */
export const StepLine = memo(function StepLine(props: StepLineProps) {
  const { step, index, wait, when, problems, warnings, labels, isSelected, isTabStop, onSelect } = props;
  const t = useTranslations();
  const { content } = step;
  return (
    <button
      type="button"
      id={lineId(step.id)}
      data-line={step.id}
      aria-current={isSelected || undefined}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => onSelect(step.id)}
      className={lineClasses(isSelected)}
    >
      <span className="sr-only">{t("sequences.step.label", { number: index + 1 })}: </span>
      <span className="flex flex-wrap items-baseline justify-between gap-x-3 text-muted-foreground text-xs">
        <span className="inline-block first-letter:uppercase">{wait}</span>
        <span className="max-w-full truncate">{when}</span>
      </span>
      <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
        <span className="flex min-w-0 items-center gap-1.5 font-medium">
          <ChannelIcon channel={step.channel} className="size-3.5 shrink-0 text-muted-foreground" />
          <span className="truncate">{step.name || t(`status.channel.${step.channel}`)}</span>
        </span>
        <span className="text-muted-foreground">{t(`sequences.line.content.${content.type}`)}</span>
        {content.type === "template" && content.template.language && (
          <span className="text-muted-foreground">{content.template.language}</span>
        )}
        <StepMarks step={step} problems={problems} warnings={warnings} />
      </span>
      <StepWords content={content} labels={labels} />
    </button>
  );
});
