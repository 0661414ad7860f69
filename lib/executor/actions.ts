"use server";

import { accountAction } from "@/lib/action";
import { cancelDurableRun, replayDurableRun } from "./mutations";
import { runIdSchema } from "./schema";

export const cancelRunAction = accountAction("executor.manage")
  .inputSchema(runIdSchema)
  .action(async ({ parsedInput, ctx }) => cancelDurableRun(ctx.accountId, parsedInput.id));

export const replayRunAction = accountAction("executor.manage")
  .inputSchema(runIdSchema)
  .action(async ({ parsedInput, ctx }) => replayDurableRun(ctx.accountId, parsedInput.id));
