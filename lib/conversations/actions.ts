"use server";

import { accountAction } from "@/lib/action";
import * as mutations from "./mutations";
import { failedContent, templateContent } from "./ready-content";
import { assignSchema, conversationIdSchema, sendSchema, snoozeSchema } from "./schema";

export const sendByHandAction = accountAction("conversations.reply")
  .inputSchema(sendSchema)
  .action(async ({ parsedInput: { account: _, template, again, ...wish }, ctx }) => {
    const content = template
      ? await templateContent(ctx.accountId, wish.conversationId, template)
      : again && (await failedContent(ctx.accountId, wish.conversationId, again));
    const by = { authorId: ctx.userId, now: new Date() };
    return mutations.sendByHand(ctx.accountId, { ...wish, ...by, ...(content && { content }) });
  });

export const resolveConversationAction = accountAction("conversations.reply")
  .inputSchema(conversationIdSchema)
  .action(async ({ parsedInput: { conversationId }, ctx }) =>
    mutations.resolve(ctx.accountId, { conversationId, actorId: ctx.userId, now: new Date() }),
  );

export const reopenConversationAction = accountAction("conversations.reply")
  .inputSchema(conversationIdSchema)
  .action(async ({ parsedInput: { conversationId }, ctx }) =>
    mutations.reopen(ctx.accountId, { conversationId, actorId: ctx.userId, now: new Date() }),
  );

export const setConversationPendingAction = accountAction("conversations.reply")
  .inputSchema(conversationIdSchema)
  .action(async ({ parsedInput: { conversationId }, ctx }) =>
    mutations.setPending(ctx.accountId, { conversationId, actorId: ctx.userId, now: new Date() }),
  );

export const snoozeConversationAction = accountAction("conversations.reply")
  .inputSchema(snoozeSchema)
  .action(async ({ parsedInput: { conversationId, until }, ctx }) => {
    const act = { conversationId, until: new Date(until), actorId: ctx.userId, now: new Date() };
    return mutations.snooze(ctx.accountId, act);
  });

export const assignConversationAction = accountAction("conversations.reply")
  .inputSchema(assignSchema)
  .action(async ({ parsedInput: { conversationId, userId }, ctx }) => {
    const act = { conversationId, userId, actorId: ctx.userId, now: new Date() };
    return mutations.assign(ctx.accountId, act);
  });

export const seeConversationAction = accountAction("conversations.reply")
  .inputSchema(conversationIdSchema)
  .action(async ({ parsedInput: { conversationId }, ctx }) =>
    mutations.see(ctx.accountId, { conversationId, now: new Date() }),
  );
