"use client";

import { useLocale, useTranslations } from "next-intl";
import { DataList } from "@/components/ui/data-list";
import { shownValue } from "./shown-data";

type SeenDataProps = { label: string; code: string; data: Record<string, unknown>; timeZone: string };

/** What the rule saw. */
export function SeenData({ label, code, data, timeZone }: SeenDataProps) {
  const t = useTranslations("timeline.seen");
  const locale = useLocale();
  const items = Object.entries(data).map(([name, value]) => ({
    // Data that a later rule adds has its own name until it gets one for people.
    term: t.has(name) ? t(name) : <code className="font-mono text-xs">{name}</code>,
    value: shownValue(value, locale, timeZone),
  }));
  if (items.length === 0) return null;
  return (
    <details>
      <summary className="w-fit text-muted-foreground text-xs hover:text-foreground">{label}</summary>
      <div className="mt-1.5 rounded-md border px-2.5 py-2 text-xs">
        <p className="mb-1.5 font-mono text-muted-foreground">{code}</p>
        <DataList items={items} className="gap-y-1" />
      </div>
    </details>
  );
}
