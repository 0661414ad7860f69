"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, memo } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { RelativeTime } from "@/components/ui/relative-time";
import type { EnrollmentListItem } from "@/lib/enrollments/data";
import { cellOf, rowClasses } from "./enrollment-columns";
import { RunState } from "./run-state";

type EnrollmentRowProps = {
  run: EnrollmentListItem;
  /** Counted from 0. */
  index: number;
  timeZone: string;
  isOpen: boolean;
  /** The keys act on this row. */
  isAt: boolean;
  /** Undefined where the person may not act on runs. */
  isSelected?: boolean | undefined;
  isReading: boolean;
  /** `isRange` when all rows since the last one are meant. */
  onSelect: (index: number, isRange: boolean) => void;
  onOpen: (id: string) => void;
  onReach: (index: number) => void;
};

export const EnrollmentRow = memo(function EnrollmentRow({
  run,
  index,
  timeZone,
  isOpen,
  isAt,
  isSelected,
  isReading,
  onSelect,
  onOpen,
  onReach,
}: EnrollmentRowProps) {
  const t = useTranslations("enrollments");
  const tick = (event: MouseEvent) => onSelect(index, event.shiftKey);
  return (
    <tr
      data-row={index}
      data-at={isAt}
      data-state={isOpen || isSelected ? "selected" : undefined}
      // The heads of the columns are the first row.
      aria-rowindex={index + 2}
      className={rowClasses}
    >
      {isSelected !== undefined && (
        <td className={cellOf("tick")}>
          <Checkbox
            checked={isSelected}
            disabled={isReading}
            onClick={tick}
            aria-label={t("select", { name: run.contactName })}
            className="z-10 align-middle"
          />
        </td>
      )}
      <td className={cellOf("contact")}>
        {/* The whole row is the button's. */}
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => onOpen(run.id)}
          onFocus={() => onReach(index)}
          className="block max-w-full scroll-mt-24 truncate text-left font-medium after:absolute after:inset-0 hover:underline"
        >
          {run.contactName}
        </button>
      </td>
      <td className={cellOf("sequence")}>
        <span className="flex min-w-0 gap-1">
          <span className="truncate">{run.sequenceName}</span>
          <span className="shrink-0 text-muted-foreground">v{run.versionNumber}</span>
        </span>
      </td>
      <td className={cellOf("step")}>
        {run.stepNumber ? t("stepOf", { number: run.stepNumber, count: run.stepCount }) : t("stepsDone")}
      </td>
      <td className={cellOf("state")}>
        <RunState status={run.status} endReason={run.endReason} />
      </td>
      <td className={cellOf("next")}>
        <Next run={run} timeZone={timeZone} />
      </td>
      <td className={cellOf("last")}>
        <LastEvent run={run} timeZone={timeZone} />
      </td>
      <td className={cellOf("assignee")}>
        {run.assignee?.name ?? (
          <span className="text-muted-foreground">{run.assignee ? t("filter.unknown") : "–"}</span>
        )}
      </td>
    </tr>
  );
});

/** When something happens next, and which rule says so. */
function Next({ run, timeZone }: { run: EnrollmentListItem; timeZone: string }) {
  const t = useTranslations("status.reason");
  if (run.status === "ended" || !run.nextActionAt) {
    // On a phone there is no head above that says what is missing.
    return <span className="text-muted-foreground max-md:sr-only">–</span>;
  }
  const code = run.last?.kind === "waiting" ? run.last.because.code : null;
  return (
    <>
      <RelativeTime at={run.nextActionAt} timeZone={timeZone} className="relative" />
      {code && t.has(code) && <span className="text-muted-foreground">, {t(code)}</span>}
    </>
  );
}

function LastEvent({ run, timeZone }: { run: EnrollmentListItem; timeZone: string }) {
  const t = useTranslations("status.ledger");
  if (!run.last) return <span className="text-muted-foreground">–</span>;
  return (
    <>
      {t(run.last.kind)}{" "}
      <span className="text-muted-foreground">
        <RelativeTime at={run.last.at} timeZone={timeZone} className="relative" />
      </span>
    </>
  );
}
