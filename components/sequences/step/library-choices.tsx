"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Command, CommandEmpty, CommandInput, CommandItem, CommandList } from "@/components/ui/command";
import type { Locale } from "@/lib/locale";
import type { TemplateChoice } from "@/lib/templates/schema";
import { getJson } from "../get-json";
import { hasWords, type LibraryText, libraryTexts } from "./library-choice";

type LibraryChoicesProps = { account: string; locale: Locale; onText: (text: LibraryText) => void };

/** The texts of the account's library, to search; those in this language first. */
export function LibraryChoices({ account, locale, onText }: LibraryChoicesProps) {
  const t = useTranslations("step.library");
  const [words, setWords] = useState("");
  const { data: choices } = useQuery({
    queryKey: ["template-choices", account],
    queryFn: () => getJson<TemplateChoice[]>(`/api/a/${account}/templates`),
    staleTime: 30_000,
  });
  const texts = libraryTexts(choices ?? [], locale);
  return (
    <Command shouldFilter={false} loop label={t("search")}>
      <CommandInput autoFocus value={words} onValueChange={setWords} placeholder={t("search")} />
      <CommandList className="max-h-80">
        {choices && <CommandEmpty>{texts.length === 0 ? t("empty") : t("none")}</CommandEmpty>}
        {texts
          .filter((text) => hasWords(text, words))
          .map((text) => (
            <CommandItem
              key={`${text.id} ${text.locale}`}
              value={`${text.id} ${text.locale}`}
              onSelect={() => onText(text)}
              className="grid grid-cols-1 gap-0.5 py-1.5"
            >
              <span className="truncate font-medium">{text.name}</span>
              <span className="text-muted-foreground text-xs">
                {t(`categories.${text.category}`)} · {text.locale}
              </span>
              <span className="line-clamp-2 whitespace-pre-line text-xs">{text.text}</span>
            </CommandItem>
          ))}
      </CommandList>
    </Command>
  );
}
