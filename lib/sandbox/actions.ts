"use server";

import { accountAction } from "@/lib/action";
import { conversationIdSchema } from "@/lib/conversations/schema";
import { answer, open } from "./mutations";
import { answerSchema } from "./schema";

export const answerAction = accountAction("conversations.reply")
  .inputSchema(answerSchema)
  .action(async ({ parsedInput: { conversationId, text, kind }, ctx }) =>
    answer(ctx.accountId, { conversationId, text, kind, now: new Date() }),
  );

export const openAction = accountAction("conversations.reply")
  .inputSchema(conversationIdSchema)
  .action(async ({ parsedInput: { conversationId }, ctx }) =>
    open(ctx.accountId, { conversationId, now: new Date() }),
  );
