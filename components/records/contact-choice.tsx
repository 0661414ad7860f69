"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { getJson } from "@/components/sequences/get-json";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";

export type ChosenContact = { id: string; name: string };
type ContactChoiceProps = {
  account: string;
  chosen: ChosenContact | null;
  onChoose: (contact: ChosenContact) => void;
};
type Found = ChosenContact & { phone: string | null; email: string | null };

/** Whose record it will be. */
export function ContactChoice({ account, chosen, onChoose }: ContactChoiceProps) {
  const t = useTranslations("records.contact");
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState("");
  const { data: found } = useQuery({
    queryKey: ["contact-options", account, words.trim()],
    queryFn: () =>
      getJson<Found[]>(`/api/a/${account}/contacts/options?search=${encodeURIComponent(words.trim())}`),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const choose = ({ id, name }: ChosenContact) => {
    onChoose({ id, name });
    setOpen(false);
  };
  return (
    <div className="grid gap-1.5">
      <Label htmlFor="record-contact">{t("label")}</Label>
      <Popover open={isOpen} onOpenChange={setOpen}>
        <PopoverTrigger asChild>
          <Button
            id="record-contact"
            type="button"
            variant="outline"
            className="w-full justify-between font-normal"
            aria-label={`${t("label")}: ${chosen?.name ?? t("choose")}`}
          >
            <span className="truncate">{chosen?.name ?? t("choose")}</span>
            <ChevronsUpDown aria-hidden className="text-muted-foreground" />
          </Button>
        </PopoverTrigger>
        <PopoverContent aria-label={t("choose")} className="w-(--radix-popover-trigger-width) p-1">
          <Input
            type="search"
            aria-label={t("search")}
            placeholder={t("search")}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <ul className="mt-1 max-h-56 overflow-y-auto">
            {found?.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  className="flex w-full justify-between gap-3 rounded-md px-2 py-1.5 text-left hover:bg-accent touch:min-h-11"
                  onClick={() => choose(one)}
                >
                  <span className="truncate">{one.name}</span>
                  <span className="truncate text-muted-foreground">{one.phone ?? one.email}</span>
                </button>
              </li>
            ))}
            {found?.length === 0 && <li className="px-2 py-1.5 text-muted-foreground">{t("nobody")}</li>}
          </ul>
        </PopoverContent>
      </Popover>
    </div>
  );
}
