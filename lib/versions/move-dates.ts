import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Facts } from "@/lib/core/facts";
import type { SequenceSnapshot } from "@/lib/core/model";
import { sequenceSnapshotSchema } from "@/lib/core/model-schemas";
import { preview } from "@/lib/core/preview";
import { loadRecorded, nextStepOfMove } from "@/lib/engine/move-to-version";
import { lockRuns } from "@/lib/engine/snapshot";
import { loadVersions } from "@/lib/engine/versions";
import { AppError } from "@/lib/errors";
import type { MoveDates } from "./schema";

/** Enough to see what a move does, few enough to be decided while somebody chooses. */
const SAMPLE = 20;

type Asked = {
  sequenceId: string;
  versionId: string;
  stepId: string | null;
  toStepId?: string | undefined;
  now: Date;
};

/**
 * What moving a group to the saved draft would do to the next dates of some of its people, from the engine's own facts
 * and decisions. Throws `not_found`, and `invalid` while the draft has unfinished values.
 */
export const moveDates = (accountId: AccountId, asked: Asked): Promise<MoveDates> =>
  withAccountSql(accountId, async (tx) => {
    const { now, versionId } = asked;
    const to = await loadDraft(tx, asked.sequenceId);
    const from = (await loadVersions(tx, [versionId])).get(versionId);
    if (!from) throw new AppError("not_found");
    const runs = await lockRuns(tx, await findSome(tx, asked), { now, isReserved: false });
    const recorded = await loadRecorded(
      tx,
      runs.map(({ row }) => row),
    );
    const people = runs.map(({ row, facts }) => {
      const stepId = nextStepOfMove({ ...row, toStepId: asked.toStepId }, { from, to, recorded });
      return {
        name: facts.contact.name,
        before: nextSend(facts, now),
        after: nextSend(moved(facts, to, stepId), now),
      };
    });
    const zone = runs[0]?.facts.settings.timeZone ?? "UTC";
    return { sampled: people.length, people, zone };
  });

async function loadDraft(tx: SqlTx, sequenceId: string): Promise<SequenceSnapshot> {
  const [row] = await tx<{ draft: unknown }[]>`select draft from sequences where id = ${sequenceId}`;
  if (!row) throw new AppError("not_found");
  const draft = sequenceSnapshotSchema.safeParse(row.draft);
  if (!draft.success) throw new AppError("invalid", "draft_incomplete");
  return draft.data;
}

async function findSome(tx: SqlTx, { sequenceId, versionId, stepId }: Asked): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select id from enrollments
    where sequence_id = ${sequenceId} and status in ('active', 'paused') and version_id = ${versionId}
      and step_id is not distinct from ${stepId}
    limit ${SAMPLE}`;
  return rows.map((row) => row.id);
}

/** The run as the move would leave it. */
function moved(facts: Facts, snapshot: SequenceSnapshot, stepId: string | null): Facts {
  const isSameStep = stepId === facts.enrollment.stepId;
  return {
    ...facts,
    sequence: { ...facts.sequence, snapshot },
    current: isSameStep ? facts.current : null,
    enrollment: {
      ...facts.enrollment,
      stepId,
      dueAtOverride: isSameStep ? facts.enrollment.dueAtOverride : null,
    },
  };
}

const nextSend = (facts: Facts, now: Date): string | null =>
  preview(facts, now)
    .steps.find(({ kind }) => kind === "send")
    ?.at.toISOString() ?? null;
