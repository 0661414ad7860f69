"use client";

import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import type { FormEvent } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ContactLimits } from "@/lib/core/model";
import { changeLimitsAction } from "@/lib/settings/actions";
import { limitOf } from "./limit-of";
import { SaveBar } from "./save-bar";
import { useSavedToast } from "./use-saved-toast";

type LimitsFormProps = { account: string; limits: ContactLimits; isReadOnly: boolean };

const FIELDS = [
  { name: "perDay", max: 100 },
  { name: "perWeek", max: 500 },
  { name: "gapMinutes", max: 10_080 },
] as const;

/** How much one contact gets, over all sequences. An empty field is no limit. */
export function LimitsForm({ account, limits, isReadOnly }: LimitsFormProps) {
  const t = useTranslations("settings.limits");
  const { execute, result, isPending } = useAction(changeLimitsAction, { onSuccess: useSavedToast() });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [perDay, perWeek, gapMinutes] = FIELDS.map(({ name }) => limitOf(form.get(name)));
    execute({
      account,
      limits: { perDay: perDay ?? null, perWeek: perWeek ?? null, gapMinutes: gapMinutes ?? null },
    });
  };
  return (
    <form onSubmit={submit}>
      <fieldset disabled={isReadOnly} className="grid gap-5 sm:grid-cols-3">
        {FIELDS.map(({ name, max }) => (
          <Field key={name} label={t(name)} hint={t(`${name}Hint`)}>
            <Input
              name={name}
              type="number"
              inputMode="numeric"
              min={1}
              max={max}
              defaultValue={limits[name] ?? ""}
              placeholder={t("none")}
            />
          </Field>
        ))}
      </fieldset>
      <SaveBar isReadOnly={isReadOnly} isBusy={isPending} error={result.serverError?.message} />
    </form>
  );
}
