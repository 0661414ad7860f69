"use server";

import { accountAction } from "@/lib/action";
import { accountInput } from "@/lib/action-input";
import { takeInAgain } from "./repair-deliveries";
import { extendExpiring, remindOfExpiring } from "./repair-drafts";
import { liftAllBlocks, resumeInboxes } from "./repair-inboxes";
import { restartRuns } from "./repair-runs";
import { finishSends } from "./repair-sends";
import { repairDraftsSchema, repairInboxesSchema, repairRunsSchema } from "./schema";

export const repairRunsAction = accountAction("enrollments.manage")
  .inputSchema(repairRunsSchema)
  .action(async ({ parsedInput: { kind }, ctx }) => {
    const by = { actorId: ctx.userId, now: new Date() };
    return kind === "sends_unfinished"
      ? finishSends(ctx.accountId, by)
      : restartRuns(ctx.accountId, { kind, ...by });
  });

export const repairInboxesAction = accountAction("inboxes.manage")
  .inputSchema(repairInboxesSchema)
  .action(async ({ parsedInput: { inboxId }, ctx }) =>
    resumeInboxes(ctx.accountId, { inboxId, actorId: ctx.userId, now: new Date() }),
  );

export const repairStepsAction = accountAction("sequences.manage")
  .inputSchema(accountInput)
  .action(async ({ ctx }) => liftAllBlocks(ctx.accountId, { actorId: ctx.userId, now: new Date() }));

export const repairDraftsAction = accountAction("approvals.decide")
  .inputSchema(repairDraftsSchema)
  .action(async ({ parsedInput: { act }, ctx }) => {
    const by = { actorId: ctx.userId, now: new Date() };
    return act === "remind" ? remindOfExpiring(ctx.accountId, by) : extendExpiring(ctx.accountId, by);
  });

export const repairDeliveriesAction = accountAction("inboxes.manage")
  .inputSchema(accountInput)
  .action(async ({ ctx }) => takeInAgain(ctx.accountId, { actorId: ctx.userId, now: new Date() }));
