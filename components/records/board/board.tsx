"use client";

import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { Board as BoardData, BoardDeal } from "@/lib/records/board";
import type { RecordStatus } from "@/lib/records/schema";
import { BoardColumn } from "./board-column";
import { type CardActs, CardFace } from "./deal-card";
import { dealOf, type Place } from "./moved";
import { OutcomeStrip } from "./outcome-strip";
import { type Target, targetOf, walking } from "./targets";

type BoardProps = CardActs & {
  board: BoardData;
  onMove: (deal: BoardDeal, place: Place) => void;
  onOutcome: (deal: BoardDeal, status: RecordStatus) => void;
  onHold: (isHeld: boolean) => void;
  onMore: (stageId: string) => void;
};

/** A click must stay a click, and a finger that scrolls must stay one that scrolls. */
const MOUSE = { activationConstraint: { distance: 5 } };
const TOUCH = { activationConstraint: { delay: 220, tolerance: 8 } };

export function Board({ board, onMove, onOutcome, onHold, onMore, ...acts }: BoardProps) {
  const t = useTranslations("records.board");
  const id = useId();
  const announcements = useAnnouncements(board);
  const [heldId, setHeldId] = useState<string | null>(null);
  const [targets] = useState(walking);
  const sensors = useSensors(
    useSensor(MouseSensor, MOUSE),
    useSensor(TouchSensor, TOUCH),
    useSensor(KeyboardSensor, { coordinateGetter: targets.walk }),
  );
  const held = heldId ? dealOf(board, heldId) : undefined;
  const hold = (dealId: string | null) => {
    setHeldId(dealId);
    onHold(dealId !== null);
  };
  const pick = (dealId: string) => {
    const stageIds = board.stages.map((stage) => stage.id);
    targets.begin(stageIds, dealOf(board, dealId)?.stageId ?? "");
    hold(dealId);
  };
  const drop = ({ active, over }: DragEndEvent) => {
    hold(null);
    const deal = dealOf(board, String(active.id));
    const target = targetOf(over?.id);
    if (!deal || !target) return;
    if (target.kind === "outcome") return onOutcome(deal, target.id as RecordStatus);
    const place = placeOf(board, deal, target);
    if (place) onMove(deal, place);
  };

  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={targets.findTarget}
      onDragStart={({ active }) => pick(String(active.id))}
      onDragEnd={drop}
      onDragCancel={() => hold(null)}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t("instructions") } }}
    >
      <section
        aria-label={t("label")}
        className="flex items-start gap-3 overflow-x-auto scroll-px-4 px-4 pb-6 max-sm:snap-x max-sm:snap-mandatory md:scroll-px-6 md:px-6"
      >
        {board.stages.map((stage) => (
          <BoardColumn key={stage.id} stage={stage} onMore={() => onMore(stage.id)} {...acts} />
        ))}
      </section>
      {acts.canManage && <OutcomeStrip isShown={heldId !== null} />}
      <DragOverlay dropAnimation={null}>
        {held && <CardFace deal={held} grip={null} {...acts} canManage={false} />}
      </DragOverlay>
    </DndContext>
  );
}

/** Null where the card stands already. */
function placeOf(board: BoardData, deal: BoardDeal, target: Target): Place | null {
  if (target.kind === "stage")
    return target.id === deal.stageId ? null : { stageId: target.id, beforeId: firstOf(board, target.id) };
  const over = dealOf(board, target.id);
  if (!over || over.id === deal.id) return null;
  const cards = board.stages.find(({ id }) => id === over.stageId)?.deals ?? [];
  const place = cards.findIndex(({ id }) => id === over.id);
  const own = cards.findIndex(({ id }) => id === deal.id);
  // Dragged down within its column it goes behind the card that it is dropped on.
  const before = own >= 0 && own < place ? cards[place + 1] : over;
  return { stageId: over.stageId, beforeId: before?.id ?? null };
}

/** A new column shows it on top, where the eye is. */
const firstOf = (board: BoardData, stageId: string) =>
  board.stages.find(({ id }) => id === stageId)?.deals[0]?.id ?? null;

function useAnnouncements(board: BoardData): Announcements {
  const t = useTranslations("records.board");
  const status = useTranslations("status.recordStatus");
  const titleOf = (id: string | number) => dealOf(board, String(id))?.title ?? "";
  const nameOf = (id: string | number | undefined) => {
    const target = targetOf(id);
    if (target?.kind === "outcome") return status(target.id as RecordStatus);
    const stageId = target?.kind === "card" ? dealOf(board, target.id)?.stageId : target?.id;
    return board.stages.find((stage) => stage.id === stageId)?.name ?? "";
  };
  return {
    onDragStart: ({ active }) => t("picked", { title: titleOf(active.id) }),
    onDragOver: ({ active, over }) =>
      over ? t("over", { title: titleOf(active.id), stage: nameOf(over.id) }) : undefined,
    onDragEnd: ({ active, over }) =>
      over ? t("dropped", { title: titleOf(active.id), stage: nameOf(over.id) }) : undefined,
    onDragCancel: ({ active }) => t("canceled", { title: titleOf(active.id) }),
  };
}
