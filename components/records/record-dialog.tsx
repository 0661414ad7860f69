"use client";

import { useTranslations } from "next-intl";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import type { RecordKind } from "@/lib/core/model";
import type { RecordRow } from "@/lib/records/schema";
import { RecordDialogForm } from "./record-dialog-form";

export type RecordDialogProps = {
  account: string;
  /** Whose it is; null: the form asks. */
  contactId: string | null;
  timeZone: string;
  currency: string;
  /** Null for a new one. */
  known: RecordRow | null;
  /** Of a new one; without it the form asks. */
  kind?: RecordKind;
  isOpen: boolean;
  onClose: () => void;
  onRemove?: (row: RecordRow) => void;
  onSaved?: () => void;
};

export function RecordDialog(props: RecordDialogProps) {
  const t = useTranslations("records");
  const { known, kind, isOpen, onClose } = props;
  const title = known ? t("editTitle") : kind ? t(`newOf.${kind}`) : t("newTitle");
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{title}</DialogTitle>
          <DialogDescription>{t("dialogText")}</DialogDescription>
        </DialogHeader>
        <RecordDialogForm key={known?.id ?? "new"} {...props} />
      </DialogContent>
    </Dialog>
  );
}
