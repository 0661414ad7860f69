import * as z from "zod";
import { accountInput } from "@/lib/action-input";

/** What can be stuck, the gravest first. */
export const TROUBLE_KINDS = [
  "runs_overdue",
  "runs_unwoken",
  "sends_unfinished",
  "inboxes_paused",
  "steps_blocked",
  "outcomes_unknown",
  "sends_refused",
  "deliveries_failing",
  "inboxes_silent",
  "mailboxes_unreadable",
  "templates_unusable",
  "drafts_expiring",
  "triggers_broken",
  "triggers_silent",
  "webhooks_failing",
  "mails_waiting",
] as const;
export type TroubleKind = (typeof TROUBLE_KINDS)[number];

/** Nobody needs a greater number exactly, and counting further would read much. */
export const MOST_COUNTED = 1_000;

/** What a trouble is about, where that is few enough to be named. */
export type Named = {
  id: string;
  of: "inbox" | "sequence" | "rule";
  name: string;
  /** The provider's words, or the name that is missing. */
  detail: string | null;
  /** Runs that wait for it; null where that is not known. */
  waiting: number | null;
};

export type Trouble = {
  kind: TroubleKind;
  /** At most `MOST_COUNTED`; `isMore`: there are more. */
  count: number;
  isMore: boolean;
  /** ISO; of the oldest, where that is known. */
  since: string | null;
  /** Of so many a machine can do something; 0: only a person can. */
  repairable: number;
  named: Named[];
  /** The runs that it is about, at most `MOST_RUNS` of them. */
  runIds: string[];
};

/** As many as an address of the list has room for. */
export const MOST_RUNS = 100;

/** What a repair came to. `isMore`: so much was left that it has to be pressed again. */
export type Repaired = { repaired: number; isMore: boolean };

/** A repair as the account remembers it. */
export type PastRepair = {
  id: string;
  /** ISO. */
  at: string;
  code: string;
  count: number;
  /** Of the inbox or step, where it is about one. */
  name: string | null;
  actor: string | null;
};

const RUN_REPAIRS = ["runs_overdue", "runs_unwoken", "sends_unfinished"] as const;
const DRAFT_REPAIRS = ["remind", "extend"] as const;

export const repairRunsSchema = accountInput.extend({ kind: z.enum(RUN_REPAIRS) });
export const repairDraftsSchema = accountInput.extend({ act: z.enum(DRAFT_REPAIRS) });
/** One inbox or step, or all of them. */
export const repairInboxesSchema = accountInput.extend({ inboxId: z.uuid().optional() });
