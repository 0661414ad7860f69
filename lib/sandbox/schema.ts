import * as z from "zod";
import { conversationIdSchema } from "@/lib/conversations/schema";

/** What the demo contact does. `paid` also reports the payment; `automatic` is an out-of-office notice. */
export const ANSWER_KINDS = ["text", "paid", "automatic"] as const;

export const answerSchema = conversationIdSchema.extend({
  text: z.string().trim().min(1).max(4_000),
  kind: z.enum(ANSWER_KINDS),
});
