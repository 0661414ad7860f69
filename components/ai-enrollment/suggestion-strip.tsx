"use client";

import { UserSearch } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLive } from "@/components/shell/use-live";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import type { SuggestionCount } from "@/lib/ai-enrollment/schema";

/** Above another list: how many people Maestro suggests, and the sequences that they are for. Nothing where nobody waits. */
export function SuggestionStrip({ account, initial }: { account: string; initial: SuggestionCount[] }) {
  const t = useTranslations("ai-enrollment.strip");
  const counts = useLive(account, "suggestions/counts", initial, 15);
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  return (
    <section
      aria-label={t("label")}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b bg-violet-soft px-3 py-2 text-sm"
    >
      <span className="inline-flex items-center gap-1.5 font-medium">
        <UserSearch aria-hidden className="size-4 text-violet" /> {t("waiting", { count: all })}
      </span>
      {counts.map(({ sequenceId: id, sequenceName: name, count }) => (
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
