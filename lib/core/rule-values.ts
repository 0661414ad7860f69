import { RECORD_KINDS, TARGETS } from "./model";
import type { Trigger, TriggerEvent } from "./model-rules";
import { TARGET_VARIABLES, type Variable } from "./variables";

/** What an event says of itself, named in conditions as `event.text`. Of a custom event only its sender knows. */
const EVENT_VALUES: Partial<Record<TriggerEvent, readonly string[]>> = {
  "message.received": ["text", "channel"],
  "message.sent": ["text", "channel"],
  "contact.tagged": ["tag"],
  "contact.updated": ["changed"],
  "deal.stage_changed": ["stage", "from_stage", "pipeline"],
};

export const eventValuesOf = (event: TriggerEvent): string[] =>
  (EVENT_VALUES[event] ?? []).map((key) => `event.${key}`);

/** A name that a condition may look at although no list knows it: a custom event brings what it likes. */
export const isEventValue = (variable: string): boolean => /^event\.[a-z][a-z0-9_]{0,79}$/.test(variable);

/**
 * What the texts and conditions of a rule with this trigger may name: the contact, its thread, and the record that the
 * event is about. `null` is a macro, which stands in a conversation. A custom event may be about any record.
 */
export function variablesOfRule(
  trigger: Pick<Trigger, "event"> | null,
  common: readonly Variable[],
): Variable[] {
  if (trigger?.event === "custom")
    return [...common, ...TARGETS.flatMap((target) => TARGET_VARIABLES[target])];
  const kind = RECORD_KINDS.find((one) => trigger?.event.startsWith(`${one}.`));
  return [...common, ...TARGET_VARIABLES.conversation, ...(kind ? TARGET_VARIABLES[kind] : [])];
}
