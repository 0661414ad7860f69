"use server";

import { accountAction } from "@/lib/action";
import { accountInput } from "@/lib/action-input";
import * as mutations from "./mutations";
import { startShape } from "./schema";

export const startFromGalleryAction = accountAction("sequences.manage")
  .inputSchema(accountInput.extend(startShape))
  .action(async ({ parsedInput: { readyMadeId, locale }, ctx }) =>
    mutations.startFromGallery(ctx.accountId, { readyMadeId, locale, actorId: ctx.userId, now: new Date() }),
  );
