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

export const TARGETS = ["contact", "conversation"] as const;

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

export const waitSchema = z.object({
  amount: z.number().int().min(0).max(525_600),
  unit: z.enum(WAIT_UNITS),
  /** Wall-clock time in the effective zone, only with `days` and `business_days`. */
  at: timeOfDaySchema.optional(),
});
export type Wait = z.infer<typeof waitSchema>;

export const hsmTemplateSchema = z.object({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.string().min(2).max(15),
  /** Positional body parameters; each is Liquid text. */
  parameters: z.array(z.string().max(1024)).max(20),
});
export type HsmTemplate = z.infer<typeof hsmTemplateSchema>;

export const contentSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("text"),
    text: z.string().max(20_000),
    /** Used when the step goes out by email. */
    subject: z.string().max(300).optional(),
  }),
  z.object({ type: z.literal("template"), template: hsmTemplateSchema }),
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

export const STEP_CHANNELS = ["automatic", "same_conversation", ...CHANNELS] as const;

export const stepSchema = z.object({
  /** Stable over versions: it is what claims, memoized turns and "matching step" refer to. */
  id: z.uuid(),
  name: z.string().max(80).optional(),
  wait: waitSchema,
  channel: z.enum(STEP_CHANNELS),
  content: contentSchema,
  windowClosed: windowClosedSchema,
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

/** What Publish freezes: everything the run of one contact depends on. */
export const sequenceSnapshotSchema = z.object({
  schemaVersion: z.literal(1),
  target: z.enum(TARGETS),
  steps: z.array(stepSchema).min(1).max(MAX_STEPS),
  exitRules: exitRulesSchema,
  goal: goalSchema.nullable(),
  /** Narrower sending hours than the account's, or none. */
  sendingHours: sendingHoursSchema.nullable(),
});
export type SequenceSnapshot = z.infer<typeof sequenceSnapshotSchema>;

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
  "ended",
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

export const MESSAGE_DIRECTIONS = ["inbound", "outbound"] as const;

export const INBOUND_MEANINGS = ["reply", "automatic", "opt_out", "opt_in", "reaction"] as const;
export type InboundMeaning = (typeof INBOUND_MEANINGS)[number];

export const CONSENT_ACTIONS = ["opt_out", "opt_in"] as const;
export const CONSENT_SOURCES = ["message", "provider", "person", "import"] as const;
