"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { BulkEnrollment } from "@/lib/enrollments/bulk-data";
import { BulkFrame } from "./bulk-frame";
import { useBulkChanges } from "./use-bulk-changes";

type BulkCardProps = { account: string; bulk: BulkEnrollment; children?: ReactNode };

/** How far a bulk enrollment is, and what it did. */
export function BulkCard({ account, bulk, children }: BulkCardProps) {
  const t = useTranslations("enrollments.bulk");
  const { isBusy, cancelBulk, undoBulk } = useBulkChanges(account);
  const { id, status, sequenceName: sequence, enrolled, existing, undone, stopped, restored } = bulk;
  const refused = Object.values(bulk.refused).reduce((sum, count) => sum + count, 0);
  const [done, all] = status === "undoing" ? [undone + stopped, enrolled] : [bulk.seen, bulk.total];
  return (
    <BulkFrame
      {...{ status, done, all, isBusy }}
      title={t(`states.${status}`, { sequence })}
      counts={
        status === "undone" || status === "undoing" || status === "undo_canceled"
          ? t(status === "undo_canceled" ? "takenBackInPart" : "takenBack", { undone, stopped, restored })
          : t("counts", { enrolled, existing, refused })
      }
      error={bulk.error}
      isUndoable={bulk.isUndoable}
      onCancel={() => void cancelBulk(id)}
      onUndo={() => void undoBulk(id)}
    >
      {children}
    </BulkFrame>
  );
}
