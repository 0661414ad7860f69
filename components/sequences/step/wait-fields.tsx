"use client";

import { useTranslations } from "next-intl";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { WAIT_UNITS, type Wait, type WaitUnit } from "@/lib/core/model";
import { MAX_WAIT } from "@/lib/core/wait-length";
import { placeId } from "../editor/findings";
import { AmountInput } from "./amount-input";
import { RelativeFields } from "./relative-fields";
import { useStep, useStepField } from "./step-scope";

const takesTime = (unit: WaitUnit) => unit === "days" || unit === "business_days";

/** When the step is due. */
export function WaitFields() {
  const t = useTranslations();
  const { step, index, edit } = useStep();
  const { place, problems } = useStepField("wait");
  const { wait } = step;
  const change = (changed: Partial<Wait>) => edit({ wait: { ...wait, ...changed } });

  const changeUnit = (unit: WaitUnit) => {
    const { at, ...rest } = wait;
    edit({ wait: takesTime(unit) && at ? { ...rest, unit, at } : { ...rest, unit } });
  };
  const changeTime = (at: string) => {
    const { at: _, ...rest } = wait;
    edit({ wait: at ? { ...rest, at } : rest });
  };

  return (
    <div id={placeId(place)} className="grid gap-3">
      <div className="flex flex-wrap items-start gap-x-2 gap-y-3">
        <Field label={t("step.wait.amount")} className="w-18">
          <AmountInput
            value={wait.amount}
            max={MAX_WAIT.minutes}
            onAmount={(amount) => change({ amount })}
            aria-invalid={problems.length > 0 || undefined}
          />
        </Field>
        <Field label={t("step.wait.unit")} className="min-w-32 flex-1">
          <NativeSelect value={wait.unit} onChange={(event) => changeUnit(event.target.value as WaitUnit)}>
            {WAIT_UNITS.map((unit) => (
              <option key={unit} value={unit}>
                {t(`status.unit.${unit}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        {takesTime(wait.unit) && (
          <Field label={t("step.wait.at")} className="w-30">
            <Input type="time" value={wait.at ?? ""} onChange={(event) => changeTime(event.target.value)} />
          </Field>
        )}
      </div>
      <RelativeFields wait={wait} isFirst={index === 0} onWait={(next) => edit({ wait: next })} />
      {problems.map((sentence) => (
        <FieldError key={sentence}>{sentence}</FieldError>
      ))}
    </div>
  );
}
