"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type FormEvent, useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { type ModuleSettings, TAKEOVERS } from "@/lib/core/model";
import { changeRunRulesAction } from "@/lib/settings/actions";
import { SaveBar } from "./save-bar";
import { useSavedToast } from "./use-saved-toast";

type RunRulesFormProps = {
  account: string;
  settings: Pick<ModuleSettings, "takeover" | "attributionDays" | "stalledDays">;
  isReadOnly: boolean;
};

/** What a message of the team does to runs, how long a goal counts for them, and when a deal is stalled. */
export function RunRulesForm({ account, settings, isReadOnly }: RunRulesFormProps) {
  const t = useTranslations("settings.runRules");
  const [does, setDoes] = useState(settings.takeover.does);
  const { execute, result, isPending } = useAction(changeRunRulesAction, { onSuccess: useSavedToast() });
  const errors = result.validationErrors?.fieldErrors;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    // The hours are kept while something else is chosen, so that they are there again afterwards.
    const hours = form.has("hours") ? Number(form.get("hours")) : settings.takeover.hours;
    execute({
      account,
      takeover: { does, hours },
      attributionDays: Number(form.get("attributionDays")),
      stalledDays: Number(form.get("stalledDays")),
    });
  };
  const days = (name: "attributionDays" | "stalledDays", max: number) => (
    <Field label={t(name)} hint={t(`${name}Hint`)} error={errors?.[name]}>
      <Input
        name={name}
        type="number"
        inputMode="numeric"
        min={1}
        max={max}
        required
        defaultValue={settings[name]}
      />
    </Field>
  );
  return (
    <form onSubmit={submit}>
      <fieldset disabled={isReadOnly} className="grid gap-5 sm:grid-cols-2">
        <Field label={t("takeover")} hint={t("takeoverHint")}>
          <NativeSelect
            value={does}
            onChange={(event) => setDoes(TAKEOVERS.find((one) => one === event.target.value) ?? does)}
          >
            {TAKEOVERS.map((one) => (
              <option key={one} value={one}>
                {t(`does.${one}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field label={t("hours")} hint={t("hoursHint")} error={errors?.takeover}>
          <Input
            name="hours"
            type="number"
            inputMode="numeric"
            min={1}
            max={720}
            required
            disabled={does !== "pause"}
            defaultValue={settings.takeover.hours}
          />
        </Field>
        {days("attributionDays", 90)}
        {days("stalledDays", 365)}
      </fieldset>
      <SaveBar isReadOnly={isReadOnly} isBusy={isPending} error={result.serverError?.message} />
    </form>
  );
}
