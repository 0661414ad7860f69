"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Segmented } from "@/components/ui/segmented";
import { type Condition, TRIGGER_EVENTS, type Trigger, type TriggerEvent } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";
import { ConditionFields } from "../step/condition-fields";

const MAX_CONDITIONS = 10;

type TriggerFieldsProps = {
  trigger: Trigger;
  number: number;
  onTrigger: (trigger: Trigger) => void;
  onRemove: () => void;
};

/** An event that starts a run, and what must hold besides. */
export function TriggerFields({ trigger, number, onTrigger, onRemove }: TriggerFieldsProps) {
  const t = useTranslations("sequences.trigger");
  const { isReadOnly } = useEditor();
  const { event, name, match, conditions } = trigger;
  const setConditions = (next: Condition[]) => onTrigger({ ...trigger, conditions: next });
  const changeEvent = (next: TriggerEvent) => {
    const { name: _, ...rest } = trigger;
    onTrigger(next === "custom" ? { ...rest, event: next, name: name ?? "" } : { ...rest, event: next });
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame that cannot be laid out
    <div role="group" aria-label={t("label", { number })} className="grid gap-3 rounded-lg border p-3">
      <div className="flex items-end gap-2">
        <Field label={t("event")} className="min-w-0 flex-1">
          <NativeSelect value={event} onChange={(change) => changeEvent(change.target.value as TriggerEvent)}>
            {TRIGGER_EVENTS.map((one) => (
              <option key={one} value={one}>
                {t(`events.${one}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        {!isReadOnly && (
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
      {conditions.length > 1 && (
        <Segmented
          label={t("match")}
          segments={[
            { value: "all", label: t("all") },
            { value: "any", label: t("any") },
          ]}
          value={match}
          onChange={(next) => onTrigger({ ...trigger, match: next })}
          isDisabled={isReadOnly}
        />
      )}
      {conditions.map((condition, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other identity and never change places
        <div key={index} className="flex items-start gap-2 border-t pt-3">
          <div className="min-w-0 flex-1">
            <ConditionFields
              condition={condition}
              onCondition={(changed) => setConditions(conditions.with(index, { ...condition, ...changed }))}
            />
          </div>
          {!isReadOnly && (
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("removeCondition", { number: index + 1 })}
              onClick={() => setConditions(conditions.toSpliced(index, 1))}
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
          onClick={() => setConditions([...conditions, { variable: "", operator: "equal", value: "" }])}
        >
          <Plus aria-hidden />
          {t("addCondition")}
        </Button>
      )}
    </div>
  );
}
