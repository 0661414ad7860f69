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
  onSelect: () => void;
  onOpen: () => void;
};

export function EnrollmentRow({ run, timeZone, isOpen, isSelected, onSelect, onOpen }: EnrollmentRowProps) {
  const t = useTranslations("enrollments");
  return (
    <TableRow data-state={isOpen || isSelected ? "selected" : undefined}>
      {isSelected !== undefined && (
        <TableCell className="w-8 pr-0!">
          <Checkbox
            checked={isSelected}
            onCheckedChange={onSelect}
            aria-label={t("select", { name: run.contactName })}
          />
        </TableCell>
      )}
      <TableCell className="max-w-52 truncate">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={onOpen}
          className="max-w-full truncate font-medium hover:underline"
        >
          {run.contactName}
        </button>
      </TableCell>
      <TableCell className="max-w-56 truncate">
        {run.sequenceName} <span className="text-muted-foreground">v{run.versionNumber}</span>
      </TableCell>
      <TableCell className="whitespace-nowrap">
        {run.stepNumber ? t("stepOf", { number: run.stepNumber, count: run.stepCount }) : t("stepsDone")}
      </TableCell>
      <TableCell>
        <RunState status={run.status} endReason={run.endReason} />
      </TableCell>
      <TableCell>
        <Next run={run} timeZone={timeZone} />
      </TableCell>
      <TableCell className="whitespace-nowrap">
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
      <RelativeTime at={run.nextActionAt} timeZone={timeZone} />
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
        <RelativeTime at={run.last.at} timeZone={timeZone} />
      </span>
    </>
  );
}
