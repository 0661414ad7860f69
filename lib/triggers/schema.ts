import * as z from "zod";
import { TARGETS } from "@/lib/core/model";
import { triggerSchema } from "@/lib/core/model-schemas";

/** How far back it is told whom a trigger would have enrolled. */
export const HISTORY_DAYS = 30;

/** Of those whom a trigger would have enrolled, so many are named. */
export const MOST_NAMED = 100;

const jsonText = z
  .string()
  .max(20_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "invalid" });
      return z.NEVER;
    }
  });

/** As it is asked in an address: the trigger is JSON. */
export const historyWishSchema = z.object({ trigger: jsonText.pipe(triggerSchema), target: z.enum(TARGETS) });

export type PastEnrollment = {
  contactId: string;
  name: string;
  /** The record that the run would have been about. */
  title: string | null;
  /** ISO. */
  at: string;
};

export type TriggerHistory = {
  /** Contacts, or their threads or records where a run is about such: each once. */
  count: number;
  /** Not all that happened was looked at: there may be more. */
  isAtLeast: boolean;
  /** The newest of them. */
  named: PastEnrollment[];
};
