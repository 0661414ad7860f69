"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { matchesWords } from "@/components/shell/word-match";
import { Command, CommandEmpty, CommandInput, CommandItem, CommandList } from "@/components/ui/command";
import { FilterEditor } from "./filter-editor";
import {
  type AskedFilter,
  type ChoiceField,
  FILTER_FIELDS,
  type FilterChanges,
  type FilterField,
  needsSequence,
} from "./filter-fields";
import type { useFilterOptions } from "./filter-options";

type FilterMenuProps = {
  options: ReturnType<typeof useFilterOptions>;
  filter: AskedFilter;
  timeZone: string;
  onChange: (changes: FilterChanges) => void;
  onDone: () => void;
};

/** Values are searched through from here on: fewer letters find too many. */
const MIN_LETTERS = 2;
const MAX_FOUND = 30;

/** What can be filtered by; what is typed finds values too, whichever field they are of. */
export function FilterMenu({ options, filter, timeZone, onChange, onDone }: FilterMenuProps) {
  const t = useTranslations("enrollments.filter");
  const [field, setField] = useState<FilterField | null>(null);
  const [text, setText] = useState("");
  if (field) {
    return (
      <FilterEditor
        {...{ field, options, filter, timeZone, onChange, onDone }}
        onBack={() => setField(null)}
      />
    );
  }
  const fields = FILTER_FIELDS.filter((one) => matchesWords(t(`fields.${one}`), text));
  const values =
    text.trim().length < MIN_LETTERS
      ? []
      : options
          .everything()
          .filter(({ label }) => matchesWords(label, text))
          .slice(0, MAX_FOUND);
  const choose = (chosen: ChoiceField, value: string) => {
    onChange({ [chosen]: value });
    onDone();
  };
  return (
    <Command loop shouldFilter={false} label={t("add")}>
      <CommandInput autoFocus value={text} onValueChange={setText} placeholder={t("by")} />
      <CommandList label={t("add")} className="max-h-80">
        <CommandEmpty>{t("noValue")}</CommandEmpty>
        {fields.map((one) => {
          const isOpen = !needsSequence(one) || filter.sequence !== undefined;
          return (
            <CommandItem
              key={one}
              value={one}
              disabled={!isOpen}
              onSelect={() => setField(one)}
              // It says what to do first, so it must be readable.
              className="data-[disabled=true]:text-muted-foreground data-[disabled=true]:opacity-100"
            >
              <span className="grow">{t(`fields.${one}`)}</span>
              {!isOpen && <span className="text-muted-foreground text-xs">{t("ofSequence")}</span>}
            </CommandItem>
          );
        })}
        {values.map(({ field: of, value, label }) => (
          <CommandItem key={`${of} ${value}`} value={`${of} ${value}`} onSelect={() => choose(of, value)}>
            <span className="text-muted-foreground">{t(`fields.${of}`)}</span>
            <span className="min-w-0 grow truncate">{label}</span>
          </CommandItem>
        ))}
      </CommandList>
    </Command>
  );
}
