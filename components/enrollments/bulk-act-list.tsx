"use client";

import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import { BulkActCard } from "./bulk-act-card";
import { useActsOnMany } from "./bulk-act-reads";

/** The acts on many of the last day, each with the way back. */
export function BulkActList({ account }: { account: string }) {
  const t = useTranslations("enrollments.onMany");
  const acts = useActsOnMany(account);
  if (!acts?.length) return null;
  return (
    <ul aria-label={t("title")} className="grid divide-y border-b">
      {acts.map((one) => (
        <li key={one.id} className="max-w-2xl px-4 py-4 md:px-6">
          <BulkActCard account={account} bulkAct={one}>
            <span className="self-center text-muted-foreground text-xs">
              {one.actorName && `${t("by", { name: one.actorName })}, `}
              <RelativeTime at={one.createdAt} />
            </span>
          </BulkActCard>
        </li>
      ))}
    </ul>
  );
}
