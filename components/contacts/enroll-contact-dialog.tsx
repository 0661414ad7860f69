"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AboutField } from "@/components/enrollments/about-field";
import { useEnrollOne } from "@/components/enrollments/use-enroll-one";
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
import { Link } from "@/components/ui/link";
import { NativeSelect } from "@/components/ui/native-select";
import type { SequenceOption } from "@/lib/enrollments/data";

type EnrollContactDialogProps = {
  account: string;
  contactId: string;
  sequences: SequenceOption[];
  isOpen: boolean;
  onClose: () => void;
};

/** Enrolls this one contact; a refusal is told at once, with its reason, and a second attempt leads to the first. */
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
  const [aboutId, setAboutId] = useState("");
  const { enroll, isBusy, refused, forget } = useEnrollOne(() => {
    onClose();
    router.refresh();
  });

  return (
    <Dialog open={isOpen} onOpenChange={(isOpened) => !isOpened && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("enroll.titleOne")}</DialogTitle>
          <DialogDescription>{t("enroll.textOne")}</DialogDescription>
        </DialogHeader>
        <Field
          label={t("enroll.sequence")}
          error={refused?.text}
          hint={open.length === 0 ? t("enroll.noSequence") : undefined}
        >
          <NativeSelect
            value={sequenceId}
            onChange={(event) => {
              setSequenceId(event.target.value);
              setAboutId("");
              forget();
            }}
          >
            {open.map((sequence) => (
              <option key={sequence.id} value={sequence.id}>
                {sequence.name}
              </option>
            ))}
          </NativeSelect>
        </Field>
        {refused?.runId && (
          <Link className="link justify-self-start" href={`/${account}/enrollments?run=${refused.runId}`}>
            {t("enroll.openRun")}
          </Link>
        )}
        {isOpen && (
          <AboutField {...{ account, contactId, sequenceId }} value={aboutId} onChoose={setAboutId} />
        )}
        <DialogFooter>
          <Button
            isBusy={isBusy}
            disabled={sequenceId === ""}
            onClick={() => void enroll({ account, contactId, sequenceId, ...(aboutId && { aboutId }) })}
          >
            {t("enroll.enroll")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
