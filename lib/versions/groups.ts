import type { SqlTx } from "@/db/client";
import { matchingStepId } from "@/lib/core/matching-step";
import type { SequenceDraft, SequenceSnapshot } from "@/lib/core/model";
import { loadVersions } from "@/lib/engine/versions";
import type { Group } from "./schema";

/**
 * The people in flight by version and step, exactly: one walk down the sequence's live runs. Newest version first, its
 * steps in their order.
 */
export async function loadGroups(tx: SqlTx, sequenceId: string, draft: SequenceDraft): Promise<Group[]> {
  const rows = await tx<CountRow[]>`
    select g.*, v.number from (
      select version_id, step_id, count(*)::int as count, (count(*) filter (where status = 'paused'))::int as paused
      from enrollments where sequence_id = ${sequenceId} and status in ('active', 'paused')
      group by version_id, step_id) g
    join sequence_versions v on v.id = g.version_id`;
  const versions = await loadVersions(
    tx,
    rows.map((row) => row.version_id),
  );
  return rows
    .flatMap((row) => {
      const version = versions.get(row.version_id);
      return version ? [toGroup(row, version, draft)] : [];
    })
    .sort(
      (a, b) =>
        b.versionNumber - a.versionNumber ||
        (a.stepNumber ?? Number.POSITIVE_INFINITY) - (b.stepNumber ?? Number.POSITIVE_INFINITY),
    );
}

type CountRow = {
  version_id: string;
  step_id: string | null;
  number: number;
  count: number;
  paused: number;
};

function toGroup(row: CountRow, version: SequenceSnapshot, draft: SequenceDraft): Group {
  const index = version.steps.findIndex((step) => step.id === row.step_id);
  return {
    versionId: row.version_id,
    versionNumber: row.number,
    stepId: row.step_id,
    stepNumber: index < 0 ? null : index + 1,
    stepName: version.steps[index]?.name ?? null,
    count: row.count,
    paused: row.paused,
    matchingStepId: matchingStepId(row.step_id, version, draft),
    canMove: version.target === draft.target,
  };
}
