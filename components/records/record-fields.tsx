"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { getJson } from "@/components/sequences/get-json";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Skeleton } from "@/components/ui/skeleton";
import { APPOINTMENT_STATUSES, CHARGE_STATUSES, DEAL_STATUSES, type RecordKind } from "@/lib/core/model";
import { typedUnits } from "@/lib/core/money";
import type { RecordChoices } from "@/lib/records/data";
import type { RecordRow } from "@/lib/records/schema";
import { DateFields } from "./date-fields";
import { DealFields } from "./deal-fields";

const STATUSES = { deal: DEAL_STATUSES, appointment: APPOINTMENT_STATUSES, charge: CHARGE_STATUSES };

type RecordFieldsProps = {
  account: string;
  kind: RecordKind;
  known: RecordRow | null;
  timeZone: string;
  currency: string;
  amountError: string | undefined;
};

/** The controls of one record, uncontrolled: the form reads them when it is sent. */
export function RecordFields({ account, ...props }: RecordFieldsProps) {
  const { data: choices } = useQuery({
    queryKey: ["record-choices", account],
    queryFn: () => getJson<RecordChoices>(`/api/a/${account}/records/choices`),
    staleTime: 30_000,
  });
  // Their lists decide what is chosen at first, so that they are drawn together.
  return choices ? <Fields {...props} choices={choices} /> : <Skeleton className="h-56" />;
}

type FieldsProps = Omit<RecordFieldsProps, "account"> & { choices: RecordChoices };

function Fields({ kind, known, timeZone, currency, amountError, choices }: FieldsProps) {
  const t = useTranslations();
  const isGone = known?.assigneeId && !choices.owners.some(({ id }) => id === known.assigneeId);
  return (
    <>
      <Field label={t("records.name")}>
        <Input name="title" defaultValue={known?.title} required maxLength={200} autoComplete="off" />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        {kind !== "appointment" && <PriceFields {...{ kind, known, currency, amountError }} />}
        <DateFields kind={kind} known={known} timeZone={timeZone} />
        {kind === "deal" && <DealFields known={known} pipelines={choices.pipelines} />}
        <Field label={t("records.status")}>
          <NativeSelect name="status" defaultValue={known?.status}>
            {STATUSES[kind].map((status) => (
              <option key={status} value={status}>
                {t(`status.recordStatus.${status}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field label={t("records.owner")}>
          <NativeSelect name="assigneeId" defaultValue={known?.assigneeId ?? ""}>
            <option value="">{t("records.nobody")}</option>
            {isGone && <option value={known.assigneeId ?? ""}>{known.assigneeName ?? "–"}</option>}
            {choices.owners.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
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
      {known?.externalId && (
        <p className="text-muted-foreground text-xs">
          {t("records.externalId")}: <span className="font-mono">{known.externalId}</span>
        </p>
      )}
    </>
  );
}

type PriceFieldsProps = Pick<RecordFieldsProps, "kind" | "known" | "currency" | "amountError">;

function PriceFields({ kind, known, currency, amountError }: PriceFieldsProps) {
  const t = useTranslations("records");
  const locale = useLocale();
  const amount =
    known?.amount != null && known.currency ? typedUnits(known.amount, known.currency, locale) : "";
  return (
    <>
      <Field label={t("amount")} error={amountError}>
        <Input
          name="amount"
          inputMode="decimal"
          defaultValue={amount}
          required={kind === "charge"}
          maxLength={20}
          autoComplete="off"
        />
      </Field>
      <Field label={t("currency")} hint={t("currencyHint")}>
        <Input
          name="currency"
          defaultValue={known?.currency ?? currency}
          required
          pattern="[A-Za-z]{3}"
          maxLength={3}
        />
      </Field>
    </>
  );
}
