"use server";

import { accountAction } from "@/lib/action";
import { acceptSuggestions, dismissSuggestions, restoreSuggestions } from "./decide";
import { saveAiEnrollment, switchAiEnrollment } from "./mutations";
import { saveAiEnrollmentSchema, sequenceInput, suggestionsInput, switchAiEnrollmentSchema } from "./schema";
import { cancelTrial, startTrial } from "./trial";

export const saveAiEnrollmentAction = accountAction("sequences.publish")
  .inputSchema(saveAiEnrollmentSchema)
  .action(async ({ parsedInput: { sequenceId, config }, ctx }) =>
    saveAiEnrollment(ctx.accountId, { sequenceId, config, actorId: ctx.userId, now: new Date() }),
  );

export const switchAiEnrollmentAction = accountAction("sequences.publish")
  .inputSchema(switchAiEnrollmentSchema)
  .action(async ({ parsedInput: { sequenceId, isOn }, ctx }) =>
    switchAiEnrollment(ctx.accountId, { sequenceId, isOn, actorId: ctx.userId, now: new Date() }),
  );

export const startTrialAction = accountAction("sequences.publish")
  .inputSchema(sequenceInput)
  .action(async ({ parsedInput: { sequenceId }, ctx }) =>
    startTrial(ctx.accountId, { sequenceId, now: new Date() }),
  );

export const cancelTrialAction = accountAction("sequences.publish")
  .inputSchema(sequenceInput)
  .action(async ({ parsedInput: { sequenceId }, ctx }) =>
    cancelTrial(ctx.accountId, { sequenceId, now: new Date() }),
  );

export const acceptSuggestionsAction = accountAction("enrollments.manage")
  .inputSchema(suggestionsInput)
  .action(async ({ parsedInput: { ids }, ctx }) =>
    acceptSuggestions(ctx.accountId, { ids, actorId: ctx.userId, now: new Date() }),
  );

export const dismissSuggestionsAction = accountAction("enrollments.manage")
  .inputSchema(suggestionsInput)
  .action(async ({ parsedInput: { ids }, ctx }) =>
    dismissSuggestions(ctx.accountId, { ids, actorId: ctx.userId, now: new Date() }),
  );

export const restoreSuggestionsAction = accountAction("enrollments.manage")
  .inputSchema(suggestionsInput)
  .action(async ({ parsedInput: { ids }, ctx }) =>
    restoreSuggestions(ctx.accountId, { ids, actorId: ctx.userId, now: new Date() }),
  );
