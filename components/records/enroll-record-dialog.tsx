"use client";

import { useQueryClient } from "@tanstack/react-query";
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
import { enrollRecordAction } from "@/lib/records/actions";
import type { RecordDetail } from "@/lib/records/detail";

type EnrollRecordDialogProps = {
  account: string;
  detail: RecordDetail;
  isOpen: boolean;
  onClose: () => void;
  onEnrolled: () => void;
};

/** Starts a sequence about this one record; a refusal is told at once, with its reason. */
export function EnrollRecordDialog({
  account,
  detail,
  isOpen,
  onClose,
  onEnrolled,
}: EnrollRecordDialogProps) {
  const t = useTranslations();
  const queries = useQueryClient();
  const { row, sequences } = detail;
  const [chosen, setChosen] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const sequenceId = chosen || sequences[0]?.id || "";

  const enroll = async () => {
    setBusy(true);
    const wish = { account, recordId: row.id, kind: row.kind, sequenceId };
    const answer = await enrollRecordAction(wish).catch(() => undefined);
    setBusy(false);
    if (!answer?.data) return setRefused(refusalOf(answer) ?? t("records.failed"));
    const [refusal] = answer.data.refused;
    if (refusal) return setRefused(t(`enrollments.refusal.${refusal.code}`, { count: 1 }));
    toast(answer.data.enrolled > 0 ? t("records.runs.enrolled") : t("records.runs.alreadyRuns"));
    setRefused(null);
    onClose();
    void queries.invalidateQueries({ queryKey: ["record", account] });
    onEnrolled();
  };

  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("records.runs.enrollTitle")}</DialogTitle>
          <DialogDescription>
            {t("records.runs.enrollText", { title: row.title, contact: row.contactName })}
          </DialogDescription>
        </DialogHeader>
        <Field
          label={t("records.runs.sequence")}
          error={refused}
          hint={sequences.length === 0 ? t(`records.runs.noSequence.${row.kind}`) : undefined}
        >
          <NativeSelect value={sequenceId} onChange={(event) => setChosen(event.target.value)}>
            {sequences.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <DialogFooter>
          <Button variant="outline" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button isBusy={isBusy} disabled={sequenceId === ""} onClick={() => void enroll()}>
            {t("records.runs.enroll")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
