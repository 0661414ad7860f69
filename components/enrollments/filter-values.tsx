"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { matchesWords } from "@/components/shell/word-match";
import { Command, CommandEmpty, CommandInput, CommandItem, CommandList } from "@/components/ui/command";
import type { FilterField } from "./filter-fields";
import type { FilterOption } from "./filter-options";

type FilterValuesProps = {
  field: FilterField;
  /** Null while the server is asked. */
  options: FilterOption[] | null;
  value: string | undefined;
  onChoose: (value: string) => void;
  /** What is typed is a value too: more than these exist. */
  takesTyped: boolean;
  /** Goes back to the list of fields. */
  onBack?: () => void;
};

/** More are found by typing. */
const MAX_SHOWN = 100;

/** The values of one filter, to be found by typing. */
export function FilterValues({ field, options, value, onChoose, takesTyped, onBack }: FilterValuesProps) {
  const t = useTranslations("enrollments.filter");
  const [text, setText] = useState("");
  const found = options?.filter(({ label }) => matchesWords(label, text)) ?? [];
  const typed = text.trim();
  const isNew = takesTyped && typed !== "" && !found.some(({ label }) => matchesWords(typed, label));
  return (
    <Command
      loop
      shouldFilter={false}
      label={t(`fields.${field}`)}
      defaultValue={value ?? ""}
      onKeyDown={(event) => event.key === "Backspace" && text === "" && onBack?.()}
    >
      <CommandInput autoFocus value={text} onValueChange={setText} placeholder={t(`fields.${field}`)} />
      <CommandList label={t(`fields.${field}`)} className="max-h-72">
        <CommandEmpty>{options ? t("noValue") : t("reading")}</CommandEmpty>
        {found.slice(0, MAX_SHOWN).map((option) => (
          <CommandItem key={option.value} value={option.value} onSelect={() => onChoose(option.value)}>
            <span className="min-w-0 grow truncate">{option.label}</span>
            {option.value === value && <Check aria-hidden />}
          </CommandItem>
        ))}
        {isNew && (
          <CommandItem value={`typed ${typed}`} onSelect={() => onChoose(typed)}>
            {t("typed", { value: typed })}
          </CommandItem>
        )}
      </CommandList>
    </Command>
  );
}
