"use client";

import { formatInTimeZone } from "date-fns-tz";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { APPOINTMENT_STATUSES, CHARGE_STATUSES, DEAL_STATUSES, type RecordKind } from "@/lib/core/model";
import { majorUnits } from "@/lib/core/money";
import type { RecordRow } from "@/lib/records/schema";

const STATUSES = { deal: DEAL_STATUSES, appointment: APPOINTMENT_STATUSES, charge: CHARGE_STATUSES };

type RecordFieldsProps = {
  kind: RecordKind;
  known: RecordRow | null;
  timeZone: string;
  currency: string;
  amountError: string | undefined;
};

/** The controls of one record, uncontrolled: the form reads them when it is sent. */
export function RecordFields({ kind, known, timeZone, currency, amountError }: RecordFieldsProps) {
  const t = useTranslations();
  const amount =
    known?.amount != null && known.currency ? String(majorUnits(known.amount, known.currency)) : "";
  return (
    <>
      <Field label={t("records.name")}>
        <Input name="title" defaultValue={known?.title} required maxLength={200} autoComplete="off" />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        {kind !== "appointment" && (
          <>
            <Field label={t("records.amount")} error={amountError}>
              <Input
                name="amount"
                inputMode="decimal"
                defaultValue={amount}
                required={kind === "charge"}
                maxLength={20}
                autoComplete="off"
              />
            </Field>
            <Field label={t("records.currency")} hint={t("records.currencyHint")}>
              <Input
                name="currency"
                defaultValue={known?.currency ?? currency}
                required
                pattern="[A-Za-z]{3}"
                maxLength={3}
              />
            </Field>
          </>
        )}
        <DateField kind={kind} known={known} timeZone={timeZone} />
        <Field label={t("records.status")}>
          <NativeSelect name="status" defaultValue={known?.status}>
            {STATUSES[kind].map((status) => (
              <option key={status} value={status}>
                {t(`status.recordStatus.${status}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
      {kind === "appointment" && (
        <Field label={t("records.location")}>
          <Input name="location" defaultValue={known?.place} maxLength={500} autoComplete="off" />
        </Field>
      )}
      {kind === "charge" && (
        <Field label={t("records.paymentUrl")}>
          <Input
            name="paymentUrl"
            type="url"
            defaultValue={known?.place}
            maxLength={2_000}
            autoComplete="off"
          />
        </Field>
      )}
    </>
  );
}

function DateField({ kind, known, timeZone }: Pick<RecordFieldsProps, "kind" | "known" | "timeZone">) {
  const t = useTranslations("records");
  const date = known?.date ?? "";
  if (kind === "appointment") {
    const local = date && formatInTimeZone(new Date(date), timeZone, "yyyy-MM-dd'T'HH:mm");
    return (
      <Field label={t("startsAt")} hint={t("startsAtHint", { zone: timeZone })}>
        <Input name="startsAt" type="datetime-local" defaultValue={local} required />
      </Field>
    );
  }
  const name = kind === "charge" ? "dueOn" : "expectedCloseOn";
  return (
    <Field label={t(name)}>
      <Input name={name} type="date" defaultValue={date} required={kind === "charge"} />
    </Field>
  );
}
