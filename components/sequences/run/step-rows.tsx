"use client";

import { useTranslations } from "next-intl";
import { type ComponentType, type ReactNode, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import type { Step } from "@/lib/core/model";
import type { Part } from "../editor/parts";
import { Grip } from "./grip";
import { InsertHere } from "./insert-here";
import { Rail } from "./rail";
import type { SortableRowsProps } from "./sortable-rows";
import { StepLine } from "./step-line";

type StepRowsProps = {
  steps: readonly Step[];
  /** `isSaid`: the wait says already when that is. */
  times: readonly { wait: string; when: string; isSaid: boolean }[];
  counts: ReadonlyMap<string | null, { problems: number; warnings: number }>;
  labels: ReadonlyMap<string, string>;
  part: Part | null;
  tabStop: Part | undefined;
  isReadOnly: boolean;
  onSelect: (part: Part) => void;
  onInsert: (index: number) => void;
  onDrop: (stepId: string, toIndex: number) => void;
};

/** The steps in their order. What dragging needs is fetched when a pointer or the focus first comes near. */
export function StepRows(props: StepRowsProps) {
  const { steps, tabStop, isReadOnly, onDrop } = props;
  const t = useTranslations("sequences.line");
  const [Sortable, setSortable] = useState<ComponentType<SortableRowsProps> | null>(null);
  const [isFetching, setFetching] = useState(false);

  // The same list for as long as the order is: dragging works everything out anew from it.
  const order = steps.map((step) => step.id).join(" ");
  const ids = useMemo(() => order.split(" ").filter(Boolean), [order]);

  const fetch = () => {
    if (isReadOnly || isFetching) return;
    setFetching(true);
    import("./sortable-rows")
      .then((module) => {
        const focused = document.activeElement?.id;
        // The rows are made anew, at once; whoever was on one of them stays there.
        flushSync(() => setSortable(() => module.SortableRows));
        if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
      })
      .catch(() => setFetching(false));
  };

  if (Sortable) {
    return (
      <Sortable
        ids={ids}
        tabStop={tabStop}
        onDrop={onDrop}
        row={(index, grip) => <Row {...props} index={index} grip={grip} />}
      />
    );
  }
  return (
    <ol onPointerEnter={fetch} onFocus={fetch} className="group/steps">
      {steps.map((step, index) => (
        <li key={step.id}>
          <Row
            {...props}
            index={index}
            grip={
              <Grip
                id={`grip-${step.id}`}
                disabled={isReadOnly}
                tabIndex={tabStop === step.id ? 0 : -1}
                aria-label={t("drag", { number: index + 1 })}
              >
                {index + 1}
              </Grip>
            }
          />
        </li>
      ))}
    </ol>
  );
}

type RowProps = StepRowsProps & { index: number; grip: ReactNode };

function Row({
  steps,
  times,
  counts,
  labels,
  part,
  tabStop,
  isReadOnly,
  onSelect,
  onInsert,
  index,
  grip,
}: RowProps) {
  const t = useTranslations("sequences.line");
  const step = steps[index];
  if (!step) return null;
  const count = counts.get(step.id);
  const time = times[index];
  return (
    <>
      {!isReadOnly && (
        <InsertHere label={t("insert", { number: index + 1 })} onInsert={() => onInsert(index)} />
      )}
      <div className="flex gap-1.5">
        <Rail>{grip}</Rail>
        <StepLine
          step={step}
          index={index}
          wait={time?.wait ?? ""}
          when={time?.isSaid ? "" : (time?.when ?? "")}
          problems={count?.problems ?? 0}
          warnings={count?.warnings ?? 0}
          labels={labels}
          isSelected={part === step.id}
          isTabStop={tabStop === step.id}
          onSelect={onSelect}
        />
      </div>
    </>
  );
}
