"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Variable } from "@/lib/core/variables";
import { ConditionList, type Conditions } from "./condition-list";

type TriggerGroupProps = {
  group: Conditions;
  number: number;
  variables: readonly Variable[];
  isReadOnly: boolean;
  onGroup: (group: Conditions) => void;
  onRemove: () => void;
};

/** Conditions that count as one beside the others. */
export function TriggerGroup({ group, number, variables, isReadOnly, onGroup, onRemove }: TriggerGroupProps) {
  const t = useTranslations("triggers");
  const title = t("group", { number });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame that cannot be laid out
    <div role="group" aria-label={title} className="grid gap-3 border-l-2 pl-3">
      <div className="flex items-center justify-between">
        <span className="font-medium text-muted-foreground text-xs">{title}</span>
        {!isReadOnly && (
          <Button variant="ghost" size="icon-sm" aria-label={t("removeGroup", { number })} onClick={onRemove}>
            <Trash2 aria-hidden />
          </Button>
        )}
      </div>
      <ConditionList
        value={group}
        onValue={onGroup}
        variables={variables}
        isReadOnly={isReadOnly}
        removeLabel={(condition) => t("removeGroupCondition", { number: condition, group: number })}
      />
    </div>
  );
}
