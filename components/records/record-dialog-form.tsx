"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { Button } from "@/components/ui/button";
import { DialogFooter } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import { RECORD_KINDS, type RecordKind } from "@/lib/core/model";
import { addRecordAction, changeRecordAction } from "@/lib/records/actions";
import { type ChosenContact, ContactChoice } from "./contact-choice";
import type { RecordDialogProps } from "./record-dialog";
import { RecordFields } from "./record-fields";
import { recordOf } from "./record-form";

type RecordDialogFormProps = Omit<RecordDialogProps, "isOpen">;

export function RecordDialogForm({
  account,
  contactId,
  timeZone,
  currency,
  ...props
}: RecordDialogFormProps) {
  const { known, onClose, onRemove, onSaved } = props;
  const t = useTranslations();
  const locale = useLocale();
  const router = useRouter();
  const [kind, setKind] = useState<RecordKind>(known?.kind ?? props.kind ?? "charge");
  const [chosen, setChosen] = useState<ChosenContact | null>(null);
  const [refusal, setRefusal] = useState<{ amount?: string; form?: string }>({});
  const [isBusy, setBusy] = useState(false);
  const owner = contactId ?? known?.contactId ?? chosen?.id;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const record = recordOf(kind, new FormData(event.currentTarget), { zone: timeZone, locale });
    if (!record) return setRefusal({ amount: t("records.amountInvalid") });
    if (!owner) return setRefusal({ form: t("records.contact.missing") });
    setBusy(true);
    const answer = await (known
      ? changeRecordAction({ account, recordId: known.id, record })
      : addRecordAction({ account, contactId: owner, record })
    ).catch(() => undefined);
    setBusy(false);
    if (!answer || answer.serverError || answer.validationErrors)
      return setRefusal({ form: refusalOf(answer) ?? t("records.failed") });
    toast(t("records.saved"));
    onClose();
    onSaved?.();
    router.refresh();
  };

  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      {!known && contactId === null && (
        <ContactChoice account={account} chosen={chosen} onChoose={setChosen} />
      )}
      {!known && !props.kind && (
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
        {...{ account, kind, known, timeZone, currency }}
        amountError={refusal.amount}
      />
      <FieldError>{refusal.form}</FieldError>
      <DialogFooter>
        {known && onRemove && (
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
