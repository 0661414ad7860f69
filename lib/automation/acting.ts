import type { ActionResult } from "@/db/schema/automation";
import type { AccountId } from "@/lib/accounts/account-id";
import type { About, RunSubject } from "./about";
import type { Foreseen } from "./schema";

/** For whom and by whom an action is carried out. */
export type Acting = {
  accountId: AccountId;
  /** With the action's place in it: the same for every try, so that what may happen once is asked for once. */
  runId: string;
  index: number;
  subject: RunSubject;
  about: About;
  /** What led to it, as a run's timeline names it; of a macro its name. */
  event: string;
  method: "automation" | "macro";
  /** The person who runs a macro; null for a rule. */
  actorId: string | null;
  /** When the run began. */
  at: Date;
  now: Date;
};

export type Data = ActionResult["data"];
export type Outlook = Omit<Foreseen, "do">;
export type Outcome = Omit<ActionResult, "do">;

/** One action, foreseen without doing anything, and done. Throws an AppError for what the verbs refuse. */
export type Act = {
  foresee: (acting: Acting) => Promise<Outlook>;
  /** Only where it is `ready`, with the data that it was foreseen with. */
  perform: (acting: Acting, data: Data) => Promise<Outcome>;
};

export const ready = (code: string, data: Data = {}): Outlook => ({ outcome: "ready", code, data });
export const done = (code: string, data: Data = {}): Outcome => ({ outcome: "done", code, data });
export const nothing = (code: string, data: Data = {}) => ({ outcome: "nothing_to_do" as const, code, data });
export const failed = (code: string, data: Data = {}) => ({ outcome: "failed" as const, code, data });
