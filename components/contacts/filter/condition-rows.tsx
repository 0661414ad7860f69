"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import type { Condition } from "@/lib/core/model";
import type { ConditionGroups } from "@/lib/core/model-rules";
import { ConditionRow } from "./condition-row";
import type { CatalogField } from "./filter-catalog";
import { useRowKeys } from "./use-row-keys";

type Rows = Pick<ConditionGroups, "match" | "conditions">;
type ConditionRowsProps = { catalog: CatalogField[]; value: Rows; onChange: (rows: Rows) => void };

const MAX_CONDITIONS = 10;
const BLANK: Condition = { variable: "contact.name", operator: "contains", value: "" };

/** Conditions of one level, and whether all or any of them must hold. */
export function ConditionRows({ catalog, value: { match, conditions }, onChange }: ConditionRowsProps) {
  const t = useTranslations("filter");
  const { keys, forget } = useRowKeys(conditions.length);
  return (
    <div className="grid min-w-0 gap-2">
      <Segmented
        label={t("match")}
        isLabelHidden
        value={match}
        onChange={(chosen) => onChange({ match: chosen, conditions })}
        segments={[
          { value: "all", label: t("all") },
          { value: "any", label: t("any") },
        ]}
      />
      {conditions.map((condition, index) => (
        <ConditionRow
          key={keys[index]}
          number={index + 1}
          catalog={catalog}
          condition={condition}
          onChange={(changed) => onChange({ match, conditions: conditions.with(index, changed) })}
          onRemove={() => {
            forget(index);
            onChange({ match, conditions: conditions.toSpliced(index, 1) });
          }}
        />
      ))}
      {conditions.length < MAX_CONDITIONS && (
        <Button
          variant="ghost"
          size="sm"
          className="justify-self-start"
          onClick={() => onChange({ match, conditions: [...conditions, BLANK] })}
        >
          <Plus aria-hidden /> {t("addCondition")}
        </Button>
      )}
    </div>
  );
}
