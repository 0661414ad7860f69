"use server";

import { accountAction } from "@/lib/action";
import { chooseFallback, reassignDraft, snoozeDraft } from "./hand-on";
import { approveDraft, approveMany, discardDraft, undoDecision } from "./mutations";
import {
  approveManySchema,
  approveSchema,
  discardSchema,
  fallbackSchema,
  reassignSchema,
  snoozeSchema,
  undoSchema,
} from "./schema";

export const approveDraftAction = accountAction("approvals.decide")
  .inputSchema(approveSchema)
  .action(async ({ parsedInput: { account: _, ...wish }, ctx }) =>
    approveDraft(ctx.accountId, { ...wish, actorId: ctx.userId, now: new Date() }),
  );

export const approveManyAction = accountAction("approvals.decide")
  .inputSchema(approveManySchema)
  .action(async ({ parsedInput: { drafts }, ctx }) =>
    approveMany(ctx.accountId, { drafts, actorId: ctx.userId, now: new Date() }),
  );

export const discardDraftAction = accountAction("approvals.decide")
  .inputSchema(discardSchema)
  .action(async ({ parsedInput: { account: _, ...wish }, ctx }) =>
    discardDraft(ctx.accountId, { ...wish, actorId: ctx.userId, now: new Date() }),
  );

export const chooseFallbackAction = accountAction("approvals.decide")
  .inputSchema(fallbackSchema)
  .action(async ({ parsedInput: { account: _, ...wish }, ctx }) =>
    chooseFallback(ctx.accountId, { ...wish, actorId: ctx.userId, now: new Date() }),
  );

export const reassignDraftAction = accountAction("approvals.decide")
  .inputSchema(reassignSchema)
  .action(async ({ parsedInput: { account: _, ...wish }, ctx }) =>
    reassignDraft(ctx.accountId, { ...wish, actorId: ctx.userId, now: new Date() }),
  );

export const snoozeDraftAction = accountAction("approvals.decide")
  .inputSchema(snoozeSchema)
  .action(async ({ parsedInput: { account: _, ...wish }, ctx }) =>
    snoozeDraft(ctx.accountId, { ...wish, actorId: ctx.userId, now: new Date() }),
  );

export const undoDecisionAction = accountAction("approvals.decide")
  .inputSchema(undoSchema)
  .action(async ({ parsedInput: { account: _, ...wish }, ctx }) =>
    undoDecision(ctx.accountId, { ...wish, actorId: ctx.userId, now: new Date() }),
  );
