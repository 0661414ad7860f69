"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { DraftChoices } from "@/lib/approvals/data";
import type { DraftCounts, DraftListItem } from "@/lib/approvals/schema";
import { BulkBar } from "./bulk-bar";
import { DraftFilters } from "./draft-filters";
import { DraftRow } from "./draft-row";
import { readEdit } from "./kept-edit";
import type { useQueue } from "./use-queue";
import type { Ticks } from "./use-ticks";

type DraftQueueProps = {
  account: string;
  userId: string;
  queue: ReturnType<typeof useQueue>;
  rows: DraftListItem[];
  ticks: Ticks;
  sequences: DraftChoices["sequences"];
  counts: DraftCounts;
  shown: string | null;
  onShow: (id: string) => void;
  empty: ReactNode;
};

export function DraftQueue({
  queue,
  rows,
  ticks,
  sequences,
  counts,
  shown,
  onShow,
  ...rest
}: DraftQueueProps) {
  const t = useTranslations("approvals");
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown) scroll.current?.querySelector(`[data-draft="${shown}"]`)?.scrollIntoView({ block: "nearest" });
  }, [shown]);
  return (
    <>
      <div className="grid gap-2.5 border-b px-3 py-3">
        {/* The page's own heading is read aloud also where only the draft is shown. */}
        <p aria-hidden className="font-semibold text-lg tracking-tight">
          {t("title")}
        </p>
        <DraftFilters sequences={sequences} counts={counts} />
      </div>
      <BulkBar account={rest.account} ticks={ticks} />
      <div ref={scroll} className={cn("min-h-0 flex-1 overflow-y-auto", queue.isReading && "opacity-60")}>
        {rows.length > 0 ? (
          <ul aria-label={t("queue")}>
            {rows.map((row) => (
              <DraftRow
                key={row.id}
                row={row}
                userId={rest.userId}
                isShown={row.id === shown}
                hasEdit={row.verdict === "open" && readEdit(rest.account, row.id) !== null}
                onShow={() => onShow(row.id)}
                onTick={ticks.mayTick(row) ? (isTicked) => ticks.tick(row.id, isTicked) : null}
                isTicked={ticks.ticked.some(({ id }) => id === row.id)}
              />
            ))}
          </ul>
        ) : (
          rest.empty
        )}
        {queue.more && (
          <div className="p-3 text-center">
            <Button variant="outline" size="sm" isBusy={queue.isReadingMore} onClick={queue.more}>
              {t("more")}
            </Button>
          </div>
        )}
        {queue.isError && <p className="px-3 py-2 text-muted-foreground text-xs">{t("stale")}</p>}
      </div>
    </>
  );
}
