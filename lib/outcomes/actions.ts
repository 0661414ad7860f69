"use server";

import { accountAction } from "@/lib/action";
import { sendAgain, settleOutcomes } from "./mutations";
import { sendAgainSchema, settleSchema } from "./schema";

export const settleOutcomesAction = accountAction("conversations.reply")
  .inputSchema(settleSchema)
  .action(async ({ parsedInput: { outcomes, as }, ctx }) =>
    settleOutcomes(ctx.accountId, { outcomes, as, actorId: ctx.userId, now: new Date() }),
  );

export const sendAgainAction = accountAction("conversations.reply")
  .inputSchema(sendAgainSchema)
  .action(async ({ parsedInput: { account: _, ...wish }, ctx }) =>
    sendAgain(ctx.accountId, { ...wish, actorId: ctx.userId, now: new Date() }),
  );
