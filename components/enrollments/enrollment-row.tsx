"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableCell, TableRow } from "@/components/ui/table";
import type { EnrollmentListItem } from "@/lib/enrollments/data";
import { RunState } from "./run-state";

type EnrollmentRowProps = {
  run: EnrollmentListItem;
  timeZone: string;
  isOpen: boolean;
  /** Undefined where the person may not act on runs. */
  isSelected?: boolean;
  isReading: boolean;
  onSelect: () => void;
  onOpen: () => void;
};

export function EnrollmentRow({
  run,
  timeZone,
  isOpen,
  isSelected,
  isReading,
  onSelect,
  onOpen,
}: EnrollmentRowProps) {
  const t = useTranslations("enrollments");
  const step = run.stepNumber
    ? t("stepOf", { number: run.stepNumber, count: run.stepCount })
    : t("stepsDone");
  return (
    <TableRow data-state={isOpen || isSelected ? "selected" : undefined} className="relative">
      {isSelected !== undefined && (
        <TableCell className="w-8 pr-0!">
          <Checkbox
            checked={isSelected}
            disabled={isReading}
            onCheckedChange={onSelect}
            aria-label={t("select", { name: run.contactName })}
            className="z-10"
          />
        </TableCell>
      )}
      <TableCell className="max-w-52">
        {/* The whole row is the button's. */}
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={onOpen}
          className="block max-w-full truncate text-left font-medium after:absolute after:inset-0 hover:underline"
        >
          {run.contactName}
        </button>
        <span className="block truncate text-muted-foreground text-xs md:hidden">
          {run.sequenceName}, {step}
        </span>
      </TableCell>
      <TableCell className="max-w-56 truncate max-md:hidden">
        {run.sequenceName} <span className="text-muted-foreground">v{run.versionNumber}</span>
      </TableCell>
      <TableCell className="whitespace-nowrap max-md:hidden">{step}</TableCell>
      <TableCell>
        <RunState status={run.status} endReason={run.endReason} />
      </TableCell>
      <TableCell className="max-md:hidden">
        <Next run={run} timeZone={timeZone} />
      </TableCell>
      <TableCell className="whitespace-nowrap max-md:hidden">
        <LastEvent run={run} timeZone={timeZone} />
      </TableCell>
    </TableRow>
  );
}

/** When something happens next, and which rule says so. */
function Next({ run, timeZone }: { run: EnrollmentListItem; timeZone: string }) {
  const t = useTranslations("status.reason");
  if (run.status === "ended" || !run.nextActionAt) return <span className="text-muted-foreground">–</span>;
  const code = run.last?.kind === "waiting" ? run.last.because.code : null;
  return (
    <span className="whitespace-nowrap">
      <RelativeTime at={run.nextActionAt} timeZone={timeZone} className="relative" />
      {code && t.has(code) && <span className="text-muted-foreground">, {t(code)}</span>}
    </span>
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
