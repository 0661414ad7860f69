"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { spansOf } from "./filter-day-spans";
import { type AskedFilter, type DayField, daysOf, type FilterChanges } from "./filter-fields";

type FilterDaysProps = {
  field: DayField;
  filter: AskedFilter;
  timeZone: string;
  onChange: (changes: FilterChanges) => void;
  onDone: () => void;
};

/** Days from and to: one of the usual spans, or days of one's own. */
export function FilterDays({ field, filter, timeZone, onChange, onDone }: FilterDaysProps) {
  const t = useTranslations("enrollments.filter");
  const [fromName, toName] = daysOf(field);
  const from = filter[fromName] ?? "";
  const to = filter[toName] ?? "";
  return (
    <fieldset className="grid gap-3 p-3">
      <legend className="sr-only">{t(`fields.${field}`)}</legend>
      <div className="flex flex-wrap gap-1.5">
        {spansOf(field, new Date(), timeZone).map(({ name, span }) => (
          <Button
            key={name}
            size="sm"
            variant="outline"
            aria-pressed={span.from === from && span.to === to}
            onClick={() => {
              onChange({ [fromName]: span.from, [toName]: span.to });
              onDone();
            }}
          >
            {t(`spans.${name}`)}
          </Button>
        ))}
      </div>
      <div className="grid grid-cols-2 gap-2">
        <Field label={t("from")}>
          <Input
            type="date"
            value={from}
            max={to || undefined}
            onChange={(event) => onChange({ [fromName]: event.target.value || null })}
          />
        </Field>
        <Field label={t("to")}>
          <Input
            type="date"
            value={to}
            min={from || undefined}
            onChange={(event) => onChange({ [toName]: event.target.value || null })}
          />
        </Field>
      </div>
    </fieldset>
  );
}
