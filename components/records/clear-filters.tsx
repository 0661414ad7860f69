"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAddress } from "@/components/contacts/use-address";
import { Button } from "@/components/ui/button";

/** Takes these filters out of the address; nothing where none is set. */
export function ClearFilters({ names }: { names: string[] }) {
  const t = useTranslations("records.filter");
  const { current, change } = useAddress();
  if (names.every((name) => !current.get(name))) return null;
  return (
    <Button variant="ghost" onClick={() => change(Object.fromEntries(names.map((name) => [name, null])))}>
      <X aria-hidden /> {t("clear")}
    </Button>
  );
}
