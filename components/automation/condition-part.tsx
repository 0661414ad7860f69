"use client";

import { ListTree, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Trigger } from "@/lib/core/model-rules";
import { ConditionList } from "./condition-list";
import { useRuleScope } from "./rule-scope";

const MAX_GROUPS = 5;

type ConditionPartProps = { trigger: Trigger; onTrigger: (trigger: Trigger) => void };

/** If: conditions and groups of conditions. None is no restriction. */
export function ConditionPart({ trigger, onTrigger }: ConditionPartProps) {
  const t = useTranslations("automation.condition");
  const { isReadOnly } = useRuleScope();
  const { event, match, conditions, groups = [] } = trigger;
  const setGroups = (next: NonNullable<Trigger["groups"]>) => onTrigger({ ...trigger, groups: next });
  return (
    <ConditionList
      {...{ event, match, conditions }}
      place="trigger"
      hasMore={groups.length > 0}
      onChange={(changed) => onTrigger({ ...trigger, ...changed })}
      acts={
        groups.length < MAX_GROUPS && (
          <Button
            variant="ghost"
            size="sm"
            onClick={() =>
              setGroups([
                ...groups,
                { match: "any", conditions: [{ variable: "", operator: "equal", value: "" }] },
              ])
            }
          >
            <ListTree aria-hidden />
            {t("addGroup")}
          </Button>
        )
      }
      groups={groups.map((group, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame that cannot be laid out
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: groups have no other identity and never change places
          key={index}
          role="group"
          aria-label={t("group", { number: index + 1 })}
          className="grid gap-2 rounded-md border border-dashed p-2.5"
        >
          <div className="flex items-center justify-between text-muted-foreground text-xs">
            {t("group", { number: index + 1 })}
            {!isReadOnly && (
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={t("removeGroup", { number: index + 1 })}
                onClick={() => setGroups(groups.toSpliced(index, 1))}
              >
                <Trash2 aria-hidden />
              </Button>
            )}
          </div>
          <ConditionList
            event={event}
            {...group}
            place={`trigger.group.${index}`}
            onChange={(changed) => setGroups(groups.with(index, changed))}
          />
        </div>
      ))}
    />
  );
}
