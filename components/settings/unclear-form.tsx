"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import type { FormEvent } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { changeUnclearAction } from "@/lib/settings/actions";
import { SaveBar } from "./save-bar";
import { useSavedToast } from "./use-saved-toast";

type UnclearFormProps = { account: string; hours: number; isReadOnly: boolean };

/** After how long a person is asked about a send whose outcome nobody knows. */
export function UnclearForm({ account, hours, isReadOnly }: UnclearFormProps) {
  const t = useTranslations("settings.general.unclear");
  const { execute, result, isPending } = useAction(changeUnclearAction, { onSuccess: useSavedToast() });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    execute({ account, unknownAfterHours: Number(form.get("unknownAfterHours")) });
  };
  return (
    <form onSubmit={submit}>
      <fieldset disabled={isReadOnly} className="grid gap-5">
        <Field
          label={t("hours")}
          hint={t("hoursHint")}
          error={result.validationErrors?.fieldErrors?.unknownAfterHours}
        >
          <Input
            name="unknownAfterHours"
            type="number"
            inputMode="numeric"
            min={1}
            max={168}
            required
            className="max-w-32"
            defaultValue={hours}
          />
        </Field>
      </fieldset>
      <SaveBar
        isReadOnly={isReadOnly}
        isBusy={isPending}
        error={result.serverError?.message}
        label={t("save")}
      />
    </form>
  );
}
