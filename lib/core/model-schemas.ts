import * as z from "zod";
import { draftExpirySchema } from "./maestro-schemas";
import { hsmTemplateSchema, mediaSchema } from "./message-schemas";
import {
  CONVERSATION_STATUSES,
  DEFAULT_REENROLLMENT,
  IF_PASSED,
  MAX_FURTHER_VARIANTS,
  MAX_HOLDOUT_PERCENT,
  MAX_LIST_ROW_LENGTH,
  MAX_QUICK_REPLIES,
  MAX_SKIP_RULES,
  MAX_STEPS,
  MAX_WEIGHT,
  NO_CONTACT_LIMITS,
  OPERATORS,
  PRIORITIES,
  REENROLLMENT_RULES,
  REPLY_EFFECTS,
  REPLY_EXITS,
  SETTINGS_DEFAULTS,
  STEP_CHANNELS,
  TAKEOVERS,
  TARGETS,
  WAIT_UNITS,
} from "./model";
import {
  LAST_WORDS,
  MAX_ACTIONS,
  MAX_IDLE_MINUTES,
  MAX_TRIGGERS,
  MIN_IDLE_MINUTES,
  TRIGGER_EVENTS,
} from "./model-rules";

export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const waitSchema = z.object({
  amount: z.number().int().min(0).max(525_600),
  unit: z.enum(WAIT_UNITS),
  /** Wall-clock time in the effective zone, only with `days` and `business_days`. */
  at: timeOfDaySchema.optional(),
  /** Counts from the linked record's date instead of the previous send. */
  relative: z.object({ side: z.enum(["before", "after"]), ifPassed: z.enum(IF_PASSED) }).optional(),
});

const bodyShape = {
  text: z.string().max(20_000),
  /** Used when the step goes out by email. */
  subject: z.string().max(300).optional(),
  /** The library template that the text was made from. */
  templateId: z.uuid().optional(),
};

export const contentSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), ...bodyShape }),
  z.object({
    type: z.literal("template"),
    template: hsmTemplateSchema,
    /** Said instead, as free text, while the 24-hour window is open. */
    openText: z.string().max(4_096).optional(),
  }),
  /** Formatted with WhatsApp's marks (`*bold*`, `_italic_`, `~struck~`); an email shows the same formatting. */
  z.object({
    type: z.literal("rich"),
    ...bodyShape,
    /** What a mailbox shows after the subject. */
    preheader: z.string().max(200).optional(),
    media: mediaSchema.optional(),
    quickReplies: z.array(z.string().max(MAX_LIST_ROW_LENGTH)).max(MAX_QUICK_REPLIES).default([]),
  }),
]);

/** What a free-text WhatsApp step does when the 24-hour window is closed as it falls due. */
export const windowClosedSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("template"), template: hsmTemplateSchema }),
  z.object({ do: z.literal("other_channel") }),
  z.object({ do: z.literal("wait"), days: z.number().int().min(1).max(30) }),
  z.object({ do: z.literal("skip") }),
]);

export const composeSchema = z.discriminatedUnion("mode", [
  z.object({ mode: z.literal("static") }),
  z.object({
    mode: z.enum(["ai_assisted", "ai_full"]),
    instruction: z.string().max(2_000),
    /** Of drafts that wait for a person; absent: the default. */
    expiry: draftExpirySchema.optional(),
  }),
]);

/** `variable` as a text names it (`contact.plan`, `charge.amount`); `in` takes a list parted by commas. */
export const conditionSchema = z.object({
  variable: z.string().min(1).max(120),
  operator: z.enum(OPERATORS),
  value: z.string().max(500).default(""),
});

export const skipRuleSchema = z.discriminatedUnion("when", [
  conditionSchema.extend({ when: z.literal("condition") }),
  /** By anybody: a sequence or a person. */
  z.object({ when: z.literal("messaged_within"), hours: z.number().int().min(1).max(168) }),
  /** Without an address on the step's channel; otherwise such a step fails. */
  z.object({ when: z.literal("no_address") }),
]);

const weightSchema = z.number().int().min(1).max(MAX_WEIGHT);
export const variantSchema = z.object({ id: z.uuid(), weight: weightSchema, content: contentSchema });

export const stepSchema = z.object({
  /** Stable over versions: it is what claims, memoized turns and "matching step" refer to. */
  id: z.uuid(),
  name: z.string().max(80).optional(),
  wait: waitSchema,
  channel: z.enum(STEP_CHANNELS),
  content: contentSchema,
  windowClosed: windowClosedSchema,
  compose: composeSchema.default({ mode: "static" }),
  /** The first that holds skips the step. */
  skipRules: z.array(skipRuleSchema).max(MAX_SKIP_RULES).default([]),
  /** Of the step's own content among its variants. */
  weight: weightSchema.default(1),
  /** Besides the step's own content; empty: everybody gets that. */
  variants: z.array(variantSchema).max(MAX_FURTHER_VARIANTS).default([]),
});

export const exitRulesSchema = z.object({
  onReply: z.enum(REPLY_EXITS),
  /** Nothing where `onReply` is off. */
  replyDoes: z.enum(REPLY_EFFECTS).default("end"),
  onResolution: z.boolean(),
});

const matchSchema = z.enum(["all", "any"]);

/** Conditions and groups of conditions stand side by side; `match` says whether all or any of them must hold. */
export const conditionGroupsSchema = z.object({
  match: matchSchema,
  conditions: z.array(conditionSchema).max(10),
  groups: z
    .array(z.object({ match: matchSchema, conditions: z.array(conditionSchema).min(1).max(10) }))
    .max(5)
    .optional(),
});

const eventNameSchema = z.string().regex(/^[a-z][a-z0-9_.]{0,79}$/);

/** The goal is an event of the contact by its name: `charge.paid`, `deal.stage_changed`, or one of their own. */
export const goalSchema = z.object({
  event: eventNameSchema,
  /** Of the event's own data (`event.plan`) and of what the run is about. */
  match: matchSchema.optional(),
  conditions: z.array(conditionSchema).max(10).optional(),
});

const minutesOfDay = z.object({ from: timeOfDaySchema, to: timeOfDaySchema });
/** When sending is allowed, Monday first. An empty day is closed. `to` "00:00" means midnight at the end of the day. */
export const sendingHoursSchema = z.array(z.array(minutesOfDay).max(4)).length(7);

/** Null is no limit. All of them defer, none drops a message. Days and weeks are rolling: 24 hours, 7 days. */
export const contactLimitsSchema = z.object({
  perDay: z.number().int().min(1).max(100).nullable(),
  perWeek: z.number().int().min(1).max(500).nullable(),
  /** Between two messages to one contact from any sequence. */
  gapMinutes: z.number().int().min(1).max(10_080).nullable(),
});

export const reenrollmentSchema = z.object({
  rule: z.enum(REENROLLMENT_RULES),
  /** Since the last run ended; only with `after_days`. */
  days: z.number().int().min(1).max(3_650),
});

export const triggerSchema = conditionGroupsSchema.extend({
  event: z.enum(TRIGGER_EVENTS),
  /** Of a custom event. */
  name: eventNameSchema.optional(),
  /** Of `conversation.idle` alone. */
  idle: z
    .object({
      minutes: z.number().int().min(MIN_IDLE_MINUTES).max(MAX_IDLE_MINUTES),
      lastWord: z.enum(LAST_WORDS),
      statuses: z.array(z.enum(CONVERSATION_STATUSES)).min(1),
    })
    .optional(),
  /** Before the date of `appointment.upcoming` and `charge.due_soon`, after the one of `charge.overdue`. */
  offset: z.object({ amount: z.number().int().min(0).max(365), unit: z.enum(["hours", "days"]) }).optional(),
});

const tagSchema = z.string().trim().min(1).max(40);
/** A sequence by its id; null: all of them. */
const whichSequence = z.uuid().nullable();

/** One action of a rule or a macro. What it acts on is the event's contact, thread or record. */
export const ruleActionSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("enroll"), sequenceId: z.uuid() }),
  z.object({ do: z.literal("stop"), sequenceId: whichSequence }),
  /** `hours` null: until somebody lets the runs go on. */
  z.object({
    do: z.literal("pause"),
    sequenceId: whichSequence,
    hours: z.number().int().min(1).max(8_760).nullable(),
  }),
  /** Null: nobody is responsible any more. */
  z.object({ do: z.literal("assign"), userId: z.uuid().nullable() }),
  z.object({ do: z.literal("add_tag"), tag: tagSchema }),
  z.object({ do: z.literal("remove_tag"), tag: tagSchema }),
  /** Liquid text; it goes out in the event's thread, else in the contact's last one. */
  z.object({ do: z.literal("send_message"), text: z.string().min(1).max(4_096) }),
  z.object({ do: z.literal("resolve") }),
  z.object({ do: z.literal("snooze"), hours: z.number().int().min(1).max(8_760) }),
  z.object({ do: z.literal("move_deal"), stageId: z.uuid() }),
  z.object({ do: z.literal("call_webhook"), url: z.url({ protocol: /^https?$/ }).max(2_000) }),
]);
export const ruleActionsSchema = z.array(ruleActionSchema).min(1).max(MAX_ACTIONS);

/** What Publish freezes: everything the run of one contact depends on. */
export const sequenceSnapshotSchema = z.object({
  schemaVersion: z.literal(1),
  target: z.enum(TARGETS),
  steps: z.array(stepSchema).min(1).max(MAX_STEPS),
  exitRules: exitRulesSchema,
  goal: goalSchema.nullable(),
  /** Narrower sending hours than the account's, or none. */
  sendingHours: sendingHoursSchema.nullable(),
  /** Narrower limits than the account's; where both say a number the smaller counts. */
  limits: contactLimitsSchema.default(NO_CONTACT_LIMITS),
  triggers: z.array(triggerSchema).max(MAX_TRIGGERS).default([]),
  reenrollment: reenrollmentSchema.default(DEFAULT_REENROLLMENT),
  /** Share of the enrollments that get nothing, to measure what the others gain. */
  holdoutPercent: z.number().int().min(0).max(MAX_HOLDOUT_PERCENT).default(0),
  /** The last day, in the account's zone, on which anything is sent. */
  endsOn: z.iso.date().nullable().default(null),
  /** Who is responsible for the runs unless somebody else is named. */
  defaultAssigneeId: z.uuid().nullable().default(null),
  priority: z.enum(PRIORITIES).default("normal"),
  /** Of all sequences that name the same group a contact is in one at a time: the one with the highest priority. */
  exclusivityGroup: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/)
    .nullable()
    .default(null),
});

/** The draft may be incomplete; Publish checks it against `sequenceSnapshotSchema` and the core's rules. */
export const sequenceDraftSchema = sequenceSnapshotSchema.extend({
  steps: z.array(stepSchema).max(MAX_STEPS),
});

/** Account-wide settings of the module. */
export const moduleSettingsSchema = z.object({
  timeZone: z.string(),
  /** Use the contact's own zone where it is known. */
  useContactZone: z.boolean(),
  sendingHours: sendingHoursSchema,
  /** ISO dates, `2026-12-25`, without sending and without business. */
  holidays: z.array(z.object({ date: z.iso.date(), name: z.string().max(80) })).max(400),
  locale: z.enum(["en", "pt-BR", "es"]),
  /** ISO 3166 country for phone numbers without a country code. */
  country: z.string().length(2),
  /** ISO 4217 currency for amounts. */
  currency: z.string().length(3),
  /** Over all sequences of the account. */
  limits: contactLimitsSchema.default(NO_CONTACT_LIMITS),
  /** An open deal without a change of stage and without activity for so long is stalled. */
  stalledDays: z.number().int().min(1).max(365).default(SETTINGS_DEFAULTS.stalledDays),
  /** A goal that is reached so long after a run's last send still counts as its conversion. */
  attributionDays: z.number().int().min(1).max(90).default(SETTINGS_DEFAULTS.attributionDays),
  takeover: z
    .object({ does: z.enum(TAKEOVERS), hours: z.number().int().min(1).max(720) })
    .default(SETTINGS_DEFAULTS.takeover),
  /** So long the provider's events are waited for before a person is asked what became of a send. */
  unknownAfterHours: z.number().int().min(1).max(168).default(SETTINGS_DEFAULTS.unknownAfterHours),
});
