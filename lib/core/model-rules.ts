import type * as z from "zod";
import type { conditionGroupsSchema, ruleActionSchema, triggerSchema } from "./model-schemas";

/** The words of triggers and rules: what starts a run or a rule by itself, and what a rule or a macro does. */

/**
 * What may start a run or a rule by itself. `custom` is an event of the contact by its own name, such as `trial_ended`.
 */
export const TRIGGER_EVENTS = [
  "contact.created",
  "contact.updated",
  "contact.tagged",
  "conversation.created",
  "conversation.opened",
  "conversation.snoozed",
  "conversation.resolved",
  "conversation.idle",
  "message.received",
  "message.sent",
  "deal.created",
  "deal.stage_changed",
  "deal.stalled",
  "deal.won",
  "deal.lost",
  "appointment.booked",
  "appointment.rescheduled",
  "appointment.confirmed",
  "appointment.upcoming",
  "appointment.completed",
  "appointment.no_show",
  "appointment.canceled",
  "charge.created",
  "charge.due_soon",
  "charge.overdue",
  "charge.paid",
  "charge.refunded",
  "charge.canceled",
  "custom",
] as const;
export type TriggerEvent = (typeof TRIGGER_EVENTS)[number];

/**
 * Events that nothing but the clock brings about: each has a line in time that its subject crosses once, so they are
 * found by an index over what crossed it since the last look.
 */
export const CLOCK_EVENTS = [
  "conversation.idle",
  "appointment.upcoming",
  "charge.due_soon",
  "charge.overdue",
] as const satisfies readonly TriggerEvent[];
export type ClockEvent = (typeof CLOCK_EVENTS)[number];

/** Whose message was the last one when a conversation went idle. */
export const LAST_WORDS = ["contact", "team", "anyone"] as const;
export const MIN_IDLE_MINUTES = 5;
export const MAX_IDLE_MINUTES = 90 * 24 * 60;
export const DEFAULT_IDLE = { minutes: 24 * 60, lastWord: "team", statuses: ["open", "pending"] } as const;
/** How long before or after a record's date, unless the trigger says otherwise. */
export const DEFAULT_OFFSETS = {
  "appointment.upcoming": { amount: 24, unit: "hours" },
  "charge.due_soon": { amount: 3, unit: "days" },
  "charge.overdue": { amount: 0, unit: "days" },
} as const satisfies Partial<Record<ClockEvent, unknown>>;

export const MAX_TRIGGERS = 5;
export type Trigger = z.infer<typeof triggerSchema>;
export type ConditionGroups = z.infer<typeof conditionGroupsSchema>;

/** What a rule or a macro does, in order. */
export const RULE_ACTIONS = [
  "enroll",
  "stop",
  "pause",
  "assign",
  "add_tag",
  "remove_tag",
  "send_message",
  "resolve",
  "snooze",
  "move_deal",
  "call_webhook",
] as const;
export type RuleAction = z.infer<typeof ruleActionSchema>;
export const MAX_ACTIONS = 10;
