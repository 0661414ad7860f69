"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { BulkActProgress } from "@/lib/enrollments/bulk-act-schema";
import { BulkFrame } from "./bulk-frame";
import { useBulkChanges } from "./use-bulk-changes";

type BulkActCardProps = { account: string; bulkAct: BulkActProgress; children?: ReactNode };

/** How far an act on many is, and what it changed and left alone. */
export function BulkActCard({ account, bulkAct, children }: BulkActCardProps) {
  const t = useTranslations("enrollments.onMany");
  const { isBusy, cancelAct, undoAct } = useBulkChanges(account);
  const { id, act, status, total, seen, changed, restored, kept } = bulkAct;
  const [done, all] = status === "undoing" ? [restored + kept, changed] : [seen, total];
  const left = Math.max(0, changed - restored - kept);
  return (
    <BulkFrame
      {...{ status, done, all, isBusy }}
      title={t(`states.${status}`, { act: act.kind })}
      counts={
        status === "undone" || status === "undoing" || status === "undo_canceled"
          ? t(status === "undo_canceled" ? "takenBackInPart" : "takenBack", { restored, kept, left })
          : t("counts", { changed, left: Math.max(0, seen - changed) })
      }
      error={bulkAct.error}
      isUndoable={bulkAct.isUndoable}
      onCancel={() => void cancelAct(id)}
      onUndo={() => void undoAct(id)}
    >
      {children}
    </BulkFrame>
  );
}
