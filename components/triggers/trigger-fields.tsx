"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Trigger } from "@/lib/core/model-rules";
import { idleOf, offsetOf } from "@/lib/core/trigger";
import type { Variable } from "@/lib/core/variables";
import { ConditionList, type Conditions, NEW_CONDITION } from "./condition-list";
import { EventChoice } from "./event-choice";
import { IdleFields } from "./idle-fields";
import { OffsetFields } from "./offset-fields";
import { TriggerGroup } from "./trigger-group";

const MAX_GROUPS = 5;

type TriggerFieldsProps = {
  trigger: Trigger;
  number: number;
  /** What conditions may name. */
  variables: readonly Variable[];
  isReadOnly: boolean;
  onTrigger: (trigger: Trigger) => void;
  /** Absent where there is always one. */
  onRemove?: () => void;
  /** Said below the fields. */
  children?: ReactNode;
};

/** An event that starts something, and what must hold besides. */
export function TriggerFields(props: TriggerFieldsProps) {
  const { trigger, number, variables, isReadOnly, onTrigger, onRemove, children } = props;
  const t = useTranslations("triggers");
  const { event, name, match, conditions, groups = [] } = trigger;
  const offset = offsetOf(trigger);
  const setGroups = (next: Conditions[]) => {
    const { groups: _, ...rest } = trigger;
    onTrigger(next.length > 0 ? { ...rest, groups: next } : rest);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame that cannot be laid out
    <div role="group" aria-label={t("label", { number })} className="grid gap-3 rounded-lg border p-3">
      <div className="flex items-end gap-2">
        <Field label={t("event")} className="min-w-0 flex-1">
          <EventChoice trigger={trigger} onTrigger={onTrigger} />
        </Field>
        {!isReadOnly && onRemove && (
          <Button variant="ghost" size="icon" aria-label={t("remove", { number })} onClick={onRemove}>
            <Trash2 aria-hidden />
          </Button>
        )}
      </div>
      {event === "custom" && (
        <Field label={t("name")} hint={t("nameHint")}>
          <Input
            value={name ?? ""}
            maxLength={80}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(change) => onTrigger({ ...trigger, name: change.target.value })}
          />
        </Field>
      )}
      {event === "conversation.idle" && (
        <IdleFields
          idle={{ ...idleOf(trigger), statuses: [...idleOf(trigger).statuses] }}
          onIdle={(idle) => onTrigger({ ...trigger, idle })}
          isReadOnly={isReadOnly}
        />
      )}
      {offset && (
        <OffsetFields
          offset={offset}
          isAfter={event === "charge.overdue"}
          onOffset={(next) => onTrigger({ ...trigger, offset: next })}
        />
      )}
      <ConditionList
        value={{ match, conditions }}
        onValue={(changed) => onTrigger({ ...trigger, ...changed })}
        others={groups.length}
        variables={variables}
        isReadOnly={isReadOnly}
        removeLabel={(condition) => t("removeCondition", { number: condition })}
      />
      {groups.map((group, index) => (
        <TriggerGroup
          // biome-ignore lint/suspicious/noArrayIndexKey: groups have no other identity and never change places
          key={index}
          group={group}
          number={index + 1}
          variables={variables}
          isReadOnly={isReadOnly}
          onGroup={(changed) => setGroups(groups.with(index, changed))}
          onRemove={() => setGroups(groups.toSpliced(index, 1))}
        />
      ))}
      {!isReadOnly && conditions.length > 0 && groups.length < MAX_GROUPS && (
        <Button
          variant="ghost"
          size="sm"
          className="justify-self-start"
          onClick={() =>
            setGroups([...groups, { match: match === "all" ? "any" : "all", conditions: [NEW_CONDITION] }])
          }
        >
          <Plus aria-hidden />
          {t("addGroup")}
        </Button>
      )}
      {children}
    </div>
  );
}
