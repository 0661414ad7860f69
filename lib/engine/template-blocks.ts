import type { SqlTx } from "@/db/client";
import type { SettledRun } from "./changes";
import { requestTemplates } from "./request-templates";
import { blockStep } from "./step-blocks";

/**
 * Where runs were found to wait for a template that their step does not fit: tells of it once for each step and inbox,
 * and has the templates read anew, in case the provider has changed its mind unheard. The runs themselves are held by
 * the core, each by what its own version says.
 */
export async function blockUnusable(tx: SqlTx, accountId: string, runs: SettledRun[]): Promise<void> {
  const told = new Set<string>();
  for (const { run, settled, now } of runs) {
    const { decision, stepId } = settled;
    if (decision.kind !== "wait" || decision.because.code !== "template_unusable" || !stepId) continue;
    const { template, language, status, differs, inboxId } = decision.because.data;
    const key = `${stepId} ${inboxId}`;
    if (told.has(key)) continue;
    told.add(key);
    const { changed } = await blockStep(tx, accountId, {
      ...{ sequenceId: run.row.sequence_id, stepId, inboxId: String(inboxId), code: "template_unusable" },
      detail: differs === "status" ? String(status) : String(differs),
      template: { name: String(template), language: String(language) },
      now,
    });
    if (changed) await requestTemplates(tx, accountId, { inboxId: String(inboxId), cause: minuteOf(now) });
  }
}

const minuteOf = (now: Date): string => now.toISOString().slice(0, 16);
