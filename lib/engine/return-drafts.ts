import type { SqlTx } from "@/db/client";
import { expiryOf } from "@/lib/core/draft";
import { DEFAULT_DRAFT_EXPIRY } from "@/lib/core/model-maestro";
import { stepOf } from "@/lib/core/next-step";
import type { SettledRun } from "./changes";
import { returnDraft } from "./draft-record";

/** Brings the drafts back that these locked runs were to say and that do not hold any more. */
export async function bringBack(tx: SqlTx, accountId: string, runs: SettledRun[]): Promise<void> {
  for (const { run, settled, now } of runs) {
    for (const { draft, decision } of settled.returned) {
      const { stepId, draftId, inboxId, channel, dueAt, facts, findings, because } = decision;
      const step = stepOf(stepId, run.facts.sequence.snapshot);
      const expiry = step ? expiryOf(step) : DEFAULT_DRAFT_EXPIRY;
      const back = {
        draftId,
        revision: draft.revision,
        inboxId,
        channel,
        dueAt,
        facts,
        findings,
        because,
        expiry,
      };
      await returnDraft(tx, accountId, back, now);
    }
  }
}
