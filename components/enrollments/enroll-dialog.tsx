"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
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
import { Field, FieldError } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { enrollContactsAction } from "@/lib/enrollments/actions";
import type { SequenceOption } from "@/lib/enrollments/data";
import { type AudienceChoice, audienceOf } from "./audience-choice";
import { AudienceFields, type SegmentOption } from "./audience-fields";
import { BulkProgress } from "./bulk-progress";
import { EnrollReportView } from "./enroll-report";
import { bulksKey } from "./use-bulks";
import { useEnrollReport } from "./use-enroll-report";
import { watchBulk } from "./watched-bulks";

type EnrollDialogProps = {
  account: string;
  sequences: SequenceOption[];
  isOpen: boolean;
  onClose: () => void;
  /** Called when everybody was looked at, or the person leaves it to the background. */
  onEnrolled: () => void;
  /** Whom the dialog proposes at first. */
  proposal?: AudienceChoice;
  /** Saved segments that may be chosen. */
  segments?: SegmentOption[];
  /** The sequence that the dialog proposes; the person may take another. */
  sequenceId?: string;
};

/** Chooses a sequence and contacts, shows who would be taken and who not and why, enrolls, and follows that. */
export function EnrollDialog({ isOpen, onClose, ...rest }: EnrollDialogProps) {
  const t = useTranslations("enrollments.enroll");
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-xl">
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <EnrollForm onClose={onClose} {...rest} />
      </DialogContent>
    </Dialog>
  );
}

function EnrollForm({
  account,
  sequences,
  onClose,
  onEnrolled,
  proposal,
  segments = [],
  ...rest
}: Omit<EnrollDialogProps, "isOpen">) {
  const t = useTranslations();
  const open = sequences.filter((sequence) => sequence.isEnrollable);
  const [sequenceId, setSequenceId] = useState(
    rest.sequenceId ?? (open.length === 1 ? (open[0]?.id ?? "") : ""),
  );
  const [choice, setChoice] = useState<AudienceChoice>(proposal ?? { kind: "chosen", contacts: [] });
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [bulkId, setBulkId] = useState<string | null>(null);
  const queries = useQueryClient();
  const audience = audienceOf(choice);
  const report = useEnrollReport({ account, sequenceId, audience });

  const enroll = async () => {
    if (!audience) return;
    setBusy(true);
    const answer = await enrollContactsAction({ account, sequenceId, audience }).catch(() => undefined);
    setBusy(false);
    if (!answer?.data) return setRefused(refusalOf(answer) ?? t("enrollments.failed"));
    watchBulk(queries, account, answer.data.bulkId);
    await queries.invalidateQueries({ queryKey: bulksKey(account) });
    setBulkId(answer.data.bulkId);
  };
  const leave = () => {
    onEnrolled();
    onClose();
  };

  if (bulkId) {
    return <BulkProgress account={account} bulkId={bulkId} onEnded={leave} onClose={leave} />;
  }

  return (
    <div className="grid min-w-0 gap-4">
      <Field
        label={t("enrollments.enroll.sequence")}
        hint={open.length === 0 ? t("enrollments.enroll.noSequence") : undefined}
      >
        <NativeSelect value={sequenceId} onChange={(event) => setSequenceId(event.target.value)}>
          <option value="" disabled>
            {t("enrollments.enroll.chooseSequence")}
          </option>
          {open.map((sequence) => (
            <option key={sequence.id} value={sequence.id}>
              {sequence.name}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <AudienceFields account={account} segments={segments} choice={choice} onChoose={setChoice} />
      <EnrollReportView account={account} sequenceId={sequenceId} audience={audience} report={report} />
      <FieldError>{refused}</FieldError>
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="outline">{t("common.cancel")}</Button>
        </DialogClose>
        <Button
          isBusy={isBusy || report.kind === "checking"}
          disabled={report.kind !== "checked" || report.report.enrollable === 0}
          onClick={() => void enroll()}
        >
          {t("enrollments.enroll.enroll")}
        </Button>
      </DialogFooter>
    </div>
  );
}
