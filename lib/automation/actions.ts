"use server";

import { accountAction } from "@/lib/action";
import { may } from "@/lib/permissions";
import * as macros from "./macros";
import * as mutations from "./mutations";
import { foreseeMacro, runMacro } from "./run-macro";
import * as schema from "./schema";
import { foreseeRule, testRule } from "./try-rule";

export const createRuleAction = accountAction("automation.manage")
  .inputSchema(schema.createRuleSchema)
  .action(async ({ parsedInput: { account: _, ...rule }, ctx }) =>
    mutations.createRule(ctx.accountId, { rule, actorId: ctx.userId, now: new Date() }),
  );

export const updateRuleAction = accountAction("automation.manage")
  .inputSchema(schema.updateRuleSchema)
  .action(async ({ parsedInput: { account: _, ruleId, revision, ...rule }, ctx }) =>
    mutations.updateRule(ctx.accountId, { rule, ruleId, revision, actorId: ctx.userId, now: new Date() }),
  );

export const switchRuleAction = accountAction("automation.manage")
  .inputSchema(schema.switchRuleSchema)
  .action(async ({ parsedInput: { ruleId, isOn }, ctx }) =>
    mutations.switchRule(ctx.accountId, { ruleId, isOn, actorId: ctx.userId, now: new Date() }),
  );

export const duplicateRuleAction = accountAction("automation.manage")
  .inputSchema(schema.duplicateRuleSchema)
  .action(async ({ parsedInput: { ruleId, name }, ctx }) =>
    mutations.duplicateRule(ctx.accountId, { ruleId, name, actorId: ctx.userId, now: new Date() }),
  );

export const archiveRuleAction = accountAction("automation.manage")
  .inputSchema(schema.ruleIdSchema)
  .action(async ({ parsedInput: { ruleId }, ctx }) =>
    mutations.archiveRule(ctx.accountId, { ruleId, actorId: ctx.userId, now: new Date() }),
  );

export const restoreRuleAction = accountAction("automation.manage")
  .inputSchema(schema.ruleIdSchema)
  .action(async ({ parsedInput: { ruleId }, ctx }) =>
    mutations.restoreRule(ctx.accountId, { ruleId, actorId: ctx.userId, now: new Date() }),
  );

export const testRuleAction = accountAction("automation.manage")
  .inputSchema(schema.testRuleSchema)
  .action(async ({ parsedInput: { trigger }, ctx }) => testRule(ctx.accountId, { trigger, now: new Date() }));

export const foreseeRuleAction = accountAction("automation.manage")
  .inputSchema(schema.foreseeRuleSchema)
  .action(async ({ parsedInput: { trigger, actions, subject }, ctx }) =>
    foreseeRule(ctx.accountId, { trigger, actions, subject, now: new Date() }),
  );

export const createMacroAction = accountAction("conversations.reply")
  .inputSchema(schema.createMacroSchema)
  .action(async ({ parsedInput: { account: _, ...macro }, ctx }) =>
    macros.createMacro(ctx.accountId, { macro, ...by(ctx) }),
  );

export const updateMacroAction = accountAction("conversations.reply")
  .inputSchema(schema.updateMacroSchema)
  .action(async ({ parsedInput: { account: _, macroId, ...macro }, ctx }) =>
    macros.updateMacro(ctx.accountId, { macro, macroId, ...by(ctx) }),
  );

export const archiveMacroAction = accountAction("conversations.reply")
  .inputSchema(schema.macroIdSchema)
  .action(async ({ parsedInput: { macroId }, ctx }) =>
    macros.archiveMacro(ctx.accountId, { macroId, ...by(ctx) }),
  );

export const restoreMacroAction = accountAction("conversations.reply")
  .inputSchema(schema.macroIdSchema)
  .action(async ({ parsedInput: { macroId }, ctx }) =>
    macros.restoreMacro(ctx.accountId, { macroId, ...by(ctx) }),
  );

export const runMacroAction = accountAction("conversations.reply")
  .inputSchema(schema.runMacroSchema)
  .action(async ({ parsedInput: { macroId, conversationId }, ctx }) =>
    runMacro(ctx.accountId, { macroId, conversationId, actorId: ctx.userId, now: new Date() }),
  );

export const foreseeMacroAction = accountAction("conversations.reply")
  .inputSchema(schema.runMacroSchema)
  .action(async ({ parsedInput: { macroId, conversationId }, ctx }) =>
    foreseeMacro(ctx.accountId, { macroId, conversationId, actorId: ctx.userId, now: new Date() }),
  );

const by = ({ userId, role }: { userId: string; role: Parameters<typeof may>[0] }) => ({
  actorId: userId,
  canManage: may(role, "automation.manage"),
  now: new Date(),
});
