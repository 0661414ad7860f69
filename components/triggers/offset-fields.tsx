"use client";

import { useTranslations } from "next-intl";
import { AmountInput } from "@/components/sequences/step/amount-input";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { Trigger } from "@/lib/core/model-rules";

type Offset = NonNullable<Trigger["offset"]>;
type OffsetFieldsProps = { offset: Offset; isAfter: boolean; onOffset: (offset: Offset) => void };

/** How long before or after a record's date. */
export function OffsetFields({ offset, isAfter, onOffset }: OffsetFieldsProps) {
  const t = useTranslations("triggers.offset");
  const tUnit = useTranslations("triggers.units");
  return (
    <div className="grid gap-1.5">
      <div className="flex items-start gap-2">
        <Field label={isAfter ? t("after") : t("before")} className="min-w-0 flex-1">
          <AmountInput
            value={offset.amount}
            max={999}
            onAmount={(amount) => onOffset({ ...offset, amount })}
          />
        </Field>
        <Field label={t("unit")} className="min-w-0 flex-1">
          <NativeSelect
            value={offset.unit}
            onChange={(event) => onOffset({ ...offset, unit: event.target.value as Offset["unit"] })}
          >
            {(["hours", "days"] as const).map((one) => (
              <option key={one} value={one}>
                {tUnit(one)}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
      <p className="text-muted-foreground text-xs">{isAfter ? t("overdueHint") : t("hint")}</p>
    </div>
  );
}
