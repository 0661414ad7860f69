"use client";

import { useDroppable } from "@dnd-kit/core";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { BoardStage } from "@/lib/records/board";
import { Totals } from "../amount";
import { type CardActs, DealCard } from "./deal-card";
import { stageTarget } from "./targets";

type BoardColumnProps = CardActs & { stage: BoardStage; onMore: () => void };

export function BoardColumn({ stage, onMore, ...acts }: BoardColumnProps) {
  const t = useTranslations("records.board");
  const { setNodeRef, isOver } = useDroppable({ id: stageTarget(stage.id) });
  const hidden = stage.count - stage.deals.length;
  return (
    <section
      ref={setNodeRef}
      aria-labelledby={`stage-${stage.id}`}
      className={cn(
        "flex min-h-64 w-[calc(100vw-4rem)] shrink-0 snap-start flex-col rounded-lg border bg-muted sm:w-auto sm:min-w-56 sm:max-w-80 sm:flex-1",
        isOver && "border-primary",
      )}
    >
      <header className="border-b px-3 py-2">
        <div className="flex items-baseline justify-between gap-2">
          <h2 id={`stage-${stage.id}`} className="truncate font-medium">
            {stage.name}
          </h2>
          <span className="text-muted-foreground text-xs tabular-nums">
            {t("count", { count: stage.count })}
          </span>
        </div>
        <Totals totals={stage.totals} className="block min-h-4 text-muted-foreground text-xs" />
      </header>
      <ul
        aria-labelledby={`stage-${stage.id}`}
        className="grid content-start gap-2 overflow-y-auto p-2 md:max-h-[calc(100dvh-16rem)]"
      >
        {stage.deals.map((deal) => (
          <DealCard key={deal.id} deal={deal} {...acts} />
        ))}
        {stage.deals.length === 0 && (
          <li className="px-1 py-3 text-center text-muted-foreground text-xs">{t("emptyStage")}</li>
        )}
        {hidden > 0 && (
          <li>
            <Button variant="ghost" size="sm" className="w-full" onClick={onMore}>
              {t("more", { count: hidden })}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}
