"use client";

import { Undo2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { Status } from "@/components/ui/status";
import type { BulkActStatus } from "@/lib/enrollments/bulk-act-schema";
import { isUnderWay } from "./use-bulks";

type BulkFrameProps = {
  status: BulkActStatus;
  /** What it is doing, or how it ended. */
  title: string;
  done: number;
  all: number;
  /** What it did by now. */
  counts: string;
  /** A key of the errors, where it failed. */
  error: string | null;
  isUndoable: boolean;
  isBusy: boolean;
  onCancel: () => void;
  onUndo: () => void;
  children?: ReactNode;
};

const TONES = {
  waiting: "blue",
  running: "blue",
  undoing: "blue",
  done: "green",
  undone: "grey",
  undo_canceled: "amber",
  canceled: "amber",
  failed: "red",
} as const;

/** How far something that goes on in the background is, and the one act that is left: to cancel it or to take it back. */
export function BulkFrame({ status, title, done, all, counts, error, ...acts }: BulkFrameProps) {
  const t = useTranslations("enrollments.background");
  const errors = useTranslations("errors");
  const { isUndoable, isBusy, onCancel, onUndo, children } = acts;
  return (
    <div className="grid gap-2">
      {isUnderWay({ status }) ? (
        <Progress label={title} value={done} max={all} text={t("progress", { done, total: all })} />
      ) : (
        <Status tone={TONES[status]}>{title}</Status>
      )}
      <p className="text-muted-foreground text-xs" aria-live="polite">
        {status === "failed" && error && errors.has(error) && `${errors(error)} `}
        {counts}
      </p>
      <div className="flex flex-wrap gap-2">
        {isUnderWay({ status }) && (
          <Button size="sm" variant="outline" isBusy={isBusy} onClick={onCancel}>
            <X aria-hidden /> {t(status === "undoing" ? "cancelUndo" : "cancel")}
          </Button>
        )}
        {isUndoable && (
          <Button size="sm" variant="outline" isBusy={isBusy} onClick={onUndo}>
            <Undo2 aria-hidden /> {t(status === "undo_canceled" ? "undoRest" : "undo")}
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}
