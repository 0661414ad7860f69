import { RECORD_KINDS, type Target } from "./model";
import type { Trigger, TriggerEvent } from "./model-rules";
import { TARGET_VARIABLES, type Variable, type VariableType } from "./variables";

const valuesOf = (types: Record<string, VariableType>): Variable[] =>
  Object.entries(types).map(([key, type]) => ({ name: `event.${key}`, type, labelKey: `event.${key}` }));

const PRICED = { title: "text", amount: "number", currency: "text" } as const;

/** What conditions may ask of an event itself, where that is known. An event of the account's own may carry anything. */
const EVENT_VALUES: Partial<Record<TriggerEvent, Record<string, VariableType>>> = {
  "message.received": { text: "text", channel: "text" },
  "message.sent": { text: "text", channel: "text" },
  "contact.tagged": { tag: "text" },
  "contact.updated": { changed: "text" },
  "deal.created": PRICED,
  "deal.stage_changed": { stage: "text", from_stage: "text", pipeline: "text", ...PRICED },
  "deal.stalled": { stage: "text", days: "number" },
  "deal.won": PRICED,
  "deal.lost": { reason: "text", ...PRICED },
  "charge.created": PRICED,
  "charge.paid": PRICED,
  "charge.refunded": PRICED,
  "charge.canceled": PRICED,
};

export const eventVariables = (event: TriggerEvent): Variable[] => valuesOf(EVENT_VALUES[event] ?? {});

/** Whether a condition may name it as a value of the event, whichever the sender gives. */
export const isEventVariable = (name: string): boolean =>
  /^event\.[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/.test(name);

/** What an event is about besides a contact; `any` for one of the account's own, which may name whatever it wants. */
export function subjectOf(event: TriggerEvent): Target | "any" {
  if (event === "custom") return "any";
  const [subject] = event.split(".");
  const record = RECORD_KINDS.find((kind) => kind === subject);
  if (record) return record;
  return subject === "contact" ? "contact" : "conversation";
}

/** What the conditions of a trigger may name: what every text may, what the event is about, and the event's own. */
export function triggerVariables(
  { event }: Pick<Trigger, "event">,
  target: Target,
  common: readonly Variable[],
): Variable[] {
  const subject = subjectOf(event);
  const about = subject === "any" || subject === "contact" ? target : subject;
  return [...common, ...TARGET_VARIABLES[about], ...eventVariables(event)];
}
