"use server";

import { accountAction } from "@/lib/action";
import { accountInput } from "@/lib/action-input";
import { publishSequence } from "./publish";
import { publishShape } from "./schema";

export const publishSequenceAction = accountAction("sequences.publish")
  .inputSchema(accountInput.extend(publishShape))
  .action(async ({ parsedInput: { sequenceId, draftRevision, note, choices }, ctx }) =>
    publishSequence(ctx.accountId, {
      sequenceId,
      draftRevision,
      note,
      choices,
      actorId: ctx.userId,
      now: new Date(),
    }),
  );
