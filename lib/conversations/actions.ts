"use server";

import { accountAction } from "@/lib/action";
import { resolveConversation } from "@/lib/engine/resolve";
import { conversationIdSchema } from "./schema";

export const resolveConversationAction = accountAction("conversations.reply")
  .inputSchema(conversationIdSchema)
  .action(async ({ parsedInput: { conversationId }, ctx }) =>
    resolveConversation(ctx.accountId, { conversationId, actorId: ctx.userId, now: new Date() }),
  );
