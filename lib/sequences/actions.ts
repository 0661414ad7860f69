"use server";

import { accountAction } from "@/lib/action";
import { accountInput } from "@/lib/action-input";
import * as mutations from "./mutations";
import { describeShape, nameShape, saveDraftShape, sequenceIdShape } from "./schema";

export const createSequenceAction = accountAction("sequences.manage")
  .inputSchema(accountInput.extend(nameShape))
  .action(async ({ parsedInput: { name }, ctx }) =>
    mutations.createSequence(ctx.accountId, { name, actorId: ctx.userId, now: new Date() }),
  );

export const duplicateSequenceAction = accountAction("sequences.manage")
  .inputSchema(accountInput.extend({ ...sequenceIdShape, ...nameShape }))
  .action(async ({ parsedInput: { sequenceId, name }, ctx }) =>
    mutations.duplicateSequence(ctx.accountId, { sequenceId, name, actorId: ctx.userId, now: new Date() }),
  );

export const renameSequenceAction = accountAction("sequences.manage")
  .inputSchema(accountInput.extend({ ...sequenceIdShape, ...nameShape }))
  .action(async ({ parsedInput: { sequenceId, name }, ctx }) =>
    mutations.renameSequence(ctx.accountId, { sequenceId, name }),
  );

export const describeSequenceAction = accountAction("sequences.manage")
  .inputSchema(accountInput.extend(describeShape))
  .action(async ({ parsedInput: { sequenceId, description, tags }, ctx }) =>
    mutations.describeSequence(ctx.accountId, { sequenceId, description, tags }),
  );

export const saveDraftAction = accountAction("sequences.manage")
  .inputSchema(accountInput.extend(saveDraftShape))
  .action(async ({ parsedInput: { sequenceId, draft, draftRevision }, ctx }) =>
    mutations.saveDraft(ctx.accountId, {
      ...{ sequenceId, draft, draftRevision },
      actorId: ctx.userId,
      now: new Date(),
    }),
  );

const onSequence = accountInput.extend(sequenceIdShape);

export const pauseSequenceAction = accountAction("sequences.manage")
  .inputSchema(onSequence)
  .action(async ({ parsedInput: { sequenceId }, ctx }) =>
    mutations.pauseSequence(ctx.accountId, { sequenceId, actorId: ctx.userId, now: new Date() }),
  );

export const resumeSequenceAction = accountAction("sequences.manage")
  .inputSchema(onSequence)
  .action(async ({ parsedInput: { sequenceId }, ctx }) =>
    mutations.resumeSequence(ctx.accountId, { sequenceId, actorId: ctx.userId, now: new Date() }),
  );

export const archiveSequenceAction = accountAction("sequences.manage")
  .inputSchema(onSequence)
  .action(async ({ parsedInput: { sequenceId }, ctx }) =>
    mutations.archiveSequence(ctx.accountId, { sequenceId, actorId: ctx.userId, now: new Date() }),
  );
