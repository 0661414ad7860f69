import * as z from "zod";

/**
 * The vocabulary of the product: every status, reason and shape that the core, the database, the forms and the
 * screens share. Values live here once; database enums, Zod schemas and labels are made from them.
 */

export const CHANNELS = ["whatsapp", "email", "sms"] as const;
export type Channel = (typeof CHANNELS)[number];

export const PROVIDERS = ["sandbox", "whatsapp_cloud", "smtp"] as const;
export type Provider = (typeof PROVIDERS)[number];

export const IDENTITY_KINDS = ["phone", "email", "whatsapp"] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

export const ROLES = ["administrator", "manager", "agent", "viewer"] as const;
export type Role = (typeof ROLES)[number];

export const SEQUENCE_STATUSES = ["draft", "active", "paused", "archived"] as const;
export type SequenceStatus = (typeof SEQUENCE_STATUSES)[number];

/** The records a run may be about, besides a person or a thread. Each has one date that waits may count from. */
export const RECORD_KINDS = ["deal", "appointment", "charge"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export const TARGETS = ["contact", "conversation", ...RECORD_KINDS] as const;
export type Target = (typeof TARGETS)[number];

export const DEAL_STATUSES = ["open", "won", "lost"] as const;
export const APPOINTMENT_STATUSES = ["booked", "confirmed", "completed", "no_show", "canceled"] as const;
export const CHARGE_STATUSES = ["pending", "overdue", "paid", "refunded", "canceled"] as const;

export const ENROLLMENT_STATUSES = ["active", "paused", "ended"] as const;
export type EnrollmentStatus = (typeof ENROLLMENT_STATUSES)[number];

export const END_REASONS = [
  "completed",
  "replied",
  "resolved",
  "goal_reached",
  "opted_out",
  "blocked",
  "stopped",
  "sequence_archived",
  "superseded",
  "date_passed",
  "undeliverable",
  "failed",
  "expired",
] as const;
export type EndReason = (typeof END_REASONS)[number];

/**
 * Statuses of a send record in the order in which they may follow each other; a status never moves to a lower rank.
 * `claimed` is the moment between "this step is ours to send" and the provider's answer. A provider may report a
 * failure after `sent`, and a delivery after that failure (another device of the person took it).
 */
export const MESSAGE_STATUSES = [
  "pending",
  "scheduled",
  "claimed",
  "unknown",
  "skipped",
  "sent",
  "failed",
  "delivered",
  "read",
  "replied",
] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

export const CONVERSATION_STATUSES = ["open", "pending", "snoozed", "resolved"] as const;
export type ConversationStatus = (typeof CONVERSATION_STATUSES)[number];

export const INBOX_STATUSES = ["active", "paused"] as const;
export type InboxStatus = (typeof INBOX_STATUSES)[number];

export const WAIT_UNITS = ["minutes", "hours", "days", "business_days"] as const;
export type WaitUnit = (typeof WAIT_UNITS)[number];

export const MAX_STEPS = 20;

export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What a step does whose moment, counted from the record's date, had passed when the run arrived at it. */
export const IF_PASSED = ["send", "skip", "exit"] as const;

export const waitSchema = z.object({
  amount: z.number().int().min(0).max(525_600),
  unit: z.enum(WAIT_UNITS),
  /** Wall-clock time in the effective zone, only with `days` and `business_days`. */
  at: timeOfDaySchema.optional(),
  /** Counts from the linked record's date instead of the previous send. */
  relative: z.object({ side: z.enum(["before", "after"]), ifPassed: z.enum(IF_PASSED) }).optional(),
});
export type Wait = z.infer<typeof waitSchema>;

export const hsmTemplateSchema = z.object({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.string().min(2).max(15),
  /** The values of the body's variables, in their order; each is Liquid text. */
  parameters: z.array(z.string().max(1024)).max(20),
  /** Only where the template names its variables: one name for each of `parameters`. */
  parameterNames: z
    .array(z.string().regex(/^[a-z0-9_]{1,100}$/))
    .max(20)
    .optional(),
  /** The approved body as it was when the template was chosen, with `{{1}}` or `{{name}}`: what the contact will read. */
  body: z.string().max(2_000).optional(),
});
export type HsmTemplate = z.infer<typeof hsmTemplateSchema>;

export const MEDIA_KINDS = ["image", "document", "audio", "video"] as const;
export const mediaSchema = z.object({
  kind: z.enum(MEDIA_KINDS),
  /** Public https address, which the provider fetches. */
  url: z.url({ protocol: /^https$/ }).max(2_000),
  /** What the contact sees as the name of a document. */
  fileName: z.string().max(240).optional(),
});
export type Media = z.infer<typeof mediaSchema>;

/** WhatsApp's limits: three reply buttons, twenty characters each. */
export const MAX_QUICK_REPLIES = 3;
export const MAX_QUICK_REPLY_LENGTH = 20;

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
    quickReplies: z.array(z.string().max(MAX_QUICK_REPLY_LENGTH)).max(MAX_QUICK_REPLIES).default([]),
  }),
]);
export type Content = z.infer<typeof contentSchema>;

/** What a free-text WhatsApp step does when the 24-hour window is closed as it falls due. */
export const windowClosedSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("template"), template: hsmTemplateSchema }),
  z.object({ do: z.literal("other_channel") }),
  z.object({ do: z.literal("wait"), days: z.number().int().min(1).max(30) }),
  z.object({ do: z.literal("skip") }),
]);
export type WindowClosed = z.infer<typeof windowClosedSchema>;

/** Who writes the text. The modes with AI have an instruction, and the content as what is said without AI. */
export const COMPOSE_MODES = ["static", "ai_assisted", "ai_full"] as const;
export const composeSchema = z.discriminatedUnion("mode", [
  z.object({ mode: z.literal("static") }),
  z.object({ mode: z.enum(["ai_assisted", "ai_full"]), instruction: z.string().max(2_000) }),
]);
export type Compose = z.infer<typeof composeSchema>;

export const OPERATORS = [
  "equal",
  "not_equal",
  "contains",
  "not_contains",
  "greater",
  "less",
  "is_set",
  "is_not_set",
  "in",
] as const;
export type Operator = (typeof OPERATORS)[number];

/** `variable` as a text names it (`contact.plan`, `charge.amount`); `in` takes a list parted by commas. */
export const conditionSchema = z.object({
  variable: z.string().min(1).max(120),
  operator: z.enum(OPERATORS),
  value: z.string().max(500).default(""),
});
export type Condition = z.infer<typeof conditionSchema>;

export const MAX_SKIP_RULES = 5;
export const skipRuleSchema = z.discriminatedUnion("when", [
  conditionSchema.extend({ when: z.literal("condition") }),
  /** By anybody: a sequence or a person. */
  z.object({ when: z.literal("messaged_within"), hours: z.number().int().min(1).max(168) }),
  /** Without an address on the step's channel; otherwise such a step fails. */
  z.object({ when: z.literal("no_address") }),
]);
export type SkipRule = z.infer<typeof skipRuleSchema>;

export const MAX_WEIGHT = 100;
const weightSchema = z.number().int().min(1).max(MAX_WEIGHT);
/** The step's own content is the first variant, so three more make four. */
export const MAX_FURTHER_VARIANTS = 3;
export const variantSchema = z.object({ id: z.uuid(), weight: weightSchema, content: contentSchema });
export type Variant = z.infer<typeof variantSchema>;

export const STEP_CHANNELS = ["automatic", "same_conversation", ...CHANNELS] as const;

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
export type Step = z.infer<typeof stepSchema>;

export const REPLY_EXITS = ["any_channel", "same_conversation", "off"] as const;

export const exitRulesSchema = z.object({
  onReply: z.enum(REPLY_EXITS),
  onResolution: z.boolean(),
});
export type ExitRules = z.infer<typeof exitRulesSchema>;

/** The goal is a named event of the contact, such as `paid`. */
export const goalSchema = z.object({ event: z.string().regex(/^[a-z][a-z0-9_.]{0,79}$/) });

const minutesOfDay = z.object({ from: timeOfDaySchema, to: timeOfDaySchema });
/** When sending is allowed, Monday first. An empty day is closed. `to` "00:00" means midnight at the end of the day. */
export const sendingHoursSchema = z.array(z.array(minutesOfDay).max(4)).length(7);
export type SendingHours = z.infer<typeof sendingHoursSchema>;

/** Null is no limit. All of them defer, none drops a message. Days and weeks are rolling: 24 hours, 7 days. */
export const contactLimitsSchema = z.object({
  perDay: z.number().int().min(1).max(100).nullable(),
  perWeek: z.number().int().min(1).max(500).nullable(),
  /** Between two messages to one contact from any sequence. */
  gapMinutes: z.number().int().min(1).max(10_080).nullable(),
});
export type ContactLimits = z.infer<typeof contactLimitsSchema>;
export const NO_CONTACT_LIMITS: ContactLimits = { perDay: null, perWeek: null, gapMinutes: null };

/** Sends of one inbox per calendar minute, hour and day of the account's zone. Null is no limit. */
export const inboxLimitsSchema = z.object({
  perMinute: z.number().int().min(1).max(100_000).nullable(),
  perHour: z.number().int().min(1).max(1_000_000).nullable(),
  perDay: z.number().int().min(1).max(10_000_000).nullable(),
});
export type InboxLimits = z.infer<typeof inboxLimitsSchema>;
export const NO_INBOX_LIMITS: InboxLimits = { perMinute: null, perHour: null, perDay: null };

export const PACE_SPANS = ["minute", "hour", "day"] as const;
export type PaceSpan = (typeof PACE_SPANS)[number];

/** When a contact whose run of this sequence has ended may be enrolled again. */
export const REENROLLMENT_RULES = ["never", "after_end", "after_days"] as const;
export const reenrollmentSchema = z.object({
  rule: z.enum(REENROLLMENT_RULES),
  /** Since the last run ended; only with `after_days`. */
  days: z.number().int().min(1).max(3_650),
});
export const DEFAULT_REENROLLMENT = { rule: "after_days", days: 7 } as const;

/** What may start a run by itself. `custom` is an event of the contact by its own name, such as `paid`. */
export const TRIGGER_EVENTS = [
  "contact.created",
  "message.received",
  "conversation.resolved",
  "deal.created",
  "appointment.booked",
  "charge.created",
  "custom",
] as const;
export type TriggerEvent = (typeof TRIGGER_EVENTS)[number];
export const MAX_TRIGGERS = 5;
export const triggerSchema = z.object({
  event: z.enum(TRIGGER_EVENTS),
  /** Of a custom event. */
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_.]{0,79}$/)
    .optional(),
  match: z.enum(["all", "any"]),
  conditions: z.array(conditionSchema).max(10),
});
export type Trigger = z.infer<typeof triggerSchema>;

export const MAX_HOLDOUT_PERCENT = 50;

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
});
export type SequenceSnapshot = z.infer<typeof sequenceSnapshotSchema>;

/** What a step and a sequence have unless somebody says otherwise. */
export const STEP_DEFAULTS = {
  compose: { mode: "static" },
  skipRules: [],
  weight: 1,
  variants: [],
} satisfies Partial<Step>;
export const SEQUENCE_DEFAULTS = {
  exitRules: { onReply: REPLY_EXITS[0], onResolution: true },
  goal: null,
  sendingHours: null,
  limits: NO_CONTACT_LIMITS,
  triggers: [],
  reenrollment: DEFAULT_REENROLLMENT,
  holdoutPercent: 0,
  endsOn: null,
  defaultAssigneeId: null,
} satisfies Partial<SequenceSnapshot>;

/** The draft may be incomplete; Publish checks it against `sequenceSnapshotSchema` and the core's rules. */
export const sequenceDraftSchema = sequenceSnapshotSchema.extend({
  steps: z.array(stepSchema).max(MAX_STEPS),
});
export type SequenceDraft = z.infer<typeof sequenceDraftSchema>;

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
});
export type ModuleSettings = z.infer<typeof moduleSettingsSchema>;

/** What the ledger records: every decision, event and act of a run, one row each. */
export const LEDGER_KINDS = [
  "enrolled",
  "enrollment_refused",
  "waiting",
  "sent",
  "delivered",
  "read",
  "skipped",
  "failed",
  "retrying",
  "unknown",
  "replied",
  "automatic_reply",
  "opted_out",
  "opted_in",
  "goal_reached",
  "resolved",
  "paused",
  "resumed",
  "rescheduled",
  "moved",
  "ended",
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

export const MESSAGE_DIRECTIONS = ["inbound", "outbound"] as const;

export const INBOUND_MEANINGS = ["reply", "automatic", "opt_out", "opt_in", "reaction"] as const;
export type InboundMeaning = (typeof INBOUND_MEANINGS)[number];

export const CONSENT_ACTIONS = ["opt_out", "opt_in"] as const;
export const CONSENT_SOURCES = ["message", "provider", "person", "import"] as const;
