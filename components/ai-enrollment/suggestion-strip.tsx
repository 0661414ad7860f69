"use client";

import { UserSearch } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useLive } from "@/components/shell/use-live";
import { Badge } from "@/components/ui/badge";
import type { SuggestionShown } from "@/lib/ai-enrollment/schema";

/** Above another list: how many people Maestro suggests, and the sequences that they are for. Nothing where nobody waits. */
export function SuggestionStrip({ account, initial }: { account: string; initial: SuggestionShown[] }) {
  const t = useTranslations("ai-enrollment.strip");
  const suggestions = useLive(account, "suggestions", initial, 15);
  if (suggestions.length === 0) return null;
  const sequences = new Map<string, { name: string; count: number }>();
  for (const { sequenceId, sequenceName } of suggestions) {
    const count = (sequences.get(sequenceId)?.count ?? 0) + 1;
    sequences.set(sequenceId, { name: sequenceName, count });
  }
  return (
    <section
      aria-label={t("label")}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b bg-violet-soft px-4 py-2 text-sm md:px-6"
    >
      <span className="inline-flex items-center gap-1.5 font-medium">
        <UserSearch aria-hidden className="size-4 text-violet" />{" "}
        {t("waiting", { count: suggestions.length })}
      </span>
      {[...sequences].map(([id, { name, count }]) => (
        <Link
          key={id}
          href={`/${account}/sequences/${id}/ai-enrollment`}
          className="inline-flex min-w-0 items-center gap-1.5 underline underline-offset-2"
        >
          <span className="truncate">{name}</span> <Badge tone="violet">{count}</Badge>
        </Link>
      ))}
    </section>
  );
}
