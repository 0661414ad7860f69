"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { Button } from "@/components/ui/button";
import type { BulkActStatus } from "@/lib/enrollments/bulk-act-schema";
import { isUnderWay, useActsOnMany, useBulks } from "./use-bulks";
import { unwatchBulk, watchBulk, watchedBulks } from "./watched-bulks";

const BulkCard = dynamic(() => import("./bulk-card").then((card) => card.BulkCard), { ssr: false });
const BulkActCard = dynamic(() => import("./bulk-act-card").then((card) => card.BulkActCard), { ssr: false });

const RUNS = ["enrollments"];
const RUNS_AND_TIMELINES = ["enrollments", "run"];

/** On every page: what goes on in the background, and what has ended since, until closed. */
export function BulkIndicators({ account }: { account: string }) {
  const t = useTranslations("enrollments");
  return (
    <>
      <Indicator
        account={account}
        title={t("onMany.title")}
        followed={useActsOnMany(account)}
        changes={RUNS_AND_TIMELINES}
        card={(bulkAct, close) => (
          <BulkActCard account={account} bulkAct={bulkAct}>
            {close}
          </BulkActCard>
        )}
      />
      <Indicator
        account={account}
        title={t("bulk.title")}
        followed={useBulks(account)}
        changes={RUNS}
        card={(bulk, close) => (
          <BulkCard account={account} bulk={bulk}>
            {close}
          </BulkCard>
        )}
      />
    </>
  );
}

type IndicatorProps<One> = {
  account: string;
  title: string;
  followed: One[] | undefined;
  /** What is read anew when the last one has ended. */
  changes: string[];
  card: (one: One, close: ReactNode) => ReactNode;
};

function Indicator<One extends { id: string; status: BulkActStatus }>({
  account,
  title,
  followed,
  changes,
  card,
}: IndicatorProps<One>) {
  const t = useTranslations("enrollments.background");
  const queries = useQueryClient();
  const { data: watched = [] } = useQuery({
    queryKey: ["watched-bulks", account],
    queryFn: () => watchedBulks(queries, account),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const moving = followed?.filter(isUnderWay).map(({ id }) => id) ?? [];
  const isMoving = moving.length > 0;
  const movingIds = moving.join(" ");
  useEffect(() => {
    for (const id of movingIds.split(" ").filter(Boolean)) watchBulk(queries, account, id);
  }, [movingIds, queries, account]);
  useEffect(() => {
    if (isMoving) return;
    for (const key of changes) void queries.invalidateQueries({ queryKey: [key, account] });
  }, [isMoving, changes, queries, account]);

  const shown = followed?.filter((one) => isUnderWay(one) || watched.includes(one.id)) ?? [];
  if (shown.length === 0) return null;
  return (
    <section
      aria-label={title}
      className="grid max-h-80 gap-3 overflow-y-auto rounded-lg border bg-popover p-3"
    >
      {shown.map((one) => (
        <div key={one.id}>
          {card(
            one,
            !isUnderWay(one) && (
              <Button size="sm" variant="ghost" onClick={() => unwatchBulk(queries, account, one.id)}>
                {t("close")}
              </Button>
            ),
          )}
        </div>
      ))}
    </section>
  );
}
