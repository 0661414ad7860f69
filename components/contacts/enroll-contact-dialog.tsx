"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import { enrollContactAction } from "@/lib/enrollments/actions";
import type { SequenceOption } from "@/lib/enrollments/data";

type EnrollContactDialogProps = {
  account: string;
  contactId: string;
  sequences: SequenceOption[];
  isOpen: boolean;
  onClose: () => void;
};

/** Enrolls this one contact; a refusal is told at once, with its reason. */
export function EnrollContactDialog({
  account,
  contactId,
  sequences,
  isOpen,
  onClose,
}: EnrollContactDialogProps) {
  const t = useTranslations("enrollments");
  const router = useRouter();
  const open = sequences.filter((sequence) => sequence.isEnrollable);
  const [sequenceId, setSequenceId] = useState(open[0]?.id ?? "");
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  const enroll = async () => {
    setBusy(true);
    const answer = await enrollContactAction({ account, contactId, sequenceId }).catch(() => undefined);
    setBusy(false);
    if (!answer?.data) return setRefused(refusalOf(answer) ?? t("failed"));
    const [refusal] = answer.data.refused;
    if (refusal) return setRefused(t(`refusal.${refusal.code}`, { count: 1 }));
    toast(answer.data.existing.length > 0 ? t("enroll.alreadyRuns") : t("enroll.enrolled", { count: 1 }));
    setRefused(null);
    onClose();
    router.refresh();
  };

  return (
    <Dialog open={isOpen} onOpenChange={(isOpened) => !isOpened && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("enroll.titleOne")}</DialogTitle>
          <DialogDescription>{t("enroll.textOne")}</DialogDescription>
        </DialogHeader>
        <Field
          label={t("enroll.sequence")}
          error={refused}
          hint={open.length === 0 ? t("enroll.noSequence") : undefined}
        >
          <NativeSelect value={sequenceId} onChange={(event) => setSequenceId(event.target.value)}>
            {open.map((sequence) => (
              <option key={sequence.id} value={sequence.id}>
                {sequence.name}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <DialogFooter>
          <Button isBusy={isBusy} disabled={sequenceId === ""} onClick={() => void enroll()}>
            {t("enroll.enroll")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
