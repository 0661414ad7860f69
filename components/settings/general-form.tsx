"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { type FormEvent, useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ModuleSettings } from "@/lib/core/model";
import { isLocale, LANGUAGE_NAMES, LOCALES } from "@/lib/locale";
import { changeGeneralAction } from "@/lib/settings/actions";
import { SaveBar } from "./save-bar";
import { useSavedToast } from "./use-saved-toast";

type Choice = { code: string; name: string };

type GeneralFormProps = {
  account: string;
  settings: ModuleSettings;
  choices: { timeZones: string[]; countries: Choice[]; currencies: Choice[] };
  isReadOnly: boolean;
};

export function GeneralForm({ account, settings, choices, isReadOnly }: GeneralFormProps) {
  const t = useTranslations("settings.general");
  const zones = useId();
  const { execute, result, isPending } = useAction(changeGeneralAction, { onSuccess: useSavedToast() });
  const errors = result.validationErrors?.fieldErrors;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const locale = form.get("locale");
    execute({
      account,
      timeZone: String(form.get("timeZone")).trim(),
      useContactZone: form.get("useContactZone") === "on",
      locale: isLocale(locale) ? locale : settings.locale,
      country: String(form.get("country")),
      currency: String(form.get("currency")),
    });
  };
  return (
    <form onSubmit={submit}>
      <fieldset disabled={isReadOnly} className="grid gap-5">
        <Field label={t("timeZone")} hint={t("timeZoneHint")} error={errors?.timeZone}>
          <Input
            name="timeZone"
            defaultValue={settings.timeZone}
            list={zones}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
        <datalist id={zones}>
          {choices.timeZones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <Field label={t("useContactZone")} hint={t("useContactZoneHint")} isInline>
          <Checkbox name="useContactZone" defaultChecked={settings.useContactZone} />
        </Field>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label={t("language")} hint={t("languageHint")} error={errors?.locale}>
            <NativeSelect name="locale" defaultValue={settings.locale}>
              {LOCALES.map((locale) => (
                <option key={locale} value={locale}>
                  {LANGUAGE_NAMES[locale]}
                </option>
              ))}
            </NativeSelect>
          </Field>
          <Field label={t("currency")} hint={t("currencyHint")} error={errors?.currency}>
            <NativeSelect name="currency" defaultValue={settings.currency}>
              {choices.currencies.map(({ code, name }) => (
                <option key={code} value={code}>
                  {code} – {name}
                </option>
              ))}
            </NativeSelect>
          </Field>
          <Field label={t("country")} hint={t("countryHint")} error={errors?.country}>
            <NativeSelect name="country" defaultValue={settings.country}>
              {choices.countries.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          </Field>
        </div>
      </fieldset>
      <SaveBar isReadOnly={isReadOnly} isBusy={isPending} error={result.serverError?.message} />
    </form>
  );
}
