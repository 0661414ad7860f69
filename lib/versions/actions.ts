"use server";

import { accountAction } from "@/lib/action";
import { accountInput } from "@/lib/action-input";
import { cancelMove } from "./mutations";
import { publishSequence } from "./publish";
import { moveIdShape, publishShape } from "./schema";

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

export const cancelMoveAction = accountAction("sequences.publish")
  .inputSchema(accountInput.extend(moveIdShape))
  .action(async ({ parsedInput: { moveId }, ctx }) => cancelMove(ctx.accountId, { moveId, now: new Date() }));
