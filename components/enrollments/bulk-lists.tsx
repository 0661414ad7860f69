"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { BulkActCard } from "./bulk-act-card";
import { BulkCard } from "./bulk-card";
import { useActsOnMany, useBulks } from "./use-bulks";

/** What went on in the background in the last day, each with the way back. */
export function BulkLists({ account }: { account: string }) {
  const t = useTranslations("enrollments");
  const acts = useActsOnMany(account);
  const bulks = useBulks(account);
  if (!acts || !bulks) return <Skeleton className="m-4 h-24 md:m-6" />;
  if (acts.length + bulks.length === 0) {
    return <EmptyState title={t("background.none")}>{t("background.noneText")}</EmptyState>;
  }
  return (
    <>
      <List
        title={t("onMany.title")}
        rows={acts}
        card={(bulkAct, by) => (
          <BulkActCard account={account} bulkAct={bulkAct}>
            {by}
          </BulkActCard>
        )}
      />
      <List
        title={t("bulk.title")}
        rows={bulks}
        card={(bulk, by) => (
          <BulkCard account={account} bulk={bulk}>
            {by}
          </BulkCard>
        )}
      />
    </>
  );
}

type Row = { id: string; actorName: string | null; createdAt: string };
type ListProps<One> = { title: string; rows: One[]; card: (one: One, by: ReactNode) => ReactNode };

function List<One extends Row>({ title, rows, card }: ListProps<One>) {
  const t = useTranslations("enrollments.background");
  if (rows.length === 0) return null;
  return (
    <div className="grid border-b pt-4 last:border-b-0">
      <h2 className="px-4 font-medium md:px-6">{title}</h2>
      <ul aria-label={title} className="grid divide-y">
        {rows.map((one) => (
          <li key={one.id} className="px-4 py-4 md:px-6">
            <div className="max-w-2xl">
              {card(
                one,
                <span className="self-center text-muted-foreground text-xs">
                  {one.actorName && `${t("by", { name: one.actorName })}, `}
                  <RelativeTime at={one.createdAt} />
                </span>,
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
