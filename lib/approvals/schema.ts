import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import type { Because } from "@/lib/core/facts";
import { CHANNELS, type Channel } from "@/lib/core/model";
import type { AiOutcome, DraftExpiry, DraftOrigin, Finding, VettedFact } from "@/lib/core/model-maestro";
import { AppError } from "@/lib/errors";

/** `mine`: those that name me, and those that name nobody. */
export const DRAFT_WHO = ["mine", "unassigned", "all"] as const;
export const DRAFT_STATES = ["open", "snoozed", "decided"] as const;
/** How many hours a draft has been waiting at least. */
export const DRAFT_AGES = ["1", "4", "24"] as const;

/** Which drafts the list shows. Every part is in the address; a value that is none counts as not given. */
export const draftFilterSchema = z.object({
  who: z.enum(DRAFT_WHO).default("mine").catch("mine"),
  state: z.enum(DRAFT_STATES).default("open").catch("open"),
  sequence: z.uuid().optional().catch(undefined),
  channel: z.enum(CHANNELS).optional().catch(undefined),
  age: z.enum(DRAFT_AGES).optional().catch(undefined),
});
export type DraftFilter = z.infer<typeof draftFilterSchema>;

/**
 * Why a person is asked, the most telling first: it came back after it was approved (a reason of `status.because`), the
 * words are the step's own because of what the call came to (or `guard`), the guard found something, or the step wants
 * a person to look at everything.
 */
export type DraftWhy =
  | { code: "returned"; because: DraftReturn }
  | { code: "fallback"; fallback: string }
  | { code: "findings" }
  | { code: "assisted" };

/** `facts_changed` {fact, before, after} or `guard_found` {words}. */
export type DraftReturn = { code: string; data: Record<string, string | number | boolean | null> };

/** What became of a draft for whoever looks at it: `withdrawn` when its run went on or ended without it. */
export type DraftVerdict = "open" | "approved" | "sent" | "discarded" | "withdrawn" | "pending";

export type DraftListItem = {
  id: string;
  revision: number;
  verdict: DraftVerdict;
  enrollmentId: string;
  contactId: string;
  contactName: string;
  sequenceId: string;
  sequenceName: string;
  /** Counted from 1; null where the run's version has the step no more. */
  stepNumber: number | null;
  channel: Channel;
  /** The beginning of the text. */
  excerpt: string;
  why: DraftWhy;
  /** How many things the guard found; 0 is green. */
  findingCount: number;
  origin: DraftOrigin;
  /** When the step is due. */
  dueAt: string;
  /** When it came before a person. */
  openedAt: string | null;
  /** When the step's policy decides in place of a person; null: never. */
  expiresAt: string | null;
  expiryDoes: DraftExpiry["does"];
  snoozedUntil: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  decidedAt: string | null;
  decidedByName: string | null;
};

export type DraftPage = {
  rows: DraftListItem[];
  /** Where the next page begins; null at the end. */
  next: string | null;
};

/** Of the drafts that wait now: those of each tab, and those that sleep. */
export type DraftCounts = { mine: number; unassigned: number; all: number; snoozed: number };

/** Changes whenever anything of the account's drafts does. */
export type DraftChanges = {
  stamp: string;
  counts: DraftCounts;
  /** Of the draft that was asked for besides; null where there is none. */
  draft: { id: string; revision: number; verdict: DraftVerdict } | null;
};

export type DraftFact = {
  name: string;
  kind: VettedFact["kind"];
  /** What it says now, for people: `120.00 BRL`. */
  says: string;
  /** What it said when the draft was written; null where it says the same, `""` where it was not known. */
  said: string | null;
};

/** One line of the draft's history, newest first. `because.code` is of the ledger. */
export type DraftEvent = {
  id: string;
  at: string;
  kind: "drafted" | "approved" | "discarded" | "returned" | "reassigned" | "undone" | "waiting";
  because: { code: string; data: Because["data"] };
  actorName: string | null;
};

export type DraftDetail = DraftListItem & {
  text: string;
  subject: string | null;
  needsSubject: boolean;
  language: string;
  inboxName: string;
  /** What Maestro wrote; null where it wrote nothing. */
  written: { text: string; subject: string | null } | null;
  /** What the step says without Maestro, for this contact; null where that cannot be said, for want of a value. */
  fallback: { text: string; subject: string | null } | null;
  /** What is asked of Maestro in this step. */
  instruction: string;
  facts: DraftFact[];
  /** Of the text as it stands, by what is known now. */
  findings: Finding[];
  vouched: string[];
  /** What Maestro says to whoever decides. */
  note: string | null;
  remark: string | null;
  /** The thread that stands beside it; null where the contact has none in the inbox. */
  conversationId: string | null;
  history: DraftEvent[];
  /** When it would go out if it were approved now; null with the reason where it would not. */
  earliest: { at: string | null; because: Because };
  /** It was decided and can still be taken back. */
  isUndoable: boolean;
  /** The account's zone, in which exact times are shown. */
  timeZone: string;
};

const TEXT = z.string().max(20_000);
const SUBJECT = z.string().max(1_000).nullable();
/** Words that a person vouches for, exactly as the guard named them: of some findings the text as a whole. */
const VOUCHED = z.array(z.string().min(1).max(20_000)).max(100).default([]);

const draftSchema = accountInput.extend({ id: z.uuid(), revision: z.number().int().min(0) });

export const approveSchema = draftSchema.extend({ text: TEXT, subject: SUBJECT, vouched: VOUCHED });
export const discardSchema = draftSchema.extend({ stopsRun: z.boolean().default(false) });
/** Of the draft that the address names. */
export const regenerateSchema = z.object({
  revision: z.number().int().min(0),
  remark: z.string().trim().max(1_000).nullable(),
});
export const fallbackSchema = draftSchema;
export const reassignSchema = draftSchema.extend({ assigneeId: z.uuid().nullable() });
/** Null: it waits again at once. */
export const snoozeSchema = draftSchema.extend({
  until: z.iso
    .datetime({ offset: true })
    .transform((at) => new Date(at))
    .nullable(),
});
/** `actId` of a discarding that stopped the run, which goes on again with it. */
export const undoSchema = draftSchema.extend({ actId: z.uuid().nullable().default(null) });
export const approveManySchema = accountInput.extend({
  drafts: z
    .array(z.object({ id: z.uuid(), revision: z.number().int().min(0) }))
    .min(1)
    .max(200),
});
/** Of the draft that the address names. */
export const checkSchema = z.object({ text: TEXT, subject: SUBJECT, vouched: VOUCHED });

/** The draft after an act of a person; `actId` where the run was stopped with it. */
export type DraftDone = {
  kind: "done";
  id: string;
  revision: number;
  verdict: DraftVerdict;
  actId: string | null;
};
/** The text cannot go out as it is: `isHard` when nobody can vouch for what was found. */
export type DraftRefused = { kind: "refused"; findings: Finding[]; isHard: boolean };
/** Maestro could not write it again; the draft is as it was. */
export type DraftUnwritten = { kind: "unwritten"; outcome: AiOutcome };
export type ApproveResult = DraftDone | DraftRefused;
export type RegenerateResult = DraftDone | DraftUnwritten;

/** What became of each draft of a bulk approval. */
export const MANY_OUTCOMES = ["approved", "decided", "changed", "findings", "gone"] as const;
export type ManyOutcome = (typeof MANY_OUTCOMES)[number];
export type ManyApproved = { results: { id: string; revision: number; outcome: ManyOutcome }[] };

/** The draft that an address names. What is no id is a draft that does not exist. */
export function draftOf(params: Record<string, string>): string {
  const id = z.uuid().safeParse(params.id);
  if (!id.success) throw new AppError("not_found");
  return id.data;
}
