"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { Operator } from "@/lib/core/model";
import type { CatalogField, FieldKind } from "./filter-catalog";

type ValueInputProps = {
  kind: FieldKind;
  field: CatalogField | undefined;
  operator: Operator;
  value: string;
  onChange: (value: string) => void;
};

/** What a field is compared with: chosen, dated or typed, by its kind. */
export function ValueInput({ kind, field, operator, value, onChange }: ValueInputProps) {
  const t = useTranslations("filter");
  const id = useId();
  const label = t("value");
  if (field?.options && operator !== "in") {
    const isKnown = value === "" || field.options.some((option) => option.value === value);
    return (
      <NativeSelect aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="" disabled>
          {t("choose")}
        </option>
        {!isKnown && <option value={value}>{value}</option>}
        {field.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </NativeSelect>
    );
  }
  // A browser's date field would show nothing for a stored instant and lose it.
  const isDay = kind === "date" && (value === "" || /^\d{4}-\d{2}-\d{2}$/.test(value));
  return (
    <>
      <Input
        aria-label={label}
        type={isDay ? "date" : "text"}
        inputMode={kind === "number" ? "decimal" : undefined}
        list={field?.proposals ? id : undefined}
        value={value}
        maxLength={500}
        placeholder={operator === "in" ? t("list") : undefined}
        autoComplete="off"
        onChange={({ target }) => onChange(kind === "number" ? target.value.replace(",", ".") : target.value)}
      />
      {field?.proposals && (
        <datalist id={id}>
          {field.proposals.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </>
  );
}
