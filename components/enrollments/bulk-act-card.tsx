"use client";

import { Undo2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { Status } from "@/components/ui/status";
import type { BulkActProgress } from "@/lib/enrollments/bulk-act-schema";
import { useBulkActChanges } from "./bulk-act-changes";
import { isUnderWay } from "./use-bulks";

type BulkActCardProps = { account: string; bulkAct: BulkActProgress; children?: ReactNode };

const TONES = {
  waiting: "blue",
  running: "blue",
  undoing: "blue",
  done: "green",
  undone: "grey",
  canceled: "amber",
  failed: "red",
} as const;

/** How far an act on many is, what it changed and left alone, and the one act that is left: to cancel or to undo it. */
export function BulkActCard({ account, bulkAct, children }: BulkActCardProps) {
  const t = useTranslations("enrollments.onMany");
  const error = useTranslations("errors");
  const { isBusy, cancel, undo } = useBulkActChanges(account);
  const { id, act, status, total, seen, changed, restored, kept } = bulkAct;
  const isUndoing = status === "undoing";
  const [done, all] = isUndoing ? [restored + kept, changed] : [seen, total];
  return (
    <div className="grid gap-2">
      {isUnderWay(bulkAct) ? (
        <Progress
          label={isUndoing ? t("undoing", { act: act.kind }) : t("running", { act: act.kind })}
          value={done}
          max={all}
          text={t("progress", { done, total: all })}
        />
      ) : (
        <Status tone={TONES[status]}>{t(`ended.${status}`, { act: act.kind })}</Status>
      )}
      <p className="text-muted-foreground text-xs" aria-live="polite">
        {status === "failed" && bulkAct.error && error.has(bulkAct.error) && `${error(bulkAct.error)} `}
        {status === "undone" || isUndoing
          ? t("takenBack", { restored, kept })
          : t("counts", { changed, left: Math.max(0, seen - changed) })}
      </p>
      <div className="flex flex-wrap gap-2">
        {(status === "waiting" || status === "running") && (
          <Button size="sm" variant="outline" isBusy={isBusy} onClick={() => void cancel(id)}>
            <X aria-hidden /> {t("cancel")}
          </Button>
        )}
        {bulkAct.isUndoable && (
          <Button size="sm" variant="outline" isBusy={isBusy} onClick={() => void undo(id)}>
            <Undo2 aria-hidden /> {t("undo")}
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}
