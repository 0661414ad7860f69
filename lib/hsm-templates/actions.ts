"use server";

import { accountAction } from "@/lib/action";
import { syncTemplates } from "./mutations";
import { syncTemplatesSchema } from "./schema";

export const syncTemplatesAction = accountAction("inboxes.manage")
  .inputSchema(syncTemplatesSchema)
  .action(async ({ parsedInput: { inboxId }, ctx }) =>
    syncTemplates(ctx.accountId, { inboxId, now: new Date() }),
  );
