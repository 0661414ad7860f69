import type { SqlTx } from "@/db/client";
import { aiOf } from "@/lib/core/draft";
import type { DraftFacts, MaestroFacts } from "@/lib/core/draft-facts";
import type { SequenceSnapshot } from "@/lib/core/model";
import { stepOf } from "@/lib/core/next-step";
import { loadMaestro } from "./maestro";
import type { RunRow } from "./run";

/** What decisions know of the account's Maestro; nothing is asked where no step of these sequences is written by it. */
export async function loadMaestroFacts(
  tx: SqlTx,
  snapshots: readonly Pick<SequenceSnapshot, "steps">[],
): Promise<MaestroFacts | null> {
  if (!snapshots.some(({ steps }) => steps.some((step) => aiOf(step)))) return null;
  const maestro = await loadMaestro(tx);
  if (!maestro?.isOn) return null;
  const { leadMinutes, bannedWords, knowledge } = maestro.config;
  return { leadMinutes, bannedWords, knowledge };
}

/** By run, the draft of its current step in this round of it. Costs nothing for runs whose step has words of its own. */
export async function loadDraftFacts(
  tx: SqlTx,
  rows: readonly RunRow[],
  snapshotOf: (row: RunRow) => Pick<SequenceSnapshot, "steps">,
): Promise<Map<string, DraftFacts>> {
  const isWritten = (row: RunRow) => {
    const step = row.step_id && row.status !== "ended" && stepOf(row.step_id, snapshotOf(row));
    return step && aiOf(step) !== null;
  };
  const ids = rows.filter(isWritten).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const drafts = await tx<(DraftFacts & { enrollmentId: string })[]>`
    select d.enrollment_id as "enrollmentId", d.id, d.revision, d.status, d.origin, d.fallback, d.text, d.subject,
      d.channel, d.language, d.facts, d.vouched, d.opened_at as "openedAt", d.retry_at as "retryAt", d.attempts,
      d.returned is not null as "hasReturned"
    from drafts d join enrollments e
      on e.id = d.enrollment_id and e.step_id = d.step_id and e.step_epoch = d.step_epoch
    where d.enrollment_id = any(${ids})`;
  return new Map(drafts.map(({ enrollmentId, ...draft }) => [enrollmentId, draft]));
}
