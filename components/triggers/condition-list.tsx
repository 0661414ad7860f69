"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { ConditionFields } from "@/components/sequences/step/condition-fields";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import type { Condition } from "@/lib/core/model";
import type { Variable } from "@/lib/core/variables";
import { VariableChoice } from "./variable-choice";

export const MAX_CONDITIONS = 10;
export const NEW_CONDITION: Condition = { variable: "", operator: "equal", value: "" };

export type Conditions = { match: "all" | "any"; conditions: Condition[] };

type ConditionListProps = {
  value: Conditions;
  onValue: (value: Conditions) => void;
  variables: readonly Variable[];
  isReadOnly: boolean;
  /** How many besides these the answer to "all or any" also counts. */
  others?: number;
  removeLabel: (number: number) => string;
};

/** Conditions, and whether all of them or any must hold. */
export function ConditionList({
  value,
  onValue,
  variables,
  isReadOnly,
  others = 0,
  removeLabel,
}: ConditionListProps) {
  const t = useTranslations("triggers");
  const { match, conditions } = value;
  const set = (next: Condition[]) => onValue({ match, conditions: next });
  return (
    <>
      {conditions.length + others > 1 && (
        <Segmented
          label={t("match")}
          segments={[
            { value: "all", label: t("all") },
            { value: "any", label: t("any") },
          ]}
          value={match}
          onChange={(next) => onValue({ match: next, conditions })}
          isDisabled={isReadOnly}
        />
      )}
      {conditions.map((condition, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other identity and never change places
        <div key={index} className="flex items-start gap-2 border-t pt-3">
          <div className="min-w-0 flex-1">
            <ConditionFields
              condition={condition}
              onCondition={(changed) => set(conditions.with(index, { ...condition, ...changed }))}
              variableField={
                <VariableChoice
                  value={condition.variable}
                  variables={variables}
                  onVariable={(variable) => set(conditions.with(index, { ...condition, variable }))}
                />
              }
            />
          </div>
          {!isReadOnly && (
            <Button
              variant="ghost"
              size="icon"
              aria-label={removeLabel(index + 1)}
              onClick={() => set(conditions.toSpliced(index, 1))}
            >
              <Trash2 aria-hidden />
            </Button>
          )}
        </div>
      ))}
      {!isReadOnly && conditions.length < MAX_CONDITIONS && (
        <Button
          variant="ghost"
          size="sm"
          className="justify-self-start"
          onClick={() => set([...conditions, NEW_CONDITION])}
        >
          <Plus aria-hidden />
          {t("addCondition")}
        </Button>
      )}
    </>
  );
}
