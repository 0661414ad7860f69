"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AmountInput } from "@/components/sequences/step/amount-input";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { CONVERSATION_STATUSES } from "@/lib/core/model";
import { LAST_WORDS, type Trigger } from "@/lib/core/model-rules";
import { LENGTH_UNITS, type LengthUnit, lengthOf, MINUTES_IN } from "./length";

type Idle = NonNullable<Trigger["idle"]>;
type IdleFieldsProps = {
  idle: Idle;
  onIdle: (idle: Idle) => void;
  isReadOnly: boolean;
  /** The shortest and the longest silence, where it is not that of triggers. */
  hint?: string;
};

/** How long a conversation has been silent, after whose message, and in which states that counts. */
export function IdleFields({ idle, onIdle, isReadOnly, hint }: IdleFieldsProps) {
  const t = useTranslations("triggers.idle");
  const tUnit = useTranslations("triggers.units");
  const tStatus = useTranslations("status.conversation");
  const [chosen, setChosen] = useState<LengthUnit>(lengthOf(idle.minutes).unit);
  // Somebody else may have set what the chosen unit cannot say whole.
  const unit = idle.minutes % MINUTES_IN[chosen] === 0 ? chosen : lengthOf(idle.minutes).unit;
  const amount = idle.minutes / MINUTES_IN[unit];
  return (
    <>
      <div className="flex items-start gap-2">
        <Field label={t("amount")} hint={hint ?? t("hint")} className="min-w-0 flex-1">
          <AmountInput
            value={amount}
            max={999}
            onAmount={(next) => onIdle({ ...idle, minutes: next * MINUTES_IN[unit] })}
          />
        </Field>
        <Field label={t("unit")} className="min-w-0 flex-1">
          <NativeSelect
            value={unit}
            onChange={(event) => {
              const next = event.target.value as LengthUnit;
              setChosen(next);
              onIdle({ ...idle, minutes: amount * MINUTES_IN[next] });
            }}
          >
            {LENGTH_UNITS.map((one) => (
              <option key={one} value={one}>
                {tUnit(one)}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
      <Field label={t("lastWord")}>
        <NativeSelect
          value={idle.lastWord}
          onChange={(event) => onIdle({ ...idle, lastWord: event.target.value as Idle["lastWord"] })}
        >
          {LAST_WORDS.map((one) => (
            <option key={one} value={one}>
              {t(`lastWords.${one}`)}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <fieldset className="grid gap-2" disabled={isReadOnly}>
        <legend className="mb-1.5 font-medium text-sm">{t("statuses")}</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          {CONVERSATION_STATUSES.map((status) => (
            <Field key={status} label={tStatus(status)} isInline>
              <Checkbox
                checked={idle.statuses.includes(status)}
                disabled={isReadOnly}
                onCheckedChange={(isOn) =>
                  onIdle({
                    ...idle,
                    statuses: CONVERSATION_STATUSES.filter((one) =>
                      one === status ? isOn === true : idle.statuses.includes(one),
                    ),
                  })
                }
              />
            </Field>
          ))}
        </div>
      </fieldset>
    </>
  );
}
