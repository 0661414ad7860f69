"use client";

import { formatInTimeZone } from "date-fns-tz";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { RecordKind } from "@/lib/core/model";
import type { RecordRow } from "@/lib/records/schema";

type DateFieldsProps = { kind: RecordKind; known: RecordRow | null; timeZone: string };

export function DateFields({ kind, known, timeZone }: DateFieldsProps) {
  const t = useTranslations("records");
  if (kind === "appointment") {
    return (
      <>
        <Field label={t("startsAt")} hint={t("startsAtHint", { zone: timeZone })}>
          <Input
            name="startsAt"
            type="datetime-local"
            defaultValue={localTime(known?.date, timeZone)}
            required
          />
        </Field>
        <Field label={t("endsAt")}>
          <Input name="endsAt" type="datetime-local" defaultValue={localTime(known?.endsAt, timeZone)} />
        </Field>
      </>
    );
  }
  const name = kind === "charge" ? "dueOn" : "expectedCloseOn";
  return (
    <Field label={t(name)}>
      <Input name={name} type="date" defaultValue={known?.date ?? ""} required={kind === "charge"} />
    </Field>
  );
}

/** As the browser's own field wants it, in the account's zone. */
export const localTime = (at: string | null | undefined, timeZone: string): string =>
  at ? formatInTimeZone(new Date(at), timeZone, "yyyy-MM-dd'T'HH:mm") : "";
