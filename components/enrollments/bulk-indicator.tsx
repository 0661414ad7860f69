"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { isUnderWay, useBulks } from "./use-bulks";
import { unwatchBulk, watchBulk, watchedBulks } from "./watched-bulks";

const BulkCard = dynamic(() => import("./bulk-card").then((card) => card.BulkCard), { ssr: false });

/** On every page: the bulk enrollments that are under way, and those that have ended since, until closed. */
export function BulkIndicator({ account }: { account: string }) {
  const t = useTranslations("enrollments.bulk");
  const queries = useQueryClient();
  const bulks = useBulks(account);
  const { data: watched = [] } = useQuery({
    queryKey: ["watched-bulks", account],
    queryFn: () => watchedBulks(queries, account),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const moving = bulks?.filter(isUnderWay).map((bulk) => bulk.id);
  const isMoving = (moving?.length ?? 0) > 0;
  const movingIds = moving?.join(" ") ?? "";
  useEffect(() => {
    for (const id of movingIds.split(" ").filter(Boolean)) watchBulk(queries, account, id);
  }, [movingIds, queries, account]);
  // What has changed by the time that the last one has ended is read again by the screens that show it.
  useEffect(() => {
    if (isMoving) return;
    void queries.invalidateQueries({ queryKey: ["enrollments", account] });
  }, [isMoving, queries, account]);

  const shown = bulks?.filter((bulk) => isUnderWay(bulk) || watched.includes(bulk.id)) ?? [];
  if (shown.length === 0) return null;
  return (
    <section
      aria-label={t("title")}
      className="grid max-h-80 gap-3 overflow-y-auto rounded-lg border bg-popover p-3"
    >
      {shown.map((bulk) => (
        <BulkCard key={bulk.id} account={account} bulk={bulk}>
          {!isUnderWay(bulk) && (
            <Button size="sm" variant="ghost" onClick={() => unwatchBulk(queries, account, bulk.id)}>
              {t("close")}
            </Button>
          )}
        </BulkCard>
      ))}
    </section>
  );
}
