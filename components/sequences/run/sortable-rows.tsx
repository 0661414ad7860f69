"use client";

import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";
import { Grip } from "./grip";

export type SortableRowsProps = {
  ids: string[];
  /** The one whose grip is on the way of the Tab key. */
  tabStop: string | undefined;
  onDrop: (id: string, toIndex: number) => void;
  row: (index: number, grip: ReactNode) => ReactNode;
};

/** A click must stay a click; a finger that scrolls must stay one that scrolls. */
const POINTER = { activationConstraint: { distance: 4 } };

export function SortableRows({ ids, tabStop, onDrop, row }: SortableRowsProps) {
  const t = useTranslations("sequences.drag");
  const id = useId();
  const sensors = useSensors(
    useSensor(PointerSensor, POINTER),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const place = (stepId: string | number) => ids.indexOf(String(stepId)) + 1;
  const count = ids.length;
  const announcements: Announcements = {
    onDragStart: ({ active }) => t("picked", { number: place(active.id), count }),
    onDragOver: ({ active, over }) =>
      over ? t("over", { number: place(active.id), position: place(over.id), count }) : undefined,
    onDragEnd: ({ active, over }) =>
      t("dropped", { number: place(active.id), position: place(over?.id ?? active.id), count }),
    onDragCancel: ({ active }) => t("canceled", { number: place(active.id) }),
  };
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) onDrop(String(active.id), place(over.id) - 1);
  };

  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t("instructions") } }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol className="group/steps">
          {ids.map((stepId, index) => (
            <SortableRow key={stepId} id={stepId} index={index} isTabStop={tabStop === stepId} row={row} />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

type SortableRowProps = { id: string; index: number; isTabStop: boolean; row: SortableRowsProps["row"] };

function SortableRow({ id, index, isTabStop, row }: SortableRowProps) {
  const t = useTranslations("sequences.line");
  const sortable = useSortable({ id });
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } =
    sortable;
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={cn(isDragging && "relative z-20 rounded-md bg-surface opacity-90 shadow-lg")}
    >
      {row(
        index,
        <Grip
          ref={setActivatorNodeRef}
          id={`grip-${id}`}
          {...attributes}
          {...listeners}
          tabIndex={isTabStop ? 0 : -1}
          aria-label={t("drag", { number: index + 1 })}
        >
          {index + 1}
        </Grip>,
      )}
    </li>
  );
}
