import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import { aiEnrollmentSchema } from "@/lib/core/maestro-schemas";
import type { SequenceStatus } from "@/lib/core/model";
import type { AiEnrollment, AiOutcome, AiTrial, SuggestionStatus } from "@/lib/core/model-maestro";

/** After so many days nobody remembers what a suggestion was about. */
export const SUGGESTION_DAYS = 7;
export const TRIAL_DAYS = 30;
export const TRIAL_SAMPLE = 40;

/** What the form begins with; who belongs into the sequence only the account can say. */
export const FIRST_CONFIG: AiEnrollment = {
  instruction: "",
  idleMinutes: 24 * 60,
  maxIdleDays: 30,
  lastWord: "team",
  statuses: ["open", "pending"],
  inboxIds: [],
  threshold: 80,
  does: "suggest",
  perDay: 20,
  coolDownDays: 14,
};

const sequenceId = z.uuid();
export const sequenceInput = accountInput.extend({ sequenceId });
/** A thread may not be silent for long enough and too long at once. */
export const saveAiEnrollmentSchema = sequenceInput.extend({
  config: aiEnrollmentSchema.refine(({ idleMinutes, maxIdleDays }) => idleMinutes <= maxIdleDays * 1_440, {
    path: ["maxIdleDays"],
    error: "idle_window_empty",
  }),
});
export const switchAiEnrollmentSchema = sequenceInput.extend({ isOn: z.boolean() });

const ids = z.array(z.uuid()).min(1).max(200);
export const suggestionsInput = accountInput.extend({ ids });

export const VERDICT_FILTERS = [
  "all",
  "open",
  "enrolled",
  "dismissed",
  "refused",
  "expired",
  "none",
  "failed",
] as const;
/** Which verdicts the log shows. A value that is none counts as not given. */
export const verdictFilterSchema = z.object({
  verdict: z.enum(VERDICT_FILTERS).default("all").catch("all"),
});
export type VerdictFilter = z.infer<typeof verdictFilterSchema>;

export type AiEnrollmentState = {
  sequence: { id: string; name: string; status: SequenceStatus; isPublished: boolean };
  /** Null: nobody has said yet what to look for. */
  config: AiEnrollment | null;
  isOn: boolean;
  updatedAt: string | null;
  maestro: "on" | "off" | "not_set_up";
  usedToday: number;
  lastRunAt: string | null;
  lastOutcome: AiOutcome | "daily_cap" | null;
  trial: (Omit<AiTrial, "sample"> & { sampled: number; done: number }) | null;
};

type Judged = {
  id: string;
  contactId: string;
  contactName: string;
  conversationId: string;
  at: string;
  confidence: number;
  reason: string;
};

/** Someone who may belong into a sequence, and whom a person decides about. */
export type SuggestionShown = Judged & {
  sequenceId: string;
  sequenceName: string;
  inboxName: string;
  /** The last words of the thread, oldest first. */
  lastWords: { from: "contact" | "team" | "sequence"; text: string }[];
};

export type SuggestionCount = { sequenceId: string; sequenceName: string; count: number };

export type VerdictShown = Judged & {
  status: SuggestionStatus;
  outcome: AiOutcome;
  shouldEnroll: boolean;
  /** Why the rules refused it, or it expired: a code. */
  refusal: string | null;
  enrollmentId: string | null;
  decidedBy: string | null;
};

/** Of a trial: what would have become of it, and what really happened afterwards. */
export type TrialVerdict = Judged & {
  outcome: AiOutcome;
  /** Beyond the day's limit it would have been left for later. */
  would: "suggest" | "enroll" | "over_limit" | "nothing";
  repliedAt: string | null;
  /** The first of the known events that followed: `charge.paid`, `deal.won`, … */
  event: { name: string; at: string } | null;
};

export type TrialResult = { verdicts: TrialVerdict[]; hits: number; repliedAlone: number };

/** What a trial would ask, before anybody starts it. Money in millionths of a US dollar; null: no price is set. */
export type TrialForecast = { found: number; calls: number; costMicros: number | null };

export type Accepted = {
  enrolled: { id: string; enrollmentId: string }[];
  refused: { id: string; code: string }[];
  /** Decided by somebody else, or gone. */
  gone: string[];
};
