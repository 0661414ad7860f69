import {
  CLOCK_EVENTS,
  DEFAULT_IDLE,
  DEFAULT_OFFSETS,
  TRIGGER_EVENTS,
  type Trigger,
  type TriggerEvent,
} from "./model-rules";

/**
 * Whether only the clock brings this trigger about. A charge becoming overdue is told when its status changes, so a
 * trigger without delay listens to that.
 */
export function isOfClock(trigger: Pick<Trigger, "event" | "offset">): boolean {
  if (trigger.event === "charge.overdue") return (trigger.offset?.amount ?? 0) > 0;
  return CLOCK_EVENTS.some((event) => event === trigger.event);
}

/** What an inactivity trigger waits for; the defaults where it does not say. */
export const idleOf = ({ idle }: Pick<Trigger, "idle">) => idle ?? DEFAULT_IDLE;

/** How long before or after the record's date; null for events that have none. */
export function offsetOf({ event, offset }: Pick<Trigger, "event" | "offset">) {
  if (event !== "appointment.upcoming" && event !== "charge.due_soon" && event !== "charge.overdue")
    return null;
  return offset ?? DEFAULT_OFFSETS[event];
}

/**
 * As what the event is announced: one that somebody calls their own, by the name of one of the product's, is that one.
 * `name` is empty for all others than the account's own.
 */
export function heardAs({ event, name = "" }: Pick<Trigger, "event" | "name">): {
  event: TriggerEvent;
  name: string;
} {
  if (event !== "custom") return { event, name: "" };
  const known = TRIGGER_EVENTS.find((one) => one === name && one !== "custom");
  return known ? { event: known, name: "" } : { event, name };
}
