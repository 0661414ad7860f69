"use server";

import { accountAction } from "@/lib/action";
import { checkConnection, testInbox } from "./connection";
import { limitInbox } from "./limits";
import { addInbox, changeInbox, orderInboxes, removeInbox } from "./mutations";
import { pauseInbox, resumeIfMended, resumeInbox } from "./pausing";
import {
  addInboxSchema,
  changeInboxSchema,
  checkInboxSchema,
  inboxIdSchema,
  limitInboxSchema,
  orderInboxesSchema,
} from "./schema";

export const addInboxAction = accountAction("inboxes.manage")
  .inputSchema(addInboxSchema)
  .action(async ({ parsedInput, ctx }) => addInbox(ctx.accountId, parsedInput));

export const changeInboxAction = accountAction("inboxes.manage")
  .inputSchema(changeInboxSchema)
  .action(async ({ parsedInput, ctx }) => {
    await changeInbox(ctx.accountId, parsedInput);
    const acting = { id: parsedInput.id, actorId: ctx.userId, now: new Date() };
    return { isResumed: await resumeIfMended(ctx.accountId, acting) };
  });

export const checkConnectionAction = accountAction("inboxes.manage")
  .inputSchema(checkInboxSchema)
  .action(async ({ parsedInput, ctx }) => checkConnection(ctx.accountId, parsedInput));

export const testInboxAction = accountAction("inboxes.manage")
  .inputSchema(inboxIdSchema)
  .action(async ({ parsedInput: { id }, ctx }) => testInbox(ctx.accountId, { id, now: new Date() }));

export const pauseInboxAction = accountAction("inboxes.manage")
  .inputSchema(inboxIdSchema)
  .action(async ({ parsedInput: { id }, ctx }) => pauseInbox(ctx.accountId, { id, now: new Date() }));

export const resumeInboxAction = accountAction("inboxes.manage")
  .inputSchema(inboxIdSchema)
  .action(async ({ parsedInput: { id }, ctx }) =>
    resumeInbox(ctx.accountId, { id, actorId: ctx.userId, now: new Date() }),
  );

export const removeInboxAction = accountAction("inboxes.manage")
  .inputSchema(inboxIdSchema)
  .action(async ({ parsedInput, ctx }) => removeInbox(ctx.accountId, parsedInput.id, new Date()));

export const limitInboxAction = accountAction("inboxes.manage")
  .inputSchema(limitInboxSchema)
  .action(async ({ parsedInput, ctx }) => limitInbox(ctx.accountId, { ...parsedInput, now: new Date() }));

export const orderInboxesAction = accountAction("inboxes.manage")
  .inputSchema(orderInboxesSchema)
  .action(async ({ parsedInput, ctx }) => orderInboxes(ctx.accountId, parsedInput.ids));
