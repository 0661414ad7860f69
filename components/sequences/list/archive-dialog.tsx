"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";

type ArchiveDialogProps = {
  row: { name: string; inFlight: number };
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onArchive: () => Promise<void>;
};

/** Asked first because ended runs cannot be brought back. */
export function ArchiveDialog({ row, isOpen, onOpenChange, onArchive }: ArchiveDialogProps) {
  const t = useTranslations();
  const [isBusy, startTransition] = useTransition();
  const archive = () =>
    startTransition(async () => {
      await onArchive();
      onOpenChange(false);
    });
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("sequences.archiveTitle", { name: row.name })}</DialogTitle>
          <DialogDescription>{t("sequences.archiveText", { count: row.inFlight })}</DialogDescription>
        </DialogHeader>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="outline">{t("common.cancel")}</Button>
          </DialogClose>
          <Button variant="destructive" onClick={archive} isBusy={isBusy}>
            {t("sequences.archive")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
