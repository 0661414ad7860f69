"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import { RECORD_KINDS, type RecordKind } from "@/lib/core/model";
import { addRecordAction, changeRecordAction } from "@/lib/records/actions";
import type { RecordRow } from "@/lib/records/schema";
import { RecordFields } from "./record-fields";
import { recordOf } from "./record-form";

type RecordDialogProps = {
  account: string;
  contactId: string;
  timeZone: string;
  currency: string;
  /** Null for a new one. */
  known: RecordRow | null;
  isOpen: boolean;
  onClose: () => void;
  onRemove: (row: RecordRow) => void;
};

export function RecordDialog(props: RecordDialogProps) {
  const t = useTranslations("records");
  const { known, isOpen, onClose } = props;
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{known ? t("editTitle") : t("newTitle")}</DialogTitle>
          <DialogDescription>{t("dialogText")}</DialogDescription>
        </DialogHeader>
        <RecordForm key={known?.id ?? "new"} {...props} />
      </DialogContent>
    </Dialog>
  );
}

function RecordForm({
  account,
  contactId,
  timeZone,
  currency,
  known,
  onClose,
  onRemove,
}: Omit<RecordDialogProps, "isOpen">) {
  const t = useTranslations();
  const router = useRouter();
  const [kind, setKind] = useState<RecordKind>(known?.kind ?? "charge");
  const [refusal, setRefusal] = useState<{ amount?: string; form?: string }>({});
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const record = recordOf(kind, new FormData(event.currentTarget), timeZone);
    if (!record) return setRefusal({ amount: t("records.amountInvalid") });
    setBusy(true);
    const answer = await (known
      ? changeRecordAction({ account, recordId: known.id, record })
      : addRecordAction({ account, contactId, record })
    ).catch(() => undefined);
    setBusy(false);
    if (!answer || answer.serverError || answer.validationErrors) {
      const sentence = answer?.serverError?.message ?? answer?.validationErrors?.formErrors[0];
      return setRefusal({ form: sentence ?? t("records.failed") });
    }
    toast(t("records.saved"));
    onClose();
    router.refresh();
  };

  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      {!known && (
        <Field label={t("records.kind")}>
          <NativeSelect value={kind} onChange={(event) => setKind(event.target.value as RecordKind)}>
            {RECORD_KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`status.record.${each}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
      )}
      <RecordFields
        key={kind}
        kind={kind}
        known={known}
        timeZone={timeZone}
        currency={currency}
        amountError={refusal.amount}
      />
      <FieldError>{refusal.form}</FieldError>
      <DialogFooter>
        {known && (
          <Button type="button" variant="ghost" className="sm:mr-auto" onClick={() => onRemove(known)}>
            {t("records.remove")}
          </Button>
        )}
        <Button type="button" variant="outline" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button type="submit" isBusy={isBusy}>
          {t("common.save")}
        </Button>
      </DialogFooter>
    </form>
  );
}
