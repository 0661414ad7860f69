"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { type Condition, OPERATORS, type Operator } from "@/lib/core/model";
import { VariableSelect } from "./variable-select";

type ConditionFieldsProps = {
  condition: Condition;
  onCondition: (changed: Partial<Condition>) => void;
  /** Where other variables are offered than a text may name. */
  variableField?: ReactNode;
};

const hasValue = (operator: Operator) => operator !== "is_set" && operator !== "is_not_set";

/** A variable, how it is compared, and with what. */
export function ConditionFields({ condition, onCondition, variableField }: ConditionFieldsProps) {
  const t = useTranslations("step.condition");
  const { variable, operator, value } = condition;
  return (
    <div className="grid gap-2">
      {variableField ?? (
        <Field label={t("variable")} isLabelHidden>
          <VariableSelect value={variable} onVariable={(name) => onCondition({ variable: name })} />
        </Field>
      )}
      <div className="flex gap-2">
        <Field label={t("operator")} isLabelHidden className="min-w-0 flex-1">
          <NativeSelect
            value={operator}
            onChange={(event) => onCondition({ operator: event.target.value as Operator })}
          >
            {OPERATORS.map((one) => (
              <option key={one} value={one}>
                {t(`operators.${one}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        {hasValue(operator) && (
          <Field label={t("value")} isLabelHidden className="min-w-0 flex-1">
            <Input
              value={value}
              maxLength={500}
              placeholder={operator === "in" ? t("list") : t("value")}
              onChange={(event) => onCondition({ value: event.target.value })}
            />
          </Field>
        )}
      </div>
    </div>
  );
}
