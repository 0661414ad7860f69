"use client";

import { Undo2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { Status } from "@/components/ui/status";
import type { BulkEnrollment } from "@/lib/enrollments/bulk-data";
import { useBulkActs } from "./use-bulk-acts";
import { isUnderWay } from "./use-bulks";

type BulkCardProps = { account: string; bulk: BulkEnrollment; children?: React.ReactNode };

const TONES = {
  waiting: "blue",
  running: "blue",
  undoing: "blue",
  done: "green",
  undone: "grey",
  canceled: "amber",
  failed: "red",
} as const;

/** How far a bulk enrollment is, what it did, and the one act that is left: to cancel it or to take it back. */
export function BulkCard({ account, bulk, children }: BulkCardProps) {
  const t = useTranslations("enrollments.bulk");
  const error = useTranslations("errors");
  const { isBusy, cancel, undo } = useBulkActs(account);
  const { status, sequenceName: sequence, total, seen, enrolled, existing } = bulk;
  const refused = Object.values(bulk.refused).reduce((sum, count) => sum + count, 0);
  const isUndoing = status === "undoing";
  return (
    <div className="grid gap-2">
      {isUnderWay(bulk) ? (
        <Progress
          label={t(isUndoing ? "undoing" : "running", { sequence })}
          value={isUndoing ? bulk.undone + bulk.stopped : seen}
          max={isUndoing ? enrolled : total}
          text={t("progress", {
            done: isUndoing ? bulk.undone + bulk.stopped : seen,
            total: isUndoing ? enrolled : total,
          })}
        />
      ) : (
        <Status tone={TONES[status]}>{t(`ended.${status}`, { sequence })}</Status>
      )}
      <p className="text-muted-foreground text-xs" aria-live="polite">
        {status === "failed" && bulk.error && error.has(bulk.error) && `${error(bulk.error)} `}
        {status === "undone" || isUndoing
          ? t("takenBack", { undone: bulk.undone, stopped: bulk.stopped, restored: bulk.restored })
          : t("counts", { enrolled, existing, refused })}
      </p>
      <div className="flex flex-wrap gap-2">
        {(status === "waiting" || status === "running") && (
          <Button size="sm" variant="outline" isBusy={isBusy} onClick={() => void cancel(bulk.id)}>
            <X aria-hidden /> {t("cancel")}
          </Button>
        )}
        {bulk.isUndoable && (
          <Button size="sm" variant="outline" isBusy={isBusy} onClick={() => void undo(bulk.id)}>
            <Undo2 aria-hidden /> {t("undo")}
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}
