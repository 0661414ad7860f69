"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import { DEFAULT_IDLE, TRIGGER_EVENTS, type Trigger, type TriggerEvent } from "@/lib/core/model-rules";
import { offsetOf } from "@/lib/core/trigger";

type EventChoiceProps = Omit<ComponentProps<"select">, "value" | "onChange"> & {
  trigger: Trigger;
  onTrigger: (trigger: Trigger) => void;
};

/** The events by what they happen to. What only one of them has goes with it. */
export function EventChoice({ trigger, onTrigger, ...props }: EventChoiceProps) {
  const t = useTranslations("triggers");
  return (
    <NativeSelect
      {...props}
      value={trigger.event}
      onChange={(change) => onTrigger(withEvent(trigger, change.target.value as TriggerEvent))}
    >
      {KINDS.map((kind) => (
        <optgroup key={kind} label={t(`kinds.${kind}`)}>
          {TRIGGER_EVENTS.filter((event) => event.split(".")[0] === kind).map((event) => (
            <option key={event} value={event}>
              {t(`events.${event}`)}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}

const KINDS = ["contact", "conversation", "message", "deal", "appointment", "charge", "custom"] as const;

function withEvent({ name, idle: _, offset: __, ...rest }: Trigger, event: TriggerEvent): Trigger {
  const trigger: Trigger = { ...rest, event };
  if (event === "custom") return { ...trigger, name: name ?? "" };
  if (event === "conversation.idle")
    return { ...trigger, idle: { ...DEFAULT_IDLE, statuses: [...DEFAULT_IDLE.statuses] } };
  const offset = offsetOf(trigger);
  return offset ? { ...trigger, offset: { ...offset } } : trigger;
}
