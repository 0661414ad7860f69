"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { MaestroConfig } from "@/lib/core/model-maestro";
import { SaveBar } from "./save-bar";
import { useMaestroSave } from "./use-maestro-save";

type MaestroCostProps = { account: string; config: MaestroConfig; isReadOnly: boolean };

const PRICES = ["inputPrice", "outputPrice"] as const;

/** The prices of the model, and how much of its work a day may cost. */
export function MaestroCost({ account, config, isReadOnly }: MaestroCostProps) {
  const t = useTranslations("maestro.cost");
  const { save, fields, error, isPending } = useMaestroSave(account, config);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const budget = String(form.get("dailyBudget") ?? "").trim();
    save({
      inputPrice: Number(form.get("inputPrice")),
      outputPrice: Number(form.get("outputPrice")),
      dailyBudget: budget === "" ? null : Number(budget),
    });
  };
  return (
    <form onSubmit={submit}>
      <fieldset disabled={isReadOnly} className="grid gap-5 sm:grid-cols-2">
        {PRICES.map((name) => (
          <Field key={name} label={t(name)} hint={t("priceHint")} error={fields[name]}>
            <Input
              name={name}
              type="number"
              inputMode="decimal"
              required
              min={0}
              max={1000}
              step="any"
              defaultValue={config[name]}
            />
          </Field>
        ))}
        <Field label={t("dailyBudget")} hint={t("dailyBudgetHint")} error={fields.dailyBudget}>
          <Input
            name="dailyBudget"
            type="number"
            inputMode="decimal"
            min={0}
            max={100_000}
            step="any"
            defaultValue={config.dailyBudget ?? ""}
            placeholder={t("none")}
          />
        </Field>
      </fieldset>
      <SaveBar isReadOnly={isReadOnly} isBusy={isPending} error={error} label={t("save")} />
    </form>
  );
}
