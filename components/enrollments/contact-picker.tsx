"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { getJson } from "@/components/sequences/get-json";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ContactListItem } from "@/lib/contacts/data";

type Picked = { id: string; name: string };
type ContactPickerProps = { account: string; chosen: Picked[]; onChoose: (contacts: Picked[]) => void };

/** A search and its results to tick; what is ticked stays chosen while the search changes. */
export function ContactPicker({ account, chosen, onChoose }: ContactPickerProps) {
  const t = useTranslations("enrollments.enroll");
  const [search, setSearch] = useState("");
  const { data: found = [], isFetched } = useQuery({
    queryKey: ["contact-options", account, search.trim()],
    queryFn: () =>
      getJson<ContactListItem[]>(
        `/api/a/${account}/contacts/options?search=${encodeURIComponent(search.trim())}`,
      ),
    placeholderData: keepPreviousData,
  });
  const isChosen = (id: string) => chosen.some((contact) => contact.id === id);
  const toggle = ({ id, name }: Picked) =>
    onChoose(isChosen(id) ? chosen.filter((contact) => contact.id !== id) : [...chosen, { id, name }]);
  const others = found.filter((contact) => !isChosen(contact.id));

  return (
    <div className="grid min-w-0 gap-2">
      <Field label={t("search")}>
        <Input
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          autoComplete="off"
        />
      </Field>
      <div className="flex items-center justify-between text-muted-foreground">
        <p aria-live="polite">{t("chosenCount", { count: chosen.length })}</p>
        <Button
          variant="link"
          size="sm"
          disabled={others.length === 0}
          onClick={() => onChoose([...chosen, ...others.map(({ id, name }) => ({ id, name }))])}
        >
          {t("chooseShown")}
        </Button>
      </div>
      <ul aria-label={t("found")} className="max-h-52 overflow-y-auto rounded-md border">
        {found.map((contact) => (
          <li key={contact.id} className="border-b last:border-0">
            <label
              htmlFor={`contact-${contact.id}`}
              className="flex min-h-9 cursor-pointer items-center gap-2.5 px-3 hover:bg-muted max-md:min-h-11"
            >
              <Checkbox
                id={`contact-${contact.id}`}
                checked={isChosen(contact.id)}
                onCheckedChange={() => toggle(contact)}
                aria-label={contact.name}
              />
              <span className="min-w-0 flex-1 truncate">{contact.name}</span>
              <span className="truncate text-muted-foreground">{contact.phone ?? contact.email}</span>
            </label>
          </li>
        ))}
        {isFetched && found.length === 0 && (
          <li className="px-3 py-3 text-muted-foreground">{t("nobody")}</li>
        )}
      </ul>
    </div>
  );
}
