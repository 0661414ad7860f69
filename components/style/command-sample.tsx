"use client";

import { BookUser, ListOrdered } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  Command,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
} from "@/components/ui/command";
import { Keys } from "@/components/ui/kbd";

export function CommandSample() {
  const t = useTranslations("style.keyboard");
  return (
    <Command label={t("list")} className="max-w-md border bg-surface">
      <CommandInput placeholder={t("prompt")} />
      <CommandList label={t("list")}>
        <CommandEmpty>{t("nothing")}</CommandEmpty>
        <CommandGroup heading={t("go")}>
          <CommandItem>
            <ListOrdered aria-hidden />
            {t("sequences")}
            <Keys shortcut="g s" className="ml-auto" />
          </CommandItem>
          <CommandItem>
            <BookUser aria-hidden />
            {t("contacts")}
            <Keys shortcut="g c" className="ml-auto" />
          </CommandItem>
        </CommandGroup>
      </CommandList>
    </Command>
  );
}
