import type { SqlTx } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import type { MoveChoice } from "@/db/schema/tables";
import { enrollmentWoken } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import { asksTheSame } from "@/lib/core/draft";
import { firstOpenStepId, matchingStepId } from "@/lib/core/matching-step";
import type { SequenceSnapshot } from "@/lib/core/model";
import { stepOf } from "@/lib/core/next-step";
import { withdrawDrafts } from "./draft-record";
import { loadVersions } from "./versions";

/** A locked run that a person chose to move. */
export type MovingRun = {
  id: string;
  version_id: string;
  step_id: string | null;
  step_epoch: number;
  choice: MoveChoice;
};

/** By run. */
type Recorded = Map<string, Set<string>>;
type Act = { accountId: AccountId; versionId: string; actorId: string | null; now: Date };

/**
 * Lets these locked runs go on in another version: at the chosen step, else the matching one, and there at the first
 * step of which this run has no record yet, so that nothing is sent twice. The wait goes on counting from the last send.
 * Paused runs stay paused. Answers how many were moved.
 */
export async function moveToVersion(
  tx: SqlTx,
  { accountId, versionId, actorId, now }: Act,
  runs: MovingRun[],
): Promise<number> {
  if (runs.length === 0) return 0;
  const versions = await loadVersions(tx, [versionId, ...runs.map((run) => run.version_id)]);
  const numbers = await loadNumbers(tx, [...versions.keys()]);
  const recorded = await loadRecorded(tx, runs);
  const to = versions.get(versionId);
  if (!to) throw new Error(`Version ${versionId} is missing in this account.`);
  const rows = runs.map((run) => {
    const from = versions.get(run.version_id) ?? to;
    const stepId = nextStepOfMove({ ...run, toStepId: run.choice.toStepId }, { from, to, recorded });
    const data = {
      fromVersion: numbers.get(run.version_id) ?? null,
      toVersion: numbers.get(versionId) ?? null,
      fromStep: placeOf(run.step_id, from),
      toStep: placeOf(stepId, to),
    };
    const isAnother = !asksTheSame(stepOf(run.step_id ?? "", from), stepOf(stepId ?? "", to));
    return { id: run.id, stepId, isAnother, because: { code: "moved_to_version", data } };
  });
  const moved = await tx`
    with moved as (
      update enrollments e set version_id = ${versionId}, step_id = r."stepId", epoch = e.epoch + 1,
        due_at_override = case when r."stepId" is not distinct from e.step_id then e.due_at_override end,
        next_action_at = case when e.status = 'active' then ${now} else e.next_action_at end,
        next_because = case when e.status = 'active' then 'due' else e.next_because end
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(id uuid, "stepId" uuid, because json)
      where e.id = any(${rows.map((row) => row.id)}) and e.id = r.id and e.status in ('active', 'paused')
      returning e.id, e.epoch, e.step_id, r.because
    ), told as (
      insert into ledger (account_id, at, kind, enrollment_id, step_id, actor_id, because)
      select ${accountId}, ${now}, 'moved', id, step_id, ${actorId}, because from moved
    )
    insert into outbox (event_id, name, data)
    select 'wake:' || id || ':' || epoch, ${enrollmentWoken.name},
      jsonb_build_object('accountId', ${accountId}::text, 'enrollmentId', id)
    from moved`;
  const another = rows.filter(({ isAnother }) => isAnother).map(({ id }) => id);
  await withdrawDrafts(tx, another, now);
  await tx`select pg_notify(${OUTBOX_CHANNEL}, '')`;
  return moved.count;
}

/** The step that a run stands before after a move. Pure: a look ahead and the move itself both ask it. */
export function nextStepOfMove(
  run: { id: string; step_id: string | null; toStepId?: string | undefined },
  { from, to, recorded }: { from: SequenceSnapshot; to: SequenceSnapshot; recorded: Recorded },
): string | null {
  const wished = run.toStepId ?? matchingStepId(run.step_id, from, to);
  return firstOpenStepId(wished, to, recorded.get(run.id) ?? new Set());
}

async function loadNumbers(tx: SqlTx, ids: string[]): Promise<Map<string, number>> {
  const rows = await tx<{ id: string; number: number }[]>`
    select id, number from sequence_versions where id = any(${ids})`;
  return new Map(rows.map((row) => [row.id, row.number]));
}

/** The steps that each run is done with; one that is only to be repeated is not. */
export async function loadRecorded(
  tx: SqlTx,
  runs: Pick<MovingRun, "id" | "step_epoch">[],
): Promise<Recorded> {
  const rows = await tx<{ enrollment_id: string; step_id: string; step_epoch: number; status: string }[]>`
    select enrollment_id, step_id, step_epoch, status from messages
    where enrollment_id = any(${runs.map((run) => run.id)})`;
  const epochs = new Map(runs.map((run) => [run.id, run.step_epoch]));
  const recorded: Recorded = new Map();
  for (const { enrollment_id: id, step_id: stepId, step_epoch: epoch, status } of rows) {
    if (epoch !== epochs.get(id) || status === "pending" || status === "scheduled") continue;
    recorded.set(id, (recorded.get(id) ?? new Set()).add(stepId));
  }
  return recorded;
}

/** As the timeline counts them, from 1. */
function placeOf(stepId: string | null, { steps }: SequenceSnapshot): number | null {
  const index = steps.findIndex((step) => step.id === stepId);
  return index < 0 ? null : index + 1;
}
