"use client";

import { FilterDays } from "./filter-days";
import { type AskedFilter, type FilterChanges, type FilterField, isDayField } from "./filter-fields";
import type { useFilterOptions } from "./filter-options";
import { FilterValues } from "./filter-values";

export type FilterEditorProps = {
  field: FilterField;
  options: ReturnType<typeof useFilterOptions>;
  filter: AskedFilter;
  timeZone: string;
  onChange: (changes: FilterChanges) => void;
  onDone: () => void;
  onBack?: () => void;
};

/** Sets one filter: a value of a list, or days. */
export function FilterEditor({
  field,
  options,
  filter,
  timeZone,
  onChange,
  onDone,
  onBack,
}: FilterEditorProps) {
  if (isDayField(field)) {
    return (
      <FilterDays field={field} filter={filter} timeZone={timeZone} onChange={onChange} onDone={onDone} />
    );
  }
  return (
    <FilterValues
      field={field}
      options={options.optionsOf(field)}
      value={filter[field]}
      takesTyped={field === "tag"}
      onChoose={(value) => {
        onChange({ [field]: value });
        onDone();
      }}
      {...(onBack && { onBack })}
    />
  );
}
