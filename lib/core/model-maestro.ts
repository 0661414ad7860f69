import type * as z from "zod";
import type {
  aiEnrollmentSchema,
  draftExpirySchema,
  maestroConfigSchema,
  notificationPreferencesSchema,
} from "./maestro-schemas";

/** The words of Maestro, the account's AI: drafts and who decides them, what the guard says, what it costs. */

/**
 * `failed`: could not be written yet and is tried again until the step is due. `ready`: goes out without a person.
 * `open`: waits for one. `used`: its words were claimed for sending. `withdrawn`: the run went on or ended without it.
 */
export const DRAFT_STATUSES = [
  "failed",
  "ready",
  "open",
  "approved",
  "discarded",
  "used",
  "withdrawn",
] as const;
export type DraftStatus = (typeof DRAFT_STATUSES)[number];

/** Whose words they are: Maestro's, the step's own ones in their place, or a person's. */
export const DRAFT_ORIGINS = ["ai", "fallback", "person"] as const;
export type DraftOrigin = (typeof DRAFT_ORIGINS)[number];

/** What becomes of a step whose draft nobody decided in time. */
export const EXPIRED_DRAFTS = ["skip", "send_fallback", "keep_waiting"] as const;
export type DraftExpiry = z.infer<typeof draftExpirySchema>;
export const DEFAULT_DRAFT_EXPIRY: DraftExpiry = { remindAfterHours: 4, expireAfterHours: 72, does: "skip" };

/**
 * Something that a text may rely on, by the name that texts use (`charge.amount`). Amounts in major units, days and
 * times on the wall calendar of whoever reads it. What stands in a `text` is as good as a fact of its own kind.
 */
export type VettedFact =
  | { name: string; kind: "text" | "name" | "link" | "email" | "phone"; value: string }
  | { name: string; kind: "number" | "percent"; value: number }
  | { name: string; kind: "amount"; value: number; currency: string }
  /** `2026-03-03` */
  | { name: string; kind: "day"; value: string }
  /** `2026-03-03T09:00` */
  | { name: string; kind: "moment"; value: string };

/** What the guard may find in a text. */
export const FINDING_CODES = [
  "empty",
  "too_long",
  "too_many_segments",
  "wrong_language",
  "placeholder",
  "banned_word",
  "repeats_earlier",
  "unsupported_number",
  "unsupported_amount",
  "unsupported_percent",
  "unsupported_date",
  "unsupported_time",
  "unsupported_link",
  "unsupported_phone",
  "unsupported_email",
  "unsupported_name",
  "unsupported_promise",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** The offending words, where they stand (UTF-16 positions), and the fact that would have supported them. */
export type Finding = {
  code: FindingCode;
  part: "text" | "subject";
  from: number;
  to: number;
  words: string;
  /** The nearest fact, by its name, and what it says; null where there is none of the kind. */
  fact: { name: string; says: string } | null;
  /** What its sentence names: a length and its limit, a language. */
  data: Record<string, string | number>;
};

/** What nobody can vouch for: such a text cannot go out as it is. */
export const HARD_FINDINGS: readonly FindingCode[] = ["empty", "too_long", "placeholder", "banned_word"];

/** What a model is asked for. */
export const AI_PURPOSES = ["compose", "repair", "regenerate", "evaluate", "classify", "test"] as const;
export type AiPurpose = (typeof AI_PURPOSES)[number];

/**
 * What a call came to. `blocked`: the guard found something; `refused`: the model would not; `nonsense`: not what was
 * asked for; `budget`: not called, the day's money is spent.
 */
export const AI_OUTCOMES = [
  "ok",
  "blocked",
  "refused",
  "nonsense",
  "timeout",
  "rate_limited",
  "unavailable",
  "unauthorized",
  "budget",
] as const;
export type AiOutcome = (typeof AI_OUTCOMES)[number];

/** What a reply means besides being one. Opting out is found by rules before anything else is asked. */
export const REPLY_INTENTS = [
  "interested",
  "not_now",
  "wrong_person",
  "complaint",
  "opt_out",
  "out_of_office",
  "other",
] as const;
export type ReplyIntent = (typeof REPLY_INTENTS)[number];

/** Whether Maestro proposes an enrollment to a person or makes it. */
export const AI_ENROLLS = ["suggest", "enroll"] as const;
export type AiEnrollment = z.infer<typeof aiEnrollmentSchema>;

/** A look at what it would have done on the last thirty days: the sample, and how far it is. */
export type AiTrial = {
  id: string;
  status: "running" | "done" | "canceled" | "failed";
  /** Conversations that passed the cheap look; the sample are the newest of them. */
  found: number;
  sample: { conversationId: string; contactId: string; at: string }[];
  config: AiEnrollment;
  startedAt: string;
  finishedAt: string | null;
  /** Why it failed: what the call came to. */
  error: AiOutcome | null;
};

/** What became of a verdict: nothing, waits for a person, enrolled, put aside, or the rules of enrollment refused it. */
export const SUGGESTION_STATUSES = ["none", "open", "enrolled", "dismissed", "refused", "expired"] as const;
export type SuggestionStatus = (typeof SUGGESTION_STATUSES)[number];

export type MaestroConfig = z.infer<typeof maestroConfigSchema>;

export const NOTIFICATION_KINDS = [
  "draft_waiting",
  "draft_reminder",
  "draft_returned",
  "draft_assigned",
  "suggestion_waiting",
  "reply_waits",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

export const MAIL_WISHES = ["now", "digest", "off"] as const;
export type MailWish = (typeof MAIL_WISHES)[number];
export type NotificationPreferences = z.infer<typeof notificationPreferencesSchema>;
export const DEFAULT_NOTIFICATION_PREFERENCES: NotificationPreferences = {
  inApp: {},
  byMail: {},
  digestAt: "08:00",
};
