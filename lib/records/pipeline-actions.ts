"use server";

import { accountAction } from "@/lib/action";
import {
  addPipelineSchema,
  addStageSchema,
  archiveStageSchema,
  orderStagesSchema,
  pipelineRefSchema,
  renamePipelineSchema,
  renameStageSchema,
} from "./pipeline-schema";
import {
  addPipeline,
  addStage,
  archivePipeline,
  archiveStage,
  orderStages,
  renamePipeline,
  renameStage,
} from "./stages";

export const addPipelineAction = accountAction("records.manage")
  .inputSchema(addPipelineSchema)
  .action(async ({ parsedInput: { name, stageName }, ctx }) =>
    addPipeline(ctx.accountId, { name, stageName }),
  );

export const renamePipelineAction = accountAction("records.manage")
  .inputSchema(renamePipelineSchema)
  .action(async ({ parsedInput: { pipelineId, name }, ctx }) =>
    renamePipeline(ctx.accountId, { pipelineId, name }),
  );

export const archivePipelineAction = accountAction("records.manage")
  .inputSchema(pipelineRefSchema)
  .action(async ({ parsedInput: { pipelineId }, ctx }) =>
    archivePipeline(ctx.accountId, { pipelineId, now: new Date() }),
  );

export const addStageAction = accountAction("records.manage")
  .inputSchema(addStageSchema)
  .action(async ({ parsedInput: { pipelineId, name }, ctx }) =>
    addStage(ctx.accountId, { pipelineId, name }),
  );

export const renameStageAction = accountAction("records.manage")
  .inputSchema(renameStageSchema)
  .action(async ({ parsedInput: { stageId, name }, ctx }) => renameStage(ctx.accountId, { stageId, name }));

export const orderStagesAction = accountAction("records.manage")
  .inputSchema(orderStagesSchema)
  .action(async ({ parsedInput: { pipelineId, stageIds }, ctx }) =>
    orderStages(ctx.accountId, { pipelineId, stageIds }),
  );

export const archiveStageAction = accountAction("records.manage")
  .inputSchema(archiveStageSchema)
  .action(async ({ parsedInput: { stageId, toStageId }, ctx }) =>
    archiveStage(ctx.accountId, { stageId, toStageId, actorId: ctx.userId, now: new Date() }),
  );
