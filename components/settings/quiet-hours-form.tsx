"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import type { SendingHours } from "@/lib/core/model";
import { changeSendingHoursAction } from "@/lib/settings/actions";
import { SaveBar } from "./save-bar";
import { useSavedToast } from "./use-saved-toast";
import { WeekdayHours } from "./weekday-hours";

const WORKDAYS = 5;

type QuietHoursFormProps = { account: string; initial: SendingHours; isReadOnly: boolean };

/** Stored are the hours that are open; quiet is the rest. Monday comes first. */
export function QuietHoursForm({ account, initial, isReadOnly }: QuietHoursFormProps) {
  const t = useTranslations("settings.quietHours");
  const [hours, setHours] = useState(initial);
  const { execute, result, isPending } = useAction(changeSendingHoursAction, { onSuccess: useSavedToast() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    execute({ account, sendingHours: hours });
  };
  const monday = hours[0] ?? [];
  const copyMonday = () => setHours(hours.map((day, weekday) => (weekday < WORKDAYS ? monday : day)));
  return (
    <form onSubmit={submit}>
      <fieldset disabled={isReadOnly}>
        <div className="divide-y border-y">
          {hours.map((periods, weekday) => (
            <WeekdayHours
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is the weekday
              key={weekday}
              weekday={weekday}
              periods={periods}
              onChange={(changed) => setHours(hours.with(weekday, changed))}
            />
          ))}
        </div>
      </fieldset>
      <div className="mt-3">
        <FieldError>
          {result.validationErrors?.fieldErrors.sendingHours?.[0] ?? result.validationErrors?.formErrors[0]}
        </FieldError>
      </div>
      <SaveBar isReadOnly={isReadOnly} isBusy={isPending} error={result.serverError?.message}>
        <Button variant="ghost" onClick={copyMonday}>
          {t("copyMonday")}
        </Button>
      </SaveBar>
    </form>
  );
}
