"use client";

import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Grip } from "@/components/sequences/run/grip";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { FieldError } from "@/components/ui/field";
import type { RuleAction } from "@/lib/core/model-rules";
import { ActionFields } from "./action-fields";
import type { KeyedAction } from "./keyed-actions";
import { useRuleScope } from "./rule-scope";

type ActionLineProps = {
  keyed: KeyedAction;
  index: number;
  onAction: (action: RuleAction) => void;
  onRemove: () => void;
};

/** One action: its grip, what it is, and what it needs to know. */
export function ActionLine({ keyed: { key, action }, index, onAction, onRemove }: ActionLineProps) {
  const t = useTranslations("automation.action");
  const { isReadOnly, errorAt } = useRuleScope();
  const sortable = useSortable({ id: key, disabled: isReadOnly });
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } =
    sortable;
  const number = index + 1;
  const name = t(`kinds.${action.do}`);
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={cn("rounded-lg border bg-surface p-2.5", isDragging && "relative z-20 shadow-lg")}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame that cannot be laid out */}
      <div role="group" aria-label={t("label", { number, action: name })} className="grid gap-2.5">
        <div className="flex items-center gap-2">
          <Grip
            ref={setActivatorNodeRef}
            {...attributes}
            {...listeners}
            disabled={isReadOnly}
            aria-label={t("drag", { number })}
          >
            {number}
          </Grip>
          <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
          {!isReadOnly && (
            <Button variant="ghost" size="icon-sm" aria-label={t("remove", { number })} onClick={onRemove}>
              <Trash2 aria-hidden />
            </Button>
          )}
        </div>
        <ActionFields action={action} onAction={onAction} />
        <FieldError>{errorAt(`actions.${index}`)}</FieldError>
      </div>
    </li>
  );
}
