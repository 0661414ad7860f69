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
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { FieldError } from "@/components/ui/field";
import { MAX_ACTIONS, RULE_ACTIONS, type RuleAction } from "@/lib/core/model-rules";
import { ActionLine } from "./action-line";
import { emptyAction, type KeyedAction } from "./keyed-actions";
import { useRuleScope } from "./rule-scope";

type ActionListProps = {
  actions: KeyedAction[];
  onActions: (actions: KeyedAction[]) => void;
  /** Without those that a macro has no use for. */
  kinds?: readonly RuleAction["do"][];
};

/** A click must stay a click; a finger that scrolls must stay one that scrolls. */
const POINTER = { activationConstraint: { distance: 4 } };

/** What is done, in order. The number is a grip: by pointer, or by space and the arrows. */
export function ActionList({ actions, onActions, kinds = RULE_ACTIONS }: ActionListProps) {
  const t = useTranslations("automation.action");
  const drag = useTranslations("automation.drag");
  const id = useId();
  const { isReadOnly, errorAt } = useRuleScope();
  const sensors = useSensors(
    useSensor(PointerSensor, POINTER),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const keys = actions.map(({ key }) => key);
  const count = actions.length;
  const place = (key: string | number) => keys.indexOf(String(key)) + 1;
  const announcements: Announcements = {
    onDragStart: ({ active }) => drag("picked", { number: place(active.id), count }),
    onDragOver: ({ active, over }) =>
      over ? drag("over", { number: place(active.id), position: place(over.id), count }) : undefined,
    onDragEnd: ({ active, over }) =>
      drag("dropped", { number: place(active.id), position: place(over?.id ?? active.id), count }),
    onDragCancel: ({ active }) => drag("canceled", { number: place(active.id) }),
  };
  const drop = ({ active, over }: DragEndEvent) => {
    const [from, to] = [place(active.id) - 1, over ? place(over.id) - 1 : -1];
    const moved = actions[from];
    if (moved && to >= 0 && to !== from) onActions(actions.toSpliced(from, 1).toSpliced(to, 0, moved));
  };

  return (
    <div className="grid gap-2.5">
      <DndContext
        id={id}
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={drop}
        accessibility={{ announcements, screenReaderInstructions: { draggable: drag("instructions") } }}
      >
        <SortableContext items={keys} strategy={verticalListSortingStrategy}>
          <ol aria-label={t("list")} className="grid gap-2">
            {actions.map((one, index) => (
              <ActionLine
                key={one.key}
                keyed={one}
                index={index}
                onAction={(action) => onActions(actions.with(index, { ...one, action }))}
                onRemove={() => onActions(actions.toSpliced(index, 1))}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <FieldError>{errorAt("actions")}</FieldError>
      {!isReadOnly && count < MAX_ACTIONS && (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="outline" size="sm" className="justify-self-start">
              <Plus aria-hidden />
              {t("add")}
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="start">
            {kinds.map((kind) => (
              <DropdownMenuItem key={kind} onSelect={() => onActions([...actions, emptyAction(kind)])}>
                {t(`kinds.${kind}`)}
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
      )}
    </div>
  );
}
