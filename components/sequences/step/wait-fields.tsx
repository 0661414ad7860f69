"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { STEP_CHANNELS, type Step, WAIT_UNITS, type WaitUnit } from "@/lib/core/model";
import { MAX_WAIT } from "@/lib/core/wait";
import { placeId, useFieldProblems } from "../editor/findings";
import { AmountInput } from "./amount-input";

type WaitFieldsProps = {
  step: Step;
  onEdit: (changed: Partial<Step>) => void;
  /** What stands in the same line. */
  children: ReactNode;
};

const takesTime = (unit: WaitUnit) => unit === "days" || unit === "business_days";

/** When and by which channel the step goes out. */
export function WaitFields({ step, onEdit, children }: WaitFieldsProps) {
  const t = useTranslations();
  const { wait } = step;
  const problems = useFieldProblems({ stepId: step.id, field: "wait" });
  const channelProblems = useFieldProblems({ stepId: step.id, field: "channel" });

  const changeUnit = (unit: WaitUnit) => {
    const { at, ...rest } = wait;
    onEdit({ wait: takesTime(unit) && at ? { ...rest, unit, at } : { ...rest, unit } });
  };
  const changeTime = (at: string) => {
    const { at: _, ...rest } = wait;
    onEdit({ wait: at ? { ...rest, at } : rest });
  };

  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-start gap-x-2 gap-y-3">
        <div
          id={placeId({ stepId: step.id, field: "wait" })}
          className="flex flex-wrap gap-x-2 gap-y-3 max-sm:w-full"
        >
          <Field label={t("sequences.step.wait")} className="w-16">
            <AmountInput
              value={wait.amount}
              max={MAX_WAIT.minutes}
              onAmount={(amount) => onEdit({ wait: { ...wait, amount } })}
              aria-invalid={problems.length > 0 || undefined}
            />
          </Field>
          <Field label={t("sequences.step.unit")} className="w-33 max-sm:flex-1">
            <NativeSelect value={wait.unit} onChange={(event) => changeUnit(event.target.value as WaitUnit)}>
              {WAIT_UNITS.map((unit) => (
                <option key={unit} value={unit}>
                  {t(`status.unit.${unit}`)}
                </option>
              ))}
            </NativeSelect>
          </Field>
          {takesTime(wait.unit) && (
            <Field label={t("sequences.step.at")} className="w-28">
              <Input type="time" value={wait.at ?? ""} onChange={(event) => changeTime(event.target.value)} />
            </Field>
          )}
        </div>
        <div id={placeId({ stepId: step.id, field: "channel" })} className="min-w-32 flex-1">
          <Field label={t("sequences.step.channel")} error={channelProblems}>
            <NativeSelect
              value={step.channel}
              onChange={(event) => onEdit({ channel: event.target.value as Step["channel"] })}
            >
              {STEP_CHANNELS.map((channel) => (
                <option key={channel} value={channel}>
                  {t(`status.channel.${channel}`)}
                </option>
              ))}
            </NativeSelect>
          </Field>
        </div>
        {children}
      </div>
      {problems.map((sentence) => (
        <FieldError key={sentence}>{sentence}</FieldError>
      ))}
    </div>
  );
}
