"use server";

import { accountAction } from "@/lib/action";
import { dismissAlert, liftBlockOf, resumeInboxOf } from "./mutations";
import { alertIdSchema } from "./schema";

export const dismissAlertAction = accountAction("sequences.manage")
  .inputSchema(alertIdSchema)
  .action(async ({ parsedInput: { id }, ctx }) =>
    dismissAlert(ctx.accountId, { id, actorId: ctx.userId, now: new Date() }),
  );

export const liftBlockAction = accountAction("sequences.manage")
  .inputSchema(alertIdSchema)
  .action(async ({ parsedInput: { id }, ctx }) =>
    liftBlockOf(ctx.accountId, { id, actorId: ctx.userId, now: new Date() }),
  );

export const resumeInboxOfAlertAction = accountAction("inboxes.manage")
  .inputSchema(alertIdSchema)
  .action(async ({ parsedInput: { id }, ctx }) =>
    resumeInboxOf(ctx.accountId, { id, actorId: ctx.userId, now: new Date() }),
  );
