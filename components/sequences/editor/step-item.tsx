"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import type { Step } from "@/lib/core/model";
import { ContentFields } from "../step/content-fields";
import { ContentType } from "../step/content-type";
import { MessageBubble } from "../step/message-bubble";
import { WaitFields } from "../step/wait-fields";
import { WindowFields } from "../step/window-fields";
import { changeStep } from "./draft";
import { useEditor } from "./editor-scope";
import { StepActs } from "./step-acts";
import { StepMoment } from "./step-moment";
import type { Moment } from "./timeline";

type StepItemProps = {
  step: Step;
  index: number;
  count: number;
  moment: Moment | undefined;
  onMove: (by: -1 | 1) => void;
  onDuplicate: () => void;
  onDelete: () => void;
};

export function StepItem({ step, index, count, moment, onMove, onDuplicate, onDelete }: StepItemProps) {
  const t = useTranslations("sequences.step");
  const { change, isReadOnly } = useEditor();
  const label = t("label", { number: index + 1 });
  const edit = (changed: Partial<Step>) => change((draft) => changeStep(draft, step.id, changed));

  const moveByKey = (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    // In a list of choices the same keys open it.
    if (!event.altKey || !by || isReadOnly || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    onMove(by);
  };

  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 sm:grid-cols-[1.5rem_minmax(0,1fr)] sm:gap-x-3">
      <Rail number={index + 1} isLast={index === count - 1} />
      <fieldset aria-label={label} onKeyDown={moveByKey} disabled={isReadOnly} className="min-w-0 pb-5">
        <div className="flex min-h-7 flex-wrap items-center justify-between gap-2">
          <p className="flex items-baseline gap-2">
            <span className="font-medium">{label}</span>
            {moment && <StepMoment moment={moment} />}
          </p>
          {!isReadOnly && (
            <StepActs
              isFirst={index === 0}
              isLast={index === count - 1}
              onMove={onMove}
              onDuplicate={onDuplicate}
              onDelete={onDelete}
            />
          )}
        </div>
        <div className="@container mt-1 grid gap-4 rounded-lg border bg-surface p-3 sm:p-4">
          <WaitFields step={step} onEdit={edit}>
            <ContentType step={step} onEdit={edit} />
          </WaitFields>
          <div className="grid gap-x-5 gap-y-4 @xl:grid-cols-[minmax(0,1fr)_15rem]">
            <div className="grid min-w-0 content-start gap-4">
              <ContentFields step={step} onEdit={edit} />
              <WindowFields step={step} onEdit={edit} />
            </div>
            <MessageBubble step={step} number={index + 1} />
          </div>
        </div>
      </fieldset>
    </li>
  );
}

/** The line of time that the steps hang on. */
function Rail({ number, isLast }: { number: number; isLast: boolean }) {
  return (
    <div aria-hidden className="relative flex justify-center">
      {!isLast && <span className="absolute top-7 bottom-0 w-px bg-border" />}
      <span className="mt-1 grid size-5 place-items-center rounded-full border bg-surface font-medium text-xs">
        {number}
      </span>
    </div>
  );
}
