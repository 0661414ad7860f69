"use client";

import { useQuery } from "@tanstack/react-query";
import { LibraryBig } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Command, CommandEmpty, CommandInput, CommandItem, CommandList } from "@/components/ui/command";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Hint } from "@/components/ui/tooltip";
import type { Content } from "@/lib/core/model";
import type { TemplateChoice } from "@/lib/templates/schema";
import { useEditor } from "../editor/editor-scope";
import { getJson } from "../get-json";
import { hasWords, libraryTexts, madeFrom } from "./library-choice";

type Words = Extract<Content, { type: "text" | "rich" }>;
type LibraryPickerProps<C extends Words> = { content: C; onContent: (content: C) => void };

/** Takes a text of the account's library in place of the one that is written. */
export function LibraryPicker<C extends Words>({ content, onContent }: LibraryPickerProps<C>) {
  const t = useTranslations("step.library");
  const { account, context } = useEditor();
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState("");
  const { data: choices } = useQuery({
    queryKey: ["template-choices", account],
    queryFn: () => getJson<TemplateChoice[]>(`/api/a/${account}/templates`),
    enabled: isOpen,
    staleTime: 30_000,
  });
  const texts = libraryTexts(choices ?? [], context.settings.locale);
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <Hint text={t("insert")}>
        <PopoverTrigger asChild>
          <Button variant="ghost" size="icon-sm" className="text-muted-foreground" aria-label={t("insert")}>
            <LibraryBig aria-hidden />
          </Button>
        </PopoverTrigger>
      </Hint>
      <PopoverContent aria-label={t("insert")} className="w-96 max-w-[calc(100vw-1rem)] p-0">
        <Command shouldFilter={false} loop label={t("search")}>
          <CommandInput value={words} onValueChange={setWords} placeholder={t("search")} />
          <CommandList className="max-h-80">
            {choices && <CommandEmpty>{texts.length === 0 ? t("empty") : t("none")}</CommandEmpty>}
            {texts
              .filter((text) => hasWords(text, words))
              .map((text) => (
                <CommandItem
                  key={`${text.id} ${text.locale}`}
                  value={`${text.id} ${text.locale}`}
                  onSelect={() => {
                    onContent(madeFrom(content, text));
                    setOpen(false);
                  }}
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
      </PopoverContent>
    </Popover>
  );
}
