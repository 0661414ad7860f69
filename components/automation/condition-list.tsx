"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import type { Condition } from "@/lib/core/model";
import type { TriggerEvent } from "@/lib/core/model-rules";
import { ConditionLine } from "./condition-line";
import { useRuleScope } from "./rule-scope";

const MAX_CONDITIONS = 10;
const EMPTY: Condition = { variable: "", operator: "equal", value: "" };

export type Conditions = { match: "all" | "any"; conditions: Condition[] };

type ConditionListProps = Conditions & {
  event: TriggerEvent;
  place: string;
  /** Besides the conditions themselves, what counts for "all or any": the groups beside them. */
  hasMore?: boolean;
  onChange: (changed: Conditions) => void;
  /** Groups that stand beside the conditions. */
  groups?: ReactNode;
  /** Further acts beside "add condition". */
  acts?: ReactNode;
};

/** Conditions side by side, all or any of which must hold. */
export function ConditionList(props: ConditionListProps) {
  const { match, conditions, event, place, hasMore, onChange, groups, acts } = props;
  const t = useTranslations("automation.condition");
  const { isReadOnly } = useRuleScope();
  const set = (next: Condition[]) => onChange({ match, conditions: next });
  return (
    <div className="grid gap-2.5">
      {(conditions.length > 1 || hasMore) && (
        <Segmented
          label={t("match")}
          isLabelHidden
          segments={[
            { value: "all", label: t("all") },
            { value: "any", label: t("any") },
          ]}
          value={match}
          onChange={(next) => onChange({ match: next, conditions })}
          isDisabled={isReadOnly}
        />
      )}
      {conditions.map((condition, index) => (
        <ConditionLine
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other identity and never change places
          key={index}
          event={event}
          condition={condition}
          number={index + 1}
          place={`${place}.condition.${index}`}
          onCondition={(changed) => set(conditions.with(index, changed))}
          onRemove={() => set(conditions.toSpliced(index, 1))}
        />
      ))}
      {groups}
      {!isReadOnly && (
        <div className="flex flex-wrap gap-2">
          {conditions.length < MAX_CONDITIONS && (
            <Button variant="ghost" size="sm" onClick={() => set([...conditions, EMPTY])}>
              <Plus aria-hidden />
              {t("add")}
            </Button>
          )}
          {acts}
        </div>
      )}
    </div>
  );
}
