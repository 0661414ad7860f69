import * as z from "zod";
import { conversationIdSchema } from "@/lib/conversations/schema";

/**
 * What the demo contact does: writes, taps a reply button, answers and pays, or is away and lets the mailbox answer.
 */
export const ANSWER_KINDS = ["text", "button", "paid", "automatic"] as const;

export const answerSchema = conversationIdSchema.extend({
  text: z.string().trim().min(1).max(4_000),
  kind: z.enum(ANSWER_KINDS),
});
