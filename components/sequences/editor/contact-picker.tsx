"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronsUpDown, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { ContactChoice } from "@/lib/sequences/schema";
import { getJson } from "../get-json";
import { useEditor } from "./editor-scope";

/** Chooses the contact whose data the texts and the preview are made with. */
export function ContactPicker({ onContact }: { onContact: (contact: ContactChoice) => void }) {
  const t = useTranslations("sequences.preview");
  const { account, contact } = useEditor();
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState("");
  const { data: found } = useQuery({
    queryKey: ["preview-contacts", account, words],
    queryFn: () =>
      getJson<ContactChoice[]>(`/api/a/${account}/sequences/contacts?q=${encodeURIComponent(words)}`),
    enabled: isOpen,
    placeholderData: (before) => before,
  });

  const choose = (chosen: ContactChoice) => {
    onContact(chosen);
    setOpen(false);
    setWords("");
  };
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button
          variant="outline"
          className="w-full justify-between"
          aria-label={`${t("contact")}: ${contact?.name ?? t("choose")}`}
        >
          <span className="truncate">{contact?.name ?? t("choose")}</span>
          <ChevronsUpDown aria-hidden className="text-muted-foreground" />
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={t("choose")} className="w-(--radix-popover-trigger-width) p-1">
        <div className="relative mb-1">
          <Search
            aria-hidden
            className="-translate-y-1/2 absolute top-1/2 left-2.5 size-3.5 text-muted-foreground"
          />
          <Input
            type="search"
            className="pl-8"
            aria-label={t("search")}
            placeholder={t("search")}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        <ul>
          {found?.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="w-full truncate rounded-md px-2 py-1.5 text-left hover:bg-accent"
                onClick={() => choose(one)}
              >
                {one.name}
              </button>
            </li>
          ))}
          {found?.length === 0 && <li className="px-2 py-1.5 text-muted-foreground">{t("noContacts")}</li>}
        </ul>
      </PopoverContent>
    </Popover>
  );
}
