"use client";

import { useDraggable, useDroppable } from "@dnd-kit/core";
import { Clock, GripVertical, Workflow } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback } from "react";
import { cn } from "@/components/ui/cn";
import type { BoardDeal } from "@/lib/records/board";
import type { RecordStatus } from "@/lib/records/schema";
import { Amount } from "../amount";
import { RecordDate } from "../record-date";
import { StepMenu } from "../step-menu";
import { cardTarget } from "./targets";

export type CardActs = {
  timeZone: string;
  canManage: boolean;
  openId: string | null;
  onOpen: (id: string) => void;
  onStep: (deal: BoardDeal, status: RecordStatus) => void;
};

type DealCardProps = CardActs & { deal: BoardDeal };

/** A deal on the board: dragged by hand anywhere on it, by keys from its grip. */
export function DealCard({ deal, ...acts }: DealCardProps) {
  const t = useTranslations("records.board");
  const isDisabled = !acts.canManage;
  const drag = useDraggable({ id: deal.id, data: { deal }, disabled: isDisabled });
  const drop = useDroppable({ id: cardTarget(deal.id), disabled: isDisabled });
  const { setNodeRef: setDragRef } = drag;
  const { setNodeRef: setDropRef } = drop;
  const setRefs = useCallback(
    (element: HTMLLIElement | null) => {
      setDragRef(element);
      setDropRef(element);
    },
    [setDragRef, setDropRef],
  );
  return (
    <li
      ref={setRefs}
      {...(isDisabled ? {} : drag.listeners)}
      className={cn(
        "relative touch-manipulation",
        drag.isDragging && "opacity-40",
        drop.isOver &&
          !drag.isDragging &&
          "before:absolute before:inset-x-0 before:-top-1.5 before:h-0.5 before:bg-primary",
      )}
    >
      <CardFace
        deal={deal}
        {...acts}
        grip={
          acts.canManage && (
            <button
              type="button"
              ref={drag.setActivatorNodeRef}
              {...drag.attributes}
              className="-ml-1 grid size-6 shrink-0 cursor-grab place-items-center rounded-sm text-muted-foreground hover:text-foreground touch:size-9"
              aria-label={t("grip", { title: deal.title })}
            >
              <GripVertical aria-hidden className="size-3.5" />
            </button>
          )
        }
      />
    </li>
  );
}

type CardFaceProps = DealCardProps & { grip: ReactNode };

/** What a card shows; the one in the hand shows the same. */
export function CardFace({ deal, grip, timeZone, canManage, openId, onOpen, onStep }: CardFaceProps) {
  const t = useTranslations("records");
  return (
    <div
      className={cn(
        "grid gap-1 rounded-md border bg-surface px-2.5 py-2 text-sm",
        openId === deal.id && "border-primary",
      )}
    >
      <div className="flex items-start gap-1 touch:items-center">
        {grip}
        <button
          type="button"
          aria-expanded={openId === deal.id}
          onClick={() => onOpen(deal.id)}
          className="min-w-0 flex-1 break-words pt-0.5 text-left font-medium leading-5 hover:underline"
        >
          {deal.title}
        </button>
        {canManage && <StepMenu row={deal} onStep={(_, status) => onStep(deal, status)} />}
      </div>
      <p className="truncate text-muted-foreground">{deal.contactName}</p>
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-muted-foreground text-xs">
        {deal.amount !== null && (
          <span className="font-medium text-foreground tabular-nums">
            <Amount {...deal} />
          </span>
        )}
        {deal.date && <RecordDate row={deal} timeZone={timeZone} />}
        {deal.assigneeName && <span className="truncate">{deal.assigneeName}</span>}
        {deal.isStalled && (
          <span className="inline-flex items-center gap-1 text-amber">
            <Clock aria-hidden className="size-3" />
            {t("stalled")}
          </span>
        )}
        {deal.liveRuns > 0 && (
          <span className="inline-flex items-center gap-1">
            <Workflow aria-hidden className="size-3" />
            {t("liveRuns", { count: deal.liveRuns })}
          </span>
        )}
      </p>
    </div>
  );
}
