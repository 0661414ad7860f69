"use client";

import { X } from "lucide-react";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { daysText } from "./filter-day-spans";
import type { FilterEditorProps } from "./filter-editor";
import { daysOf, isDayField, without } from "./filter-fields";

const FilterEditor = dynamic(() => import("./filter-editor").then((editor) => editor.FilterEditor), {
  ssr: false,
});

type FilterChipProps = Omit<FilterEditorProps, "onDone" | "onBack">;

/** One part of the sentence that the filters are: its value is changed in place, and the whole is taken out. */
export function FilterChip({ field, options, filter, timeZone, onChange }: FilterChipProps) {
  const t = useTranslations("enrollments.filter");
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const name = t(`fields.${field}`);
  return (
    <li className="inline-flex h-7 max-w-full items-stretch rounded-md border bg-surface text-sm touch:h-11">
      <Popover open={isOpen} onOpenChange={setOpen}>
        <PopoverTrigger className="inline-flex min-w-0 items-center gap-1 rounded-l-md pr-1.5 pl-2 hover:bg-muted">
          <span className="shrink-0 text-muted-foreground">{t(`sentence.${field}`)}</span>
          <span className="max-w-48 truncate font-medium">
            {chipValue({ field, options, filter, locale })}
          </span>
        </PopoverTrigger>
        <PopoverContent aria-label={name} className="w-72 p-0">
          <FilterEditor {...{ field, options, filter, timeZone, onChange }} onDone={() => setOpen(false)} />
        </PopoverContent>
      </Popover>
      <button
        type="button"
        aria-label={t("remove", { name })}
        onClick={() => onChange(without(field))}
        className="grid w-6 shrink-0 place-items-center rounded-r-md border-l text-muted-foreground hover:bg-muted hover:text-foreground touch:w-11"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </li>
  );
}

function chipValue({
  field,
  options,
  filter,
  locale,
}: Pick<FilterChipProps, "field" | "options" | "filter"> & { locale: string }): string {
  if (!isDayField(field)) return options.wordOf(field, filter[field] ?? "");
  const [from, to] = daysOf(field).map((name) => filter[name]);
  return daysText(locale, { ...(from && { from }), ...(to && { to }) });
}
