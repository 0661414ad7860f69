"use client";

import { useLocale, useTranslations } from "next-intl";
import { DataList } from "@/components/ui/data-list";
import type { Told } from "@/lib/enrollments/data";
import { seenWords } from "./seen-words";

type SeenDataProps = { label: string; told: Told; timeZone: string };

/** What the rule saw. */
export function SeenData({ label, told, timeZone }: SeenDataProps) {
  const t = useTranslations();
  const locale = useLocale();
  const items = seenWords(t, told, { locale, timeZone }).map((seen) => ({
    // Data that a later rule adds has its own name until it gets one for people.
    term: seen.label ?? <code className="font-mono text-xs">{seen.name}</code>,
    value: seen.says,
  }));
  if (items.length === 0) return null;
  return (
    <details>
      <summary className="w-fit text-muted-foreground text-xs hover:text-foreground">{label}</summary>
      <div className="mt-1.5 rounded-md border px-2.5 py-2 text-xs">
        <DataList items={items} className="gap-y-1" />
      </div>
    </details>
  );
}
