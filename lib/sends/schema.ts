import * as z from "zod";
import { SEND_FACTS, SEND_MODES, type SendFact, type SendMode } from "@/lib/core/metrics";
import { CHANNELS, type Channel, type MessageStatus } from "@/lib/core/model";
import type { ReplyIntent } from "@/lib/core/model-maestro";
import type { Place } from "@/lib/list-place";

const SENT_FACTS = Object.keys(SEND_FACTS) as [SendFact, ...SendFact[]];

/**
 * What a list can be of: sends of which one of SEND_FACTS is true, those that a step `reached` (attempted or skipped),
 * or the conversions that are attributed to sends.
 */
export const LISTED_FACTS = [...SENT_FACTS, "reached", "converted"] as const;
export type ListedFact = (typeof LISTED_FACTS)[number];

/** What a dimension of a send may be, too: nothing. */
export const NONE = "none";

const optionalId = z.union([z.uuid(), z.literal(NONE)]).optional();

/**
 * Which sends a list shows, so that any number of a report or funnel is told by it. Every part is in the address of the
 * list. Days are of the zone in which the account's reports count, both ends included.
 */
export const sendFilterSchema = z.object({
  fact: z.enum(LISTED_FACTS).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Whose day counts: the send's own, or that on which its run began. */
  by: z.enum(["sent", "enrolled"]).optional(),
  sequence: z.uuid().optional(),
  version: z.uuid().optional(),
  /** Of conversions `none`: those of runs that had sent nothing before. */
  step: optionalId,
  variant: optionalId,
  /** `none`: skipped or failed before a channel was chosen. */
  channel: z.enum([...CHANNELS, NONE]).optional(),
  mode: z.enum(SEND_MODES).optional(),
  assignee: optionalId,
  entry: z.string().min(1).max(100).optional(),
  /** A saved segment of contacts, by its id: those that were in it when it was last looked. */
  segment: z.uuid().optional(),
  /** ISO: 1 is Monday, 7 Sunday; of the send in the account's zone, as the hour. */
  weekday: z.coerce.number().int().min(1).max(7).optional(),
  hour: z.coerce.number().int().min(0).max(23).optional(),
  /** `yes`: conversions of the runs that were held out; else those of all others. */
  holdout: z.literal("yes").optional(),
});
export type SendFilter = z.infer<typeof sendFilterSchema>;

export type SendListItem = {
  /** Of the send, or of the conversion. */
  id: string;
  enrollmentId: string;
  contactId: string;
  /** Empty where the contact was erased. */
  contactName: string;
  sequenceId: string;
  sequenceName: string;
  versionNumber: number;
  stepId: string | null;
  /** Counted from 1 in the version; null where it has no such step. */
  stepNumber: number | null;
  channel: Channel | null;
  mode: SendMode | null;
  variantId: string | null;
  /** "A" is the step's own text; null where it has one for all, or is no more. */
  variantLetter: string | null;
  /** When it counts: it was sent or tried; of a conversion the send that it is attributed to, null where none was. */
  at: string | null;
  enrolledAt: string;
  status: MessageStatus | null;
  errorCode: string | null;
  repliedAt: string | null;
  replyIntent: ReplyIntent | null;
  optedOutAt: string | null;
  converted: { at: string; event: string; amount: number | null; currency: string | null } | null;
};

/** Exact, or at least so many. */
export type SendCount = { count: number; isExact: boolean };

export type SendPage = {
  rows: SendListItem[];
  /** Where the next page begins; null at the end. */
  next: Place | null;
  /** Where the page before begins; null on the first one. */
  previous: Place | null;
  /** When it was looked who is in the filter's segment; null without one, and where that is asked now. */
  membersAt: string | null;
};

/** How what a filter names is called; null where it has no name any more. */
export type NamedFilter = {
  sequence: string | null;
  versionNumber: number | null;
  stepNumber: number | null;
  variantLetter: string | null;
  assignee: string | null;
  segment: string | null;
  /** In which days are counted. */
  zone: string;
};

/** What an address asks for: a part of it that does not fit is as if it were not there. */
export function sendFilterOf(asked: Record<string, string | string[] | undefined>): SendFilter {
  const parts = Object.entries(sendFilterSchema.shape).flatMap(([name, schema]) => {
    const told = [asked[name]].flat()[0];
    const parsed = told === undefined ? undefined : schema.safeParse(told);
    return parsed?.success ? [[name, parsed.data]] : [];
  });
  return Object.fromEntries(parts);
}
