"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { Duplicate } from "@/lib/contacts/duplicates";

type DuplicatesProps = {
  account: string;
  duplicates: Duplicate[];
  onMerge: (other: { id: string; name: string }) => void;
};

export function Duplicates({ account, duplicates, onMerge }: DuplicatesProps) {
  const t = useTranslations("contacts.duplicates");
  if (duplicates.length === 0) return null;
  return (
    <Section title={t("title")}>
      <ul className="border-y">
        {duplicates.map(({ id, name, addresses, reason }) => (
          <li key={id} className="flex flex-wrap items-center gap-2 border-b py-2 last:border-0">
            <span className="min-w-0 flex-1">
              <Link className="link font-medium" href={`/${account}/contacts/${id}`}>
                {name}
              </Link>{" "}
              <span className="text-muted-foreground">
                {t(reason)}
                {addresses.length > 0 && `: ${addresses.join(", ")}`}
              </span>
            </span>
            <Button
              variant="outline"
              size="sm"
              aria-label={t("mergeNamed", { name })}
              onClick={() => onMerge({ id, name })}
            >
              {t("merge")}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
