"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import type { Condition, Operator } from "@/lib/core/model";
import { type CatalogField, needsValue, OPERATORS_OF } from "./filter-catalog";
import { ValueInput } from "./value-input";

type ConditionRowProps = {
  number: number;
  catalog: CatalogField[];
  condition: Condition;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
};

const GROUPS = ["contact", "attributes", "messages", "sequences"] as const;

/** A field, how it is compared, and with what. */
export function ConditionRow({ number, catalog, condition, onChange, onRemove }: ConditionRowProps) {
  const t = useTranslations("filter");
  const field = catalog.find(({ variable }) => variable === condition.variable);
  const kind = field?.kind ?? "text";
  const choose = (variable: string) => {
    const kindOfNew = catalog.find((one) => one.variable === variable)?.kind ?? "text";
    onChange({ variable, operator: OPERATORS_OF[kindOfNew][0] ?? "equal", value: "" });
  };
  const word = (operator: Operator) => {
    const own = kind === "date" ? "dateOperators" : kind === "items" ? "itemOperators" : "operators";
    return t.has(`${own}.${operator}`) ? t(`${own}.${operator}`) : t(`operators.${operator}`);
  };
  const operators = OPERATORS_OF[kind].includes(condition.operator)
    ? OPERATORS_OF[kind]
    : [condition.operator, ...OPERATORS_OF[kind]];
  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)_auto] items-center gap-2 max-sm:border-b max-sm:pb-3 sm:grid-cols-[minmax(0,11rem)_minmax(0,10rem)_minmax(0,1fr)_auto]">
      <legend className="sr-only">{t("condition", { number })}</legend>
      <NativeSelect
        aria-label={t("field")}
        value={condition.variable}
        onChange={(event) => choose(event.target.value)}
        className="max-sm:col-span-2"
      >
        {!field && <option value={condition.variable}>{condition.variable.replace("contact.", "")}</option>}
        {GROUPS.map((group) => {
          const fields = catalog.filter((one) => one.group === group);
          return fields.length === 0 ? null : (
            <optgroup key={group} label={t(`groups.${group}`)}>
              {fields.map(({ variable, label }) => (
                <option key={variable} value={variable}>
                  {label}
                </option>
              ))}
            </optgroup>
          );
        })}
      </NativeSelect>
      <NativeSelect
        aria-label={t("operator")}
        value={condition.operator}
        onChange={(event) => onChange({ ...condition, operator: event.target.value as Operator })}
        className="max-sm:col-span-2"
      >
        {operators.map((operator) => (
          <option key={operator} value={operator}>
            {word(operator)}
          </option>
        ))}
      </NativeSelect>
      {needsValue(condition.operator) ? (
        <ValueInput
          kind={kind}
          field={field}
          operator={condition.operator}
          value={condition.value}
          onChange={(value) => onChange({ ...condition, value })}
        />
      ) : (
        <span />
      )}
      <Button variant="ghost" size="icon" aria-label={t("removeCondition", { number })} onClick={onRemove}>
        <X aria-hidden />
      </Button>
    </fieldset>
  );
}
