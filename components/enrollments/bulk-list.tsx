"use client";

import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { BulkCard } from "./bulk-card";
import { useBulks } from "./use-bulks";

/** The bulk enrollments of the last day, each with the way back. */
export function BulkList({ account }: { account: string }) {
  const t = useTranslations("enrollments.bulk");
  const bulks = useBulks(account);
  if (!bulks) return <Skeleton className="m-4 h-24 md:m-6" />;
  if (bulks.length === 0) return <EmptyState title={t("none")}>{t("noneText")}</EmptyState>;
  return (
    <ul aria-label={t("title")} className="grid divide-y">
      {bulks.map((bulk) => (
        <li key={bulk.id} className="max-w-2xl px-4 py-4 md:px-6">
          <BulkCard account={account} bulk={bulk}>
            {bulk.actorName && (
              <span className="self-center text-muted-foreground text-xs">
                {t("by", { name: bulk.actorName })}
              </span>
            )}
          </BulkCard>
        </li>
      ))}
    </ul>
  );
}
