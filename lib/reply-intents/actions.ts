"use server";

import { accountAction } from "@/lib/action";
import { correctMeaning } from "./mutations";
import { correctMeaningSchema } from "./schema";

export const correctMeaningAction = accountAction("conversations.reply")
  .inputSchema(correctMeaningSchema)
  .action(async ({ parsedInput: { account: _, ...wish }, ctx }) =>
    correctMeaning(ctx.accountId, { ...wish, actorId: ctx.userId, now: new Date() }),
  );
