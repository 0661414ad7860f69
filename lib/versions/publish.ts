import { and, eq, inArray, sql } from "drizzle-orm";
import { type Tx, withAccount, withAccountSql } from "@/db/client";
import { sequences, sequenceVersions, triggers } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import type { SequenceDraft, SequenceSnapshot } from "@/lib/core/model";
import { sequenceSnapshotSchema } from "@/lib/core/model-schemas";
import { heardAs, isOfClock } from "@/lib/core/trigger";
import { liftBlocks } from "@/lib/engine/step-blocks";
import { AppError } from "@/lib/errors";
import { type DraftProblem, draftFindings } from "@/lib/sequences/draft-check";
import { loadPublishContext } from "@/lib/sequences/publish-context";
import { wakeRuns } from "@/lib/sequences/runs";
import { type PlannedMove, planMove } from "./plan-move";
import { isSame } from "./same";
import type { MoveChoice } from "./schema";

type Publishing = {
  sequenceId: string;
  draftRevision: number;
  note: string;
  /** Of the people in flight; nobody is disturbed without one. */
  choices?: MoveChoice[];
  actorId: string;
  now: Date;
};

/**
 * Freezes the draft that the caller has seen into the next version and activates the sequence; whoever is in flight
 * stays on the version they began with, unless `choices` says otherwise for their step: that begins after a grace in
 * which it can be taken back. Throws `conflict` when the draft was saved since, or says nothing that the
 * live version does not say; `invalid` with the exact problems in `fields` (see `fieldsOf`).
 */
export async function publishSequence(
  accountId: AccountId,
  { sequenceId, draftRevision, note, choices = [], actorId, now }: Publishing,
): Promise<Published> {
  const published = await withAccount(accountId, async (tx) => {
    const sequence = await lockSequence(tx, sequenceId);
    if (sequence.status === "archived") throw new AppError("conflict", "sequence_archived");
    if (sequence.draftRevision !== draftRevision) {
      throw new AppError("conflict", "sequence_changed_elsewhere", {
        data: { draftRevision: sequence.draftRevision },
      });
    }
    if (sequence.isPublished) throw new AppError("conflict", "sequence_already_published");
    const snapshot = await checked(tx, sequence.draft, now);
    const version = await insertVersion(tx, { accountId, sequenceId, snapshot, note, actorId, now });
    await tx
      .update(sequences)
      .set({ status: "active", liveVersionId: version.id, updatedAt: now })
      .where(eq(sequences.id, sequenceId));
    await replaceTriggers(tx, accountId, sequenceId, snapshot, now);
    const plan = { accountId, sequenceId, versionId: version.id, snapshot, choices, actorId, now };
    const move = await planMove(tx, plan);
    // After the plan: whoever touches moves and runs takes the moves first, so that nobody waits in a circle.
    if (sequence.status === "paused") await wakeRuns(tx, accountId, sequenceId);
    return { versionId: version.id, number: version.number, move, snapshot };
  });
  const { snapshot, ...answer } = published;
  // What a provider refused of a step is tried as it is now.
  await withAccountSql(accountId, async (sql) => {
    for (const { id: stepId } of snapshot.steps) await liftBlocks(sql, accountId, { stepId, actorId, now });
  });
  return answer;
}

type Published = { versionId: string; number: number; move: PlannedMove | null };

/** The row lock puts two publishers in one order; the second then finds its draft published. */
async function lockSequence(tx: Tx, sequenceId: string) {
  const [row] = await tx
    .select({
      status: sequences.status,
      draft: sequences.draft,
      draftRevision: sequences.draftRevision,
      liveVersionId: sequences.liveVersionId,
    })
    .from(sequences)
    .where(eq(sequences.id, sequenceId))
    .for("update");
  if (!row) throw new AppError("not_found");
  return { ...row, isPublished: await isLive(tx, row.liveVersionId, row.draft) };
}

/**
 * A statement of its own: the one that waited for the lock still sees the versions of the moment it began, and so
 * not the one that the lock was held for.
 */
async function isLive(tx: Tx, versionId: string | null, draft: SequenceDraft): Promise<boolean> {
  if (!versionId) return false;
  const same = await tx
    .select({ id: sequenceVersions.id })
    .from(sequenceVersions)
    .where(and(eq(sequenceVersions.id, versionId), eq(sequenceVersions.snapshot, draft)));
  return same.length > 0;
}

async function checked(tx: Tx, draft: SequenceDraft, now: Date): Promise<SequenceSnapshot> {
  const { problems } = draftFindings(draft, await loadPublishContext(tx, now));
  if (problems.length > 0) {
    throw new AppError("invalid", "sequence_not_publishable", {
      fields: fieldsOf(problems),
      data: { problems: problems.length },
    });
  }
  return sequenceSnapshotSchema.parse(draft);
}

/**
 * One sentence of `errors.json` per place: `goal`, `step 2: wait`. The number puts the second problem of one place
 * beside the first.
 */
function fieldsOf(problems: DraftProblem[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { stepIndex, field, code, data } of problems) {
    const place = stepIndex === null ? field : `step ${stepIndex + 1}: ${field}`;
    const again = Object.keys(fields).filter((key) => key === place || key.startsWith(`${place} (`)).length;
    const given = Object.entries(data).filter(
      (entry): entry is [string, string | number] => entry[1] !== null,
    );
    const values = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
    fields[again === 0 ? place : `${place} (${again + 1})`] = `publish.${code}?${values}`;
  }
  return fields;
}

/**
 * What starts runs by itself is what the live version says. A trigger that stays as it is stays where it is, with the
 * moment up to which the clock has been looked at.
 */
async function replaceTriggers(
  tx: Tx,
  accountId: AccountId,
  sequenceId: string,
  snapshot: SequenceSnapshot,
  now: Date,
): Promise<void> {
  const before = await tx.select().from(triggers).where(eq(triggers.sequenceId, sequenceId));
  const staying = before.filter((row) => snapshot.triggers.some((one) => isSame(one, row.trigger)));
  const gone = before.filter((row) => !staying.includes(row)).map(({ id }) => id);
  if (gone.length > 0) await tx.delete(triggers).where(inArray(triggers.id, gone));
  const added = snapshot.triggers.filter((one) => !staying.some((row) => isSame(row.trigger, one)));
  if (added.length === 0) return;
  await tx.insert(triggers).values(
    added.map((trigger) => {
      const { event, name } = heardAs(trigger);
      const checkedUntil = isOfClock(trigger) ? now : null;
      return { accountId, sequenceId, event, name, trigger, checkedUntil };
    }),
  );
}

async function insertVersion(
  tx: Tx,
  version: {
    accountId: AccountId;
    sequenceId: string;
    snapshot: SequenceSnapshot;
    note: string;
    actorId: string;
    now: Date;
  },
) {
  const { accountId, sequenceId, snapshot, note, actorId, now } = version;
  const [inserted] = await tx
    .insert(sequenceVersions)
    .values({
      accountId,
      sequenceId,
      snapshot,
      note,
      publishedBy: actorId,
      publishedAt: now,
      number: sql`(select coalesce(max(v.number), 0) + 1 from ${sequenceVersions} v where v.sequence_id = ${sequenceId})`,
    })
    .returning({ id: sequenceVersions.id, number: sequenceVersions.number });
  if (!inserted) throw new AppError("unavailable");
  return inserted;
}
