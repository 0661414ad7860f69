"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { TRIGGER_EVENTS, type Trigger, type TriggerEvent } from "@/lib/core/model-rules";
import { useRuleScope } from "./rule-scope";
import { TriggerTime } from "./trigger-time";

const GROUPS = ["message", "conversation", "contact", "deal", "appointment", "charge", "custom"] as const;

type TriggerPartProps = { trigger: Trigger; onTrigger: (trigger: Trigger) => void };

/** When: the event, and how long before, after or without. */
export function TriggerPart({ trigger, onTrigger }: TriggerPartProps) {
  const t = useTranslations("automation.trigger");
  const events = useTranslations("automation.events");
  const { isReadOnly, errorAt } = useRuleScope();
  const { event, name } = trigger;
  const error = errorAt("trigger");
  return (
    <div className="grid gap-3">
      <Field label={t("event")} error={event === "custom" ? undefined : error}>
        <NativeSelect
          value={event}
          disabled={isReadOnly}
          onChange={(change) => onTrigger({ ...trigger, event: change.target.value as TriggerEvent })}
        >
          {GROUPS.map((group) => (
            <optgroup key={group} label={t(`groups.${group}`)}>
              {TRIGGER_EVENTS.filter((one) => one.split(".")[0] === group).map((one) => (
                <option key={one} value={one}>
                  {events(one)}
                </option>
              ))}
            </optgroup>
          ))}
        </NativeSelect>
      </Field>
      {event === "custom" && (
        <Field label={t("name")} hint={t("nameHint")} error={error}>
          <Input
            value={name ?? ""}
            maxLength={80}
            autoCapitalize="none"
            spellCheck={false}
            readOnly={isReadOnly}
            onChange={(change) => onTrigger({ ...trigger, name: change.target.value })}
          />
        </Field>
      )}
      <TriggerTime trigger={trigger} onTrigger={onTrigger} />
    </div>
  );
}
