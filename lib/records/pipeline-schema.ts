import * as z from "zod";
import { accountInput } from "@/lib/action-input";

const name = z.string().trim().min(1).max(60);

export const pipelineRefSchema = accountInput.extend({ pipelineId: z.uuid() });
export const addPipelineSchema = accountInput.extend({ name, stageName: name });
export const renamePipelineSchema = pipelineRefSchema.extend({ name });
export const addStageSchema = pipelineRefSchema.extend({ name });
export const renameStageSchema = accountInput.extend({ stageId: z.uuid(), name });
export const orderStagesSchema = pipelineRefSchema.extend({ stageIds: z.array(z.uuid()).max(50) });
export const archiveStageSchema = accountInput.extend({
  stageId: z.uuid(),
  /** Where its open deals go. */
  toStageId: z.uuid().nullable(),
});
