"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { DialogFooter } from "@/components/ui/dialog";
import { BulkCard } from "./bulk-card";
import { isUnderWay, useBulks } from "./use-bulks";

type BulkProgressProps = {
  account: string;
  bulkId: string;
  /** Called when it is over. */
  onEnded: () => void;
  onClose: () => void;
};

/** Follows a bulk enrollment in the dialog that began it; it goes on when the dialog is closed. */
export function BulkProgress({ account, bulkId, onEnded, onClose }: BulkProgressProps) {
  const t = useTranslations("enrollments.bulk");
  const bulk = useBulks(account)?.find((one) => one.id === bulkId);
  const isOver = bulk !== undefined && !isUnderWay(bulk);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when it is over
  useEffect(() => {
    if (isOver) onEnded();
  }, [isOver]);
  return (
    <div className="grid gap-4">
      {bulk && <BulkCard account={account} bulk={bulk} />}
      <p className="text-muted-foreground">{t("goesOn")}</p>
      <DialogFooter>
        <Button variant="outline" onClick={onClose}>
          {t("inBackground")}
        </Button>
      </DialogFooter>
    </div>
  );
}
