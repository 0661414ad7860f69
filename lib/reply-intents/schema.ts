import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import { REPLY_INTENTS, type ReplyIntent } from "@/lib/core/model-maestro";

/** As a thread shows it: what a reply means, and who says so. */
export type UnderstoodShown = {
  intent: ReplyIntent;
  by: "rule" | "ai" | "person";
  /** The day (ISO) that it names. */
  until: string | null;
  /** Percent; only of Maestro. */
  confidence: number | null;
};

export const correctMeaningSchema = accountInput.extend({
  messageId: z.uuid(),
  intent: z.enum(REPLY_INTENTS),
  /** Of a "not now" or an absence. */
  until: z.iso.date().nullable().default(null),
});
