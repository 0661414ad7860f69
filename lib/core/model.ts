import type * as z from "zod";
import type { hsmTemplateSchema, mediaSchema } from "./message-schemas";
import type {
  composeSchema,
  conditionSchema,
  contactLimitsSchema,
  contentSchema,
  exitRulesSchema,
  goalSchema,
  moduleSettingsSchema,
  sendingHoursSchema,
  sequenceDraftSchema,
  sequenceSnapshotSchema,
  skipRuleSchema,
  stepSchema,
  variantSchema,
  waitSchema,
  windowClosedSchema,
} from "./model-schemas";

/**
 * The vocabulary of the product: every status, reason and shape that the core, the database, the forms and the
 * screens share. Values live here once; database enums, Zod schemas and labels are made from them. The schemas stand in
 * `model-schemas.ts`: screens that need the words alone do not load a validator.
 */

export const CHANNELS = ["whatsapp", "email", "sms"] as const;
export type Channel = (typeof CHANNELS)[number];

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

export const WAIT_UNITS = ["minutes", "hours", "days", "business_days"] as const;
export type WaitUnit = (typeof WAIT_UNITS)[number];

export const MAX_STEPS = 20;

/** What a step does whose moment, counted from the record's date, had passed when the run arrived at it. */
export const IF_PASSED = ["send", "skip", "exit"] as const;
export type Wait = z.infer<typeof waitSchema>;
export type HsmTemplate = z.infer<typeof hsmTemplateSchema>;

/** What the head of a template may need a value for; `image`, `video` and `document` need a file. */
export const HSM_HEADERS = ["text", "image", "video", "document"] as const;
export type HsmHeader = NonNullable<HsmTemplate["header"]>;
/** Buttons of a template that take a value: the end of an address, what comes back when it is tapped, a code to copy. */
export const HSM_BUTTONS = ["url", "quick_reply", "copy_code"] as const;
export type HsmButton = NonNullable<HsmTemplate["buttons"]>[number];
/** What stands around the body. */
export type HsmFrame = NonNullable<HsmTemplate["frame"]>;

export const MEDIA_KINDS = ["image", "document", "audio", "video"] as const;
export type Media = z.infer<typeof mediaSchema>;

/** WhatsApp's limits: three reply buttons of twenty characters; more of them are the rows of a list. */
export const MAX_REPLY_BUTTONS = 3;
export const MAX_QUICK_REPLIES = 10;
export const MAX_REPLY_BUTTON_LENGTH = 20;
export const MAX_LIST_ROW_LENGTH = 24;
/** Characters that each of so many quick replies may have. */
export const quickReplyLength = (count: number): number =>
  count > MAX_REPLY_BUTTONS ? MAX_LIST_ROW_LENGTH : MAX_REPLY_BUTTON_LENGTH;
export type Content = z.infer<typeof contentSchema>;
export type WindowClosed = z.infer<typeof windowClosedSchema>;

/** Who writes the text. The modes with AI have an instruction, and the content as what is said without AI. */
export const COMPOSE_MODES = ["static", "ai_assisted", "ai_full"] as const;
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
export type Condition = z.infer<typeof conditionSchema>;

export const MAX_SKIP_RULES = 5;
export type SkipRule = z.infer<typeof skipRuleSchema>;

export const MAX_WEIGHT = 100;
/** The step's own content is the first variant, so three more make four. */
export const MAX_FURTHER_VARIANTS = 3;
export type Variant = z.infer<typeof variantSchema>;

export const STEP_CHANNELS = ["automatic", "same_conversation", ...CHANNELS] as const;
export type Step = z.infer<typeof stepSchema>;

export const REPLY_EXITS = ["any_channel", "same_conversation", "off"] as const;
/** What a reply does to the run: it is over, or it stands until the person who is responsible lets it go on. */
export const REPLY_EFFECTS = ["end", "pause"] as const;
export type ExitRules = z.infer<typeof exitRulesSchema>;
export type SendingHours = z.infer<typeof sendingHoursSchema>;
export type ContactLimits = z.infer<typeof contactLimitsSchema>;
export const NO_CONTACT_LIMITS: ContactLimits = { perDay: null, perWeek: null, gapMinutes: null };

/** When a contact whose run of this sequence has ended may be enrolled again. */
export const REENROLLMENT_RULES = ["never", "after_end", "after_days"] as const;
export const DEFAULT_REENROLLMENT = { rule: "after_days", days: 7 } as const;
export type Goal = z.infer<typeof goalSchema>;

/** Who goes first where a contact's limits let only one message through, and who stays in an exclusivity group. */
export const PRIORITIES = ["high", "normal", "low"] as const;
export type Priority = (typeof PRIORITIES)[number];

/** How somebody came into a sequence. */
export const ENROLLMENT_METHODS = [
  "manual",
  "bulk",
  "automation",
  "macro",
  "api",
  "event",
  "inactivity",
  "ai",
] as const;
export type EnrollmentMethod = (typeof ENROLLMENT_METHODS)[number];

/** The types of custom attributes, which decide how a form takes them and how a text says them. */
export const ATTRIBUTE_TYPES = [
  "text",
  "number",
  "currency",
  "percent",
  "link",
  "date",
  "list",
  "checkbox",
] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

/** What becomes of a contact's runs when somebody of the team writes to them by hand. */
export const TAKEOVERS = ["pause", "end", "nothing"] as const;

export const MAX_HOLDOUT_PERCENT = 50;
export type SequenceSnapshot = z.infer<typeof sequenceSnapshotSchema>;

/** What a step and a sequence have unless somebody says otherwise. */
export const STEP_DEFAULTS = {
  compose: { mode: "static" },
  skipRules: [],
  weight: 1,
  variants: [],
} satisfies Partial<Step>;
export const SEQUENCE_DEFAULTS = {
  exitRules: { onReply: REPLY_EXITS[0], replyDoes: REPLY_EFFECTS[0], onResolution: true },
  goal: null,
  sendingHours: null,
  limits: NO_CONTACT_LIMITS,
  triggers: [],
  reenrollment: DEFAULT_REENROLLMENT,
  holdoutPercent: 0,
  endsOn: null,
  defaultAssigneeId: null,
  priority: "normal",
  exclusivityGroup: null,
} satisfies Partial<SequenceSnapshot>;
export type SequenceDraft = z.infer<typeof sequenceDraftSchema>;
export type ModuleSettings = z.infer<typeof moduleSettingsSchema>;
export const SETTINGS_DEFAULTS = {
  stalledDays: 7,
  attributionDays: 7,
  takeover: { does: TAKEOVERS[0], hours: 24 },
  unknownAfterHours: 4,
} as const;

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
  "undone",
  "converted",
  "settled",
  "drafted",
  "approved",
  "discarded",
  "returned",
  "reassigned",
  "understood",
  "repaired",
  "ended",
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

export const MESSAGE_DIRECTIONS = ["inbound", "outbound"] as const;

export const INBOUND_MEANINGS = [
  "reply",
  "automatic",
  "opt_out",
  "opt_in",
  "reaction",
  "out_of_office",
] as const;
export type InboundMeaning = (typeof INBOUND_MEANINGS)[number];

export const CONSENT_ACTIONS = ["opt_out", "opt_in"] as const;
export const CONSENT_SOURCES = ["message", "provider", "person", "import", "link"] as const;
