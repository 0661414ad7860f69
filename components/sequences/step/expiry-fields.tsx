"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { DEFAULT_DRAFT_EXPIRY, type DraftExpiry, EXPIRED_DRAFTS } from "@/lib/core/model-maestro";

const REMINDERS = [1, 2, 4, 8, 24, 48];
const EXPIRIES = [4, 8, 24, 48, 72, 168, 336, 720];
const DAY_HOURS = 24;

type ExpiryFieldsProps = {
  /** Absent: the default. */
  expiry: DraftExpiry | undefined;
  onExpiry: (expiry: DraftExpiry) => void;
};

/** What becomes of a draft that nobody decides. */
export function ExpiryFields({ expiry = DEFAULT_DRAFT_EXPIRY, onExpiry }: ExpiryFieldsProps) {
  const t = useTranslations("step.compose.expiry");
  const id = useId();
  const { remindAfterHours, expireAfterHours, does } = expiry;
  const length = (hours: number) =>
    hours >= DAY_HOURS && hours % DAY_HOURS === 0
      ? t("days", { count: hours / DAY_HOURS })
      : t("hours", { count: hours });
  // A reminder of what is given up already would never come.
  const reminders = REMINDERS.filter((hours) => hours < expireAfterHours);
  return (
    <section aria-labelledby={id} className="grid gap-1.5">
      <h4 id={id} className="font-medium">
        {t("title")}
      </h4>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <Field label={t("remind")}>
          <NativeSelect
            value={remindAfterHours ?? ""}
            onChange={({ target }) =>
              onExpiry({ ...expiry, remindAfterHours: target.value === "" ? null : Number(target.value) })
            }
          >
            <option value="">{t("never")}</option>
            {withValue(reminders, remindAfterHours).map((hours) => (
              <option key={hours} value={hours}>
                {length(hours)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field label={t("expire")}>
          <NativeSelect
            value={expireAfterHours}
            onChange={({ target }) => onExpiry({ ...expiry, expireAfterHours: Number(target.value) })}
          >
            {withValue(EXPIRIES, expireAfterHours).map((hours) => (
              <option key={hours} value={hours}>
                {length(hours)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field label={t("does")} className="max-sm:col-span-2">
          <NativeSelect
            value={does}
            onChange={({ target }) =>
              onExpiry({ ...expiry, does: EXPIRED_DRAFTS.find((each) => each === target.value) ?? does })
            }
          >
            {EXPIRED_DRAFTS.map((each) => (
              <option key={each} value={each}>
                {t(each)}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
      <p className="text-muted-foreground text-xs">{t(`hint.${does}`)}</p>
    </section>
  );
}

/** The choices and what is chosen: a file from elsewhere may bring another number. */
const withValue = (choices: number[], value: number | null): number[] =>
  value === null || choices.includes(value) ? choices : [...choices, value].sort((a, b) => a - b);
