"use client";

import { useTranslations } from "next-intl";
import { NativeSelect } from "@/components/ui/native-select";

type FilterSelectProps = {
  label: string;
  /** What it says where nothing is chosen. */
  any: string;
  value: string | undefined;
  choices: readonly { id: string; name: string }[];
  onChange: (id: string | undefined) => void;
};

/** One of the account's own things. An address may name one that is no longer there: then the list says so. */
export function FilterSelect({ label, any, value, choices, onChange }: FilterSelectProps) {
  const t = useTranslations("reports.filter");
  const isGone = value !== undefined && !choices.some(({ id }) => id === value);
  return (
    <NativeSelect
      aria-label={label}
      className="sm:w-44"
      value={value ?? ""}
      onChange={({ target }) => onChange(target.value || undefined)}
    >
      <option value="">{any}</option>
      {isGone && (
        <option value={value}>
          {label}: {t("gone")}
        </option>
      )}
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}
