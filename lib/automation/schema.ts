import * as z from "zod";
import type { ActionResult } from "@/db/schema/automation";
import { accountInput } from "@/lib/action-input";
import { MAX_ACTIONS, type RuleAction, type Trigger } from "@/lib/core/model-rules";
import { conditionGroupsSchema, conditionSchema, triggerSchema } from "@/lib/core/model-schemas";

export const MAX_RULE_NAME = 120;
const name = z.string().trim().min(1).max(MAX_RULE_NAME);

/** Half-written ones too, so that the check can say what is missing where. */
const draftConditions = z.array(conditionSchema.extend({ variable: z.string().max(120) })).max(10);
const draftTriggerSchema = triggerSchema.extend({
  name: z.string().max(80).optional(),
  conditions: draftConditions,
  groups: z
    .array(z.object({ match: conditionGroupsSchema.shape.match, conditions: draftConditions }))
    .max(5)
    .optional(),
});
const written = (max: number) => z.string().max(max);
const which = written(40);
const draftActionSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("enroll"), sequenceId: which }),
  z.object({ do: z.literal("stop"), sequenceId: which.nullable() }),
  z.object({ do: z.literal("pause"), sequenceId: which.nullable(), hours: z.number().nullable() }),
  z.object({ do: z.literal("assign"), userId: which.nullable() }),
  z.object({ do: z.literal("add_tag"), tag: z.string().trim().max(40) }),
  z.object({ do: z.literal("remove_tag"), tag: z.string().trim().max(40) }),
  z.object({ do: z.literal("send_message"), text: written(4_096) }),
  z.object({ do: z.literal("resolve") }),
  z.object({ do: z.literal("snooze"), hours: z.number() }),
  z.object({ do: z.literal("move_deal"), stageId: which }),
  z.object({ do: z.literal("call_webhook"), url: z.string().trim().max(2_000) }),
]) satisfies z.ZodType<RuleAction>;
const draftActions = z.array(draftActionSchema).max(MAX_ACTIONS);

export type RuleForm = { name: string; trigger: Trigger; actions: RuleAction[] };
const ruleFields = { name, trigger: draftTriggerSchema, actions: draftActions };

export const createRuleSchema = accountInput.extend(ruleFields);
export const ruleIdSchema = accountInput.extend({ ruleId: z.uuid() });
/** `revision` is the one that the form was filled from. */
export const updateRuleSchema = ruleIdSchema.extend({ ...ruleFields, revision: z.number().int().min(0) });
export const switchRuleSchema = ruleIdSchema.extend({ isOn: z.boolean() });
export const duplicateRuleSchema = ruleIdSchema.extend({ name });
export const testRuleSchema = accountInput.extend({ trigger: draftTriggerSchema, actions: draftActions });
export const foreseeRuleSchema = testRuleSchema.extend({
  subject: z.object({
    contactId: z.uuid(),
    recordId: z.uuid().nullable(),
    conversationId: z.uuid().nullable(),
  }),
});

/** `isShared`: everybody's; otherwise the writer's own. */
const macroFields = { name, actions: draftActions, isShared: z.boolean() };
export const createMacroSchema = accountInput.extend(macroFields);
export const macroIdSchema = accountInput.extend({ macroId: z.uuid() });
export const updateMacroSchema = macroIdSchema.extend(macroFields);
export const runMacroSchema = macroIdSchema.extend({ conversationId: z.uuid() });

export const RULE_RUN_STATUSES = ["running", "done", "failed", "refused"] as const;
/** Every part is in the address of the log. */
export const runFilterSchema = z.object({
  rule: z.uuid().optional(),
  macro: z.uuid().optional(),
  status: z.enum(RULE_RUN_STATUSES).optional(),
});
export type RunFilter = z.infer<typeof runFilterSchema>;

/** What an action would do now: `ready` where something would change. */
export type Foreseen = Omit<ActionResult, "outcome"> & {
  outcome: Exclude<ActionResult["outcome"], "done"> | "ready";
};
export type { ActionResult };

/** What a macro came to. */
export type MacroRun = { runId: string; results: ActionResult[] };

/** What happened to whom, that a draft of a rule would have met. */
export type MetEvent = {
  key: string;
  at: string;
  contactId: string;
  contactName: string;
  recordId: string | null;
  conversationId: string | null;
};
export type RuleTest = { count: number; isMore: boolean; events: MetEvent[] };
