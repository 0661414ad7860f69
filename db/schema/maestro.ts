import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type {
  AiEnrollment,
  AiOutcome,
  AiPurpose,
  AiTrial,
  DraftOrigin,
  DraftStatus,
  Finding,
  MaestroConfig,
  NotificationKind,
  NotificationPreferences,
  SuggestionStatus,
  VettedFact,
} from "@/lib/core/model-maestro";
import { accountId, createdAt, id, instant } from "../columns";
import { accounts } from "./accounts";
import { users } from "./auth";
import { channelEnum } from "./enums";

/** The account's AI; no row or `isOn` false: AI steps say their fallback. */
export const maestroSettings = pgTable("maestro_settings", {
  accountId: accountId()
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  isOn: boolean().notNull().default(false),
  config: jsonb().$type<MaestroConfig>().notNull(),
  /** The endpoint's key, sealed by `lib/secret-box`; null where it needs none. */
  secrets: text(),
  updatedAt: createdAt(),
  updatedBy: uuid(),
});

/** What Maestro has written for one step of one run, and what a person decided about it. */
export const drafts = pgTable(
  "drafts",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    enrollmentId: uuid().notNull(),
    contactId: uuid().notNull(),
    sequenceId: uuid().notNull(),
    conversationId: uuid(),
    stepId: uuid().notNull(),
    stepEpoch: smallint().notNull(),
    inboxId: uuid().notNull(),
    channel: channelEnum().notNull(),
    mode: text().$type<"ai_assisted" | "ai_full">().notNull(),
    language: text().notNull(),
    status: text().$type<DraftStatus>().notNull(),
    origin: text().$type<DraftOrigin>().notNull(),
    /** Why the words are the step's own: a code. */
    fallback: text(),
    text: text().notNull(),
    subject: text(),
    /** As Maestro wrote it, to learn from what a person made of it. */
    writtenText: text(),
    writtenSubject: text(),
    facts: jsonb().$type<VettedFact[]>().notNull(),
    findings: jsonb().$type<Finding[]>().notNull().default(sql`'[]'::jsonb`),
    /** Words that the guard found and a person vouched for. */
    vouched: jsonb().$type<string[]>().notNull().default(sql`'[]'::jsonb`),
    /** What Maestro says to whoever decides. */
    note: text(),
    /** With which it was written again. */
    remark: text(),
    /** Why it came back after it was approved: a code and the data that its sentence names. */
    returned: jsonb().$type<{ code: string; data: Record<string, string | number | boolean | null> }>(),
    /** Grows with every change: who read an older one cannot decide. */
    revision: integer().notNull().default(0),
    /** When the step is due. */
    dueAt: instant().notNull(),
    openedAt: instant(),
    remindAt: instant(),
    remindedAt: instant(),
    expiresAt: instant(),
    snoozedUntil: instant(),
    retryAt: instant(),
    attempts: smallint().notNull().default(0),
    /** Who is to decide; null: whoever may. */
    assigneeId: uuid(),
    decidedBy: uuid(),
    decidedAt: instant(),
    /** Why the run went on without it: the reason of its end, or `moved`. */
    withdrawnBecause: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    uniqueIndex("drafts_one_per_step").on(t.enrollmentId, t.stepId, t.stepEpoch),
    index("drafts_open").on(t.accountId, t.dueAt, t.id).where(sql`status = 'open'`),
    index("drafts_reminders")
      .on(t.accountId, t.remindAt)
      .where(sql`status = 'open' and remind_at is not null`),
    index("drafts_expiring")
      .on(t.accountId, t.expiresAt)
      .where(sql`status = 'open' and expires_at is not null`),
    index("drafts_decided").on(t.accountId, t.decidedAt).where(sql`decided_at is not null`),
    // The last edits of a step are examples for its next draft.
    index("drafts_of_step").on(t.stepId, t.decidedAt).where(sql`status in ('approved', 'used')`),
    index("drafts_of_contact").on(t.contactId),
  ],
);

/** Every call of a model: what it cost and what it came to. Append-only. */
export const aiCalls = pgTable(
  "ai_calls",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    at: createdAt(),
    purpose: text().$type<AiPurpose>().notNull(),
    outcome: text().$type<AiOutcome>().notNull(),
    /** The endpoint's words where it failed. */
    detail: text().notNull().default(""),
    model: text().notNull(),
    inputTokens: integer().notNull().default(0),
    outputTokens: integer().notNull().default(0),
    /** Millionths of a US dollar. */
    costMicros: bigint({ mode: "number" }).notNull().default(0),
    latencyMs: integer().notNull().default(0),
    /** Of the prompt, to tell whether two calls asked the same. */
    promptHash: text().notNull().default(""),
    output: jsonb().$type<Record<string, unknown>>(),
    findings: jsonb().$type<Finding[]>(),
    enrollmentId: uuid(),
    contactId: uuid(),
    conversationId: uuid(),
    draftId: uuid(),
    sequenceId: uuid(),
  },
  (t) => [
    index("ai_calls_list").on(t.accountId, t.at, t.id),
    index("ai_calls_of_contact").on(t.contactId).where(sql`contact_id is not null`),
  ],
);

/** What a day's calls have cost and what those under way may cost: the budget is a hard stop. */
export const aiDays = pgTable(
  "ai_days",
  {
    accountId: accountId(),
    /** Of the account's zone. */
    day: date().notNull(),
    calls: integer().notNull().default(0),
    spentMicros: bigint({ mode: "number" }).notNull().default(0),
    reservedMicros: bigint({ mode: "number" }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.day] })],
);

/** The conversations that Maestro looks for, for one sequence. Beside its versions: it can be switched off at any moment. */
export const aiEnrollments = pgTable("ai_enrollments", {
  sequenceId: uuid().primaryKey(),
  accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
  isOn: boolean().notNull().default(false),
  config: jsonb().$type<AiEnrollment>().notNull(),
  updatedAt: createdAt(),
  updatedBy: uuid(),
  lastRunAt: instant(),
  /** How the last look ended: `ok`, `daily_cap`, or what the call that ended it came to. */
  lastOutcome: text().$type<AiOutcome | "daily_cap">(),
  /** The last look at what it would have done, by which its verdicts are found. */
  trial: jsonb().$type<AiTrial>(),
});

/** Maestro's verdicts whether a conversation belongs into a sequence, each kept. */
export const aiSuggestions = pgTable(
  "ai_suggestions",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    sequenceId: uuid().notNull(),
    conversationId: uuid().notNull(),
    contactId: uuid().notNull(),
    /** Of a trial: the moment as of which the conversation was looked at. */
    at: createdAt(),
    /** Looked at to see what it would do: nothing follows from it. */
    isTrial: boolean().notNull().default(false),
    trialId: uuid(),
    /** What the call came to; nothing was found out unless it is `ok`. */
    outcome: text().$type<AiOutcome>().notNull().default("ok"),
    shouldEnroll: boolean().notNull(),
    /** Percent. */
    confidence: smallint().notNull(),
    reason: text().notNull(),
    status: text().$type<SuggestionStatus>().notNull(),
    /** Why the rules of enrollment refused it, or it can no longer be accepted: a code. */
    refusal: text(),
    enrollmentId: uuid(),
    decidedBy: uuid(),
    decidedAt: instant(),
    aiCallId: uuid(),
  },
  (t) => [
    index("ai_suggestions_list").on(t.accountId, t.sequenceId, t.id),
    index("ai_suggestions_open").on(t.accountId, t.id).where(sql`status = 'open'`),
    // What counts against the day's limit.
    index("ai_suggestions_counted")
      .on(t.sequenceId, t.at)
      .where(sql`not is_trial and status in ('open', 'enrolled', 'dismissed', 'expired')`),
    index("ai_suggestions_of_conversation").on(t.conversationId, t.sequenceId, t.at),
    index("ai_suggestions_of_contact").on(t.contactId),
  ],
);

/** What one person of the team is told of. */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text().$type<NotificationKind>().notNull(),
    /** The same thing is told to a person once. */
    dedupeKey: text().notNull(),
    /** The draft, suggestion or run that waits. The database settles it when that waits no longer. */
    subjectId: uuid(),
    contactId: uuid(),
    /** What its sentence and its link name: ids, a contact's and a sequence's name. */
    data: jsonb().$type<Record<string, string | number | boolean | null>>().notNull(),
    at: createdAt(),
    /** False: the person wants it by mail alone. */
    isShown: boolean().notNull().default(true),
    readAt: instant(),
    /** When it goes out by mail; null: never, or it has. */
    mailAt: instant(),
    mailedAt: instant(),
  },
  (t) => [
    uniqueIndex("notifications_once").on(t.userId, t.accountId, t.dedupeKey),
    index("notifications_list").on(t.accountId, t.userId, t.id),
    index("notifications_unread").on(t.accountId, t.userId, t.id).where(sql`read_at is null and is_shown`),
    index("notifications_unsent").on(t.accountId, t.mailAt).where(sql`mail_at is not null`),
    index("notifications_mailed").on(t.accountId, t.userId, t.mailedAt).where(sql`mailed_at is not null`),
    index("notifications_unsettled").on(t.subjectId).where(sql`read_at is null or mail_at is not null`),
    index("notifications_of_contact").on(t.contactId).where(sql`contact_id is not null`),
  ],
);

export const notificationPreferences = pgTable(
  "notification_preferences",
  {
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    preferences: jsonb().$type<NotificationPreferences>().notNull(),
    updatedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.userId] })],
);
