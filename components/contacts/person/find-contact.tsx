"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { getJson } from "@/components/sequences/get-json";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { ContactListItem } from "@/lib/contacts/data";

type Named = { id: string; name: string };
type FindContactProps = {
  account: string;
  /** The one that is not offered. */
  without: string;
  chosen: Named | null;
  onChoose: (contact: Named | null) => void;
};

/** Finds another contact by name, phone or email. */
export function FindContact({ account, without, chosen, onChoose }: FindContactProps) {
  const t = useTranslations("contacts.merge");
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const { data = [] } = useQuery({
    queryKey: ["contact-options", account, search],
    queryFn: () =>
      getJson<ContactListItem[]>(`/api/a/${account}/contacts/options?search=${encodeURIComponent(search)}`),
    placeholderData: keepPreviousData,
  });
  const found = data.filter(({ id }) => id !== without);
  const isListed = chosen === null || found.some(({ id }) => id === chosen.id);
  const choose = (id: string) => onChoose(found.find((one) => one.id === id) ?? chosen);
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <Field label={t("search")}>
        <Input type="search" value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <Field label={t("other")}>
        <NativeSelect value={chosen?.id ?? ""} onChange={(event) => choose(event.target.value)}>
          <option value="" disabled>
            {found.length === 0 ? t("nobody") : "–"}
          </option>
          {!isListed && <option value={chosen.id}>{chosen.name}</option>}
          {found.map(({ id, name, phone, email }) => (
            <option key={id} value={id}>
              {[name, phone ?? email].filter(Boolean).join(" · ")}
            </option>
          ))}
        </NativeSelect>
      </Field>
    </div>
  );
}
