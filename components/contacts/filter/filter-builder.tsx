"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { ConditionGroups } from "@/lib/core/model-rules";
import { ConditionRows } from "./condition-rows";
import { useCatalog } from "./use-catalog";
import { useRowKeys } from "./use-row-keys";

type FilterBuilderProps = { value: ConditionGroups; onChange: (value: ConditionGroups) => void };

const MAX_GROUPS = 5;

/** Conditions over contacts, side by side and in groups. Ask `completeOf` before asking the server. */
export function FilterBuilder({ value, onChange }: FilterBuilderProps) {
  const t = useTranslations("filter");
  const catalog = useCatalog();
  const { groups = [] } = value;
  const { keys, forget } = useRowKeys(groups.length);
  const changeGroups = (changed: NonNullable<ConditionGroups["groups"]>) =>
    onChange({ ...value, groups: changed });
  return (
    <div className="grid min-w-0 gap-3">
      <ConditionRows catalog={catalog} value={value} onChange={(rows) => onChange({ ...value, ...rows })} />
      {groups.map((group, index) => (
        <fieldset key={keys[index]} className="relative grid min-w-0 gap-2 rounded-md border p-3">
          <legend className="sr-only">{t("group", { number: index + 1 })}</legend>
          <Button
            variant="ghost"
            size="icon-sm"
            className="absolute top-2 right-2"
            aria-label={t("removeGroup", { number: index + 1 })}
            onClick={() => {
              forget(index);
              changeGroups(groups.toSpliced(index, 1));
            }}
          >
            <X aria-hidden />
          </Button>
          <ConditionRows
            catalog={catalog}
            value={group}
            onChange={(rows) => {
              if (rows.conditions.length === 0) forget(index);
              changeGroups(
                rows.conditions.length === 0 ? groups.toSpliced(index, 1) : groups.with(index, rows),
              );
            }}
          />
        </fieldset>
      ))}
      {groups.length < MAX_GROUPS && (
        <Button
          variant="ghost"
          size="sm"
          className="justify-self-start"
          onClick={() => changeGroups([...groups, { match: "any", conditions: [BLANK] }])}
        >
          <Plus aria-hidden /> {t("addGroup")}
        </Button>
      )}
    </div>
  );
}

const BLANK = { variable: "contact.name", operator: "contains", value: "" } as const;
