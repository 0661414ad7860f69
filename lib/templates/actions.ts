"use server";

import { accountAction } from "@/lib/action";
import * as mutations from "./mutations";
import {
  createTemplateSchema,
  duplicateTemplateSchema,
  templateIdSchema,
  updateTemplateSchema,
} from "./schema";

export const createTemplateAction = accountAction("sequences.manage")
  .inputSchema(createTemplateSchema)
  .action(async ({ parsedInput: { name, category, texts }, ctx }) =>
    mutations.createTemplate(ctx.accountId, {
      template: { name, category, texts },
      actorId: ctx.userId,
      now: new Date(),
    }),
  );

export const updateTemplateAction = accountAction("sequences.manage")
  .inputSchema(updateTemplateSchema)
  .action(async ({ parsedInput: { templateId, name, category, texts }, ctx }) =>
    mutations.updateTemplate(ctx.accountId, {
      templateId,
      template: { name, category, texts },
      actorId: ctx.userId,
      now: new Date(),
    }),
  );

export const duplicateTemplateAction = accountAction("sequences.manage")
  .inputSchema(duplicateTemplateSchema)
  .action(async ({ parsedInput: { templateId, name }, ctx }) =>
    mutations.duplicateTemplate(ctx.accountId, { templateId, name, actorId: ctx.userId, now: new Date() }),
  );

export const archiveTemplateAction = accountAction("sequences.manage")
  .inputSchema(templateIdSchema)
  .action(async ({ parsedInput: { templateId }, ctx }) =>
    mutations.archiveTemplate(ctx.accountId, { templateId, actorId: ctx.userId, now: new Date() }),
  );

export const restoreTemplateAction = accountAction("sequences.manage")
  .inputSchema(templateIdSchema)
  .action(async ({ parsedInput: { templateId }, ctx }) =>
    mutations.restoreTemplate(ctx.accountId, { templateId, actorId: ctx.userId, now: new Date() }),
  );
