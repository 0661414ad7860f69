"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { useActsOnMany } from "./bulk-act-reads";
import { isUnderWay } from "./use-bulks";
import { unwatchBulk, watchBulk, watchedBulks } from "./watched-bulks";

const BulkActCard = dynamic(() => import("./bulk-act-card").then((card) => card.BulkActCard), { ssr: false });

/** On every page: the acts on many that are under way, and those that have ended since, until closed. */
export function BulkActIndicator({ account }: { account: string }) {
  const t = useTranslations("enrollments.onMany");
  const queries = useQueryClient();
  const acts = useActsOnMany(account);
  const { data: watched = [] } = useQuery({
    queryKey: ["watched-bulks", account],
    queryFn: () => watchedBulks(queries, account),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const moving = acts?.filter(isUnderWay).map(({ id }) => id) ?? [];
  const isMoving = moving.length > 0;
  const movingIds = moving.join(" ");
  useEffect(() => {
    for (const id of movingIds.split(" ").filter(Boolean)) watchBulk(queries, account, id);
  }, [movingIds, queries, account]);
  // What has changed by the time that the last one has ended is read again by the screens that show it.
  useEffect(() => {
    if (isMoving) return;
    for (const key of ["enrollments", "run"]) void queries.invalidateQueries({ queryKey: [key, account] });
  }, [isMoving, queries, account]);

  const shown = acts?.filter((one) => isUnderWay(one) || watched.includes(one.id)) ?? [];
  if (shown.length === 0) return null;
  return (
    <section
      aria-label={t("title")}
      className="grid max-h-80 gap-3 overflow-y-auto rounded-lg border bg-popover p-3"
    >
      {shown.map((one) => (
        <BulkActCard key={one.id} account={account} bulkAct={one}>
          {!isUnderWay(one) && (
            <Button size="sm" variant="ghost" onClick={() => unwatchBulk(queries, account, one.id)}>
              {t("close")}
            </Button>
          )}
        </BulkActCard>
      ))}
    </section>
  );
}
