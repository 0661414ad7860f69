import * as z from "zod";
import { CONVERSATION_STATUSES } from "./model";
import { AI_ENROLLS, EXPIRED_DRAFTS, MAIL_WISHES, NOTIFICATION_KINDS } from "./model-maestro";
import { LAST_WORDS, MAX_IDLE_MINUTES } from "./model-rules";

/** Hours count from the moment at which the draft waits for a person. */
export const draftExpirySchema = z.object({
  remindAfterHours: z.number().int().min(1).max(168).nullable(),
  expireAfterHours: z.number().int().min(1).max(720),
  does: z.enum(EXPIRED_DRAFTS),
});

/** Which conversations Maestro looks at, what it looks for, and what becomes of those that it finds. */
export const aiEnrollmentSchema = z.object({
  /** Who belongs into the sequence, in the account's own words. */
  instruction: z.string().min(1).max(2_000),
  /** The cheap look before anything is asked: silent for so long, but not for longer than so many days. */
  idleMinutes: z.number().int().min(30).max(MAX_IDLE_MINUTES),
  maxIdleDays: z.number().int().min(1).max(365),
  lastWord: z.enum(LAST_WORDS),
  statuses: z.array(z.enum(CONVERSATION_STATUSES)).min(1),
  /** Empty: all inboxes. */
  inboxIds: z.array(z.uuid()).max(50),
  /** Percent of confidence from which on something is done. */
  threshold: z.number().int().min(50).max(100),
  does: z.enum(AI_ENROLLS),
  /** Enrollments and suggestions in a day of the account. */
  perDay: z.number().int().min(1).max(1_000),
  /** A conversation that was looked at is left alone for so long. */
  coolDownDays: z.number().int().min(1).max(365),
});

/** `baseUrl` and `model` of any endpoint that speaks OpenAI's protocol; its key is kept apart, sealed. */
export const maestroConfigSchema = z.object({
  baseUrl: z.url({ protocol: /^https?$/ }).max(500),
  model: z.string().trim().min(1).max(200),
  timeoutSeconds: z.number().int().min(2).max(120),
  /** What a million tokens cost, in US dollars; what the ledger and the budget count with. */
  inputPrice: z.number().min(0).max(1_000),
  outputPrice: z.number().min(0).max(1_000),
  /** US dollars in a day of the account; when they are spent every AI step says its fallback. Null: no limit. */
  dailyBudget: z.number().min(0).max(100_000).nullable(),
  /** Drafts are made so long before their step is due. */
  leadMinutes: z.number().int().min(0).max(2_880),
  voice: z.string().max(4_000),
  rules: z.string().max(4_000),
  /** What may be said of the account besides what is known of the contact; every sentence counts as a fact. */
  knowledge: z.string().max(8_000),
  bannedWords: z.array(z.string().trim().min(2).max(60)).max(200),
  /** Whether the last edits of a step are shown to the model as examples. */
  learnsFromEdits: z.boolean(),
  /** Who decides where neither the run, the conversation nor the sequence names anybody. */
  defaultApproverId: z.uuid().nullable(),
  classifiesReplies: z.boolean(),
});

const byKind = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(NOTIFICATION_KINDS), value);

/** What is not said is on: in the app at once, by mail in the digest. */
export const notificationPreferencesSchema = z.object({
  inApp: byKind(z.boolean()),
  byMail: byKind(z.enum(MAIL_WISHES)),
  /** Of the reader's day, in the account's zone. */
  digestAt: z.string().regex(/^([01]\d|2[0-3]):00$/),
});
