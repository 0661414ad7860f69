import { withAccountSql } from "@/db/client";
import type { ActionResult } from "@/db/schema/automation";
import type { AccountId } from "@/lib/accounts/account-id";
import type { RuleAction } from "@/lib/core/model-rules";
import { causedBy } from "@/lib/engine/cause";
import { performAction } from "./perform";

type Run = {
  id: string;
  ruleId: string | null;
  macroId: string | null;
  macro: string | null;
  event: string;
  contactId: string;
  recordId: string | null;
  conversationId: string | null;
  causedBy: string[];
  actorId: string | null;
  actions: RuleAction[];
  results: ActionResult[];
  at: Date;
};

/** Carries out what is left of these runs of rules. Told twice, or after a crash, it goes on with the next action. */
export async function carryOutRules(
  accountId: AccountId,
  runIds: string[],
  now: Date,
): Promise<{ runs: number }> {
  for (const runId of runIds) await carryOut(accountId, runId, now);
  return { runs: runIds.length };
}

/**
 * The actions of a run in their order, each recorded before the next begins. One that fails does not stop the others.
 * What it announces carries the rules that led to it.
 */
export async function carryOut(accountId: AccountId, runId: string, now: Date): Promise<ActionResult[]> {
  for (;;) {
    const run = await readRunning(accountId, runId);
    if (!run) return [];
    const index = run.results.length;
    const action = run.actions[index];
    if (!action) return finish(accountId, run, now);
    const { contactId, recordId, conversationId, actorId, at } = run;
    const asked = {
      ...{ accountId, runId, index, actorId, at, now },
      subject: { contactId, recordId, conversationId },
      event: run.macro ?? run.event,
      method: run.macroId ? ("macro" as const) : ("automation" as const),
    };
    const causes = run.ruleId ? [...run.causedBy, run.ruleId] : [];
    const result = await causedBy(causes, () => performAction(action, asked));
    // Whoever else carries out the same run has recorded it already, and goes on.
    if (!(await recordResult(accountId, { runId, index, result }))) return [];
  }
}

const readRunning = (accountId: AccountId, runId: string): Promise<Run | undefined> =>
  withAccountSql(accountId, async (tx) => {
    const [run] = await tx<Run[]>`
      select r.id, r.rule_id as "ruleId", r.macro_id as "macroId", m.name as macro, r.event,
        r.contact_id as "contactId", r.record_id as "recordId", r.conversation_id as "conversationId",
        r.caused_by as "causedBy", r.actor_id as "actorId", r.actions, r.results, r.at
      from rule_runs r left join macros m on m.id = r.macro_id
      where r.id = ${runId} and r.status = 'running'`;
    return run;
  });

const recordResult = (
  accountId: AccountId,
  { runId, index, result }: { runId: string; index: number; result: ActionResult },
): Promise<boolean> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx`
      update rule_runs set results = results || ${tx.json([result])}
      where id = ${runId} and status = 'running' and jsonb_array_length(results) = ${index} returning id`;
    return rows.length > 0;
  });

const finish = (accountId: AccountId, { id, results }: Run, now: Date): Promise<ActionResult[]> =>
  withAccountSql(accountId, async (tx) => {
    const status = results.some(({ outcome }) => outcome === "failed") ? "failed" : "done";
    await tx`
      update rule_runs set status = ${status}, finished_at = ${now}, actions = '[]'
      where id = ${id} and status = 'running'`;
    return results;
  });
