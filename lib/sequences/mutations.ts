import { and, eq, ne, sql } from "drizzle-orm";
import { type Tx, withAccount, withAccountSql } from "@/db/client";
import { sequences, users } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import type { SequenceDraft } from "@/lib/core/model";
import { endRuns } from "@/lib/engine/exits";
import { AppError } from "@/lib/errors";
import { wakeRuns } from "./runs";
import { emptyDraft } from "./schema";

type Act = { actorId: string; now: Date };
type OnSequence = Act & { sequenceId: string };

/** A new sequence in state `draft`: empty, or with what a file or the gallery gives it. */
export const createSequence = (
  accountId: AccountId,
  { name, description = "", tags = [], draft = emptyDraft(), actorId, now }: Act & NewSequence,
): Promise<{ id: string }> =>
  withAccount(accountId, (tx) =>
    insertSequence(tx, accountId, { name, description, tags, draft, actorId, now }),
  );

type NewSequence = { name: string; description?: string; tags?: string[]; draft?: SequenceDraft };

/** A new sequence in state `draft` with the draft of another one; its steps and variants get ids of their own. */
export const duplicateSequence = (
  accountId: AccountId,
  { sequenceId, name, actorId, now }: OnSequence & { name: string },
): Promise<{ id: string }> =>
  withAccount(accountId, async (tx) => {
    const [source] = await tx
      .select({ draft: sequences.draft, description: sequences.description, tags: sequences.tags })
      .from(sequences)
      .where(eq(sequences.id, sequenceId));
    if (!source) throw new AppError("not_found");
    const steps = source.draft.steps.map((step) => ({
      ...step,
      id: crypto.randomUUID(),
      variants: step.variants.map((variant) => ({ ...variant, id: crypto.randomUUID() })),
    }));
    return insertSequence(tx, accountId, {
      ...source,
      name,
      draft: { ...source.draft, steps },
      actorId,
      now,
    });
  });

async function insertSequence(
  tx: Tx,
  accountId: AccountId,
  { name, description, tags, draft, actorId, now }: Act & NewSequence & { draft: SequenceDraft },
) {
  const [created] = await tx
    .insert(sequences)
    .values({
      ...{ accountId, name, description, tags, draft },
      ...{ createdBy: actorId, draftSavedBy: actorId, createdAt: now, updatedAt: now },
    })
    .returning({ id: sequences.id });
  if (!created) throw new AppError("unavailable");
  return created;
}

/**
 * Replaces the draft that the caller read as `draftRevision`. Throws `conflict` when somebody has saved since, so that
 * nobody's words are overwritten unseen; `data` has the stored `draftRevision` and who saved it (`savedBy`, a name).
 */
export const saveDraft = (
  accountId: AccountId,
  {
    sequenceId,
    draft,
    draftRevision,
    actorId = null,
    now,
  }: {
    sequenceId: string;
    draft: SequenceDraft;
    draftRevision: number;
    /** Null where no person did it. */
    actorId?: string | null;
    now: Date;
  },
): Promise<{ draftRevision: number; savedAt: string }> =>
  withAccount(accountId, async (tx) => {
    const [saved] = await tx
      .update(sequences)
      .set({
        draft,
        draftRevision: sql`${sequences.draftRevision} + 1`,
        draftSavedBy: actorId,
        updatedAt: now,
      })
      .where(
        and(
          eq(sequences.id, sequenceId),
          eq(sequences.draftRevision, draftRevision),
          ne(sequences.status, "archived"),
        ),
      )
      .returning({ draftRevision: sequences.draftRevision });
    if (saved) return { draftRevision: saved.draftRevision, savedAt: now.toISOString() };
    const repeated = await savedBefore(tx, sequenceId, draft, draftRevision);
    if (!repeated) throw await refusalOf(tx, sequenceId, "sequence_changed_elsewhere");
    return repeated;
  });

/** The answer to a save that was carried out but whose answer was lost on its way: it comes again word for word. */
async function savedBefore(tx: Tx, sequenceId: string, draft: SequenceDraft, draftRevision: number) {
  const [row] = await tx
    .select({ draftRevision: sequences.draftRevision, savedAt: sequences.updatedAt })
    .from(sequences)
    .where(
      and(
        eq(sequences.id, sequenceId),
        eq(sequences.draftRevision, draftRevision + 1),
        eq(sequences.draft, draft),
        ne(sequences.status, "archived"),
      ),
    );
  return row && { draftRevision: row.draftRevision, savedAt: row.savedAt.toISOString() };
}

export const renameSequence = (
  accountId: AccountId,
  { sequenceId, name }: { sequenceId: string; name: string },
): Promise<{ name: string }> =>
  withAccount(accountId, async (tx) => {
    const [renamed] = await tx
      .update(sequences)
      .set({ name })
      .where(and(eq(sequences.id, sequenceId), ne(sequences.status, "archived")))
      .returning({ name: sequences.name });
    if (!renamed) throw await refusalOf(tx, sequenceId, "sequence_archived");
    return renamed;
  });

/** What the team says about the sequence to itself; no run depends on it. */
export const describeSequence = (
  accountId: AccountId,
  { sequenceId, description, tags }: { sequenceId: string; description: string; tags: string[] },
): Promise<{ description: string; tags: string[] }> =>
  withAccount(accountId, async (tx) => {
    const [described] = await tx
      .update(sequences)
      .set({ description, tags })
      .where(and(eq(sequences.id, sequenceId), ne(sequences.status, "archived")))
      .returning({ description: sequences.description, tags: sequences.tags });
    if (!described) throw await refusalOf(tx, sequenceId, "sequence_archived");
    return described;
  });

/** Stops every send at once and keeps the runs: whatever falls due finds the sequence paused. */
export const pauseSequence = (
  accountId: AccountId,
  { sequenceId, now }: OnSequence,
): Promise<{ status: "paused" }> =>
  withAccount(accountId, async (tx) => {
    const [paused] = await tx
      .update(sequences)
      .set({ status: "paused", updatedAt: now })
      .where(and(eq(sequences.id, sequenceId), eq(sequences.status, "active")))
      .returning({ id: sequences.id });
    if (!paused) throw await refusalOf(tx, sequenceId, "sequence_not_active");
    return { status: "paused" };
  });

/** Wakes the live runs, which then decide again; what fell due meanwhile follows the waits of the steps. */
export const resumeSequence = (
  accountId: AccountId,
  { sequenceId, now }: OnSequence,
): Promise<{ status: "active"; woken: number }> =>
  withAccount(accountId, async (tx) => {
    const [resumed] = await tx
      .update(sequences)
      .set({ status: "active", updatedAt: now })
      .where(and(eq(sequences.id, sequenceId), eq(sequences.status, "paused")))
      .returning({ id: sequences.id });
    if (!resumed) throw await refusalOf(tx, sequenceId, "sequence_not_paused");
    return { status: "active", woken: await wakeRuns(tx, accountId, sequenceId) };
  });

/** For good: nobody is enrolled any more and every live run ends with `sequence_archived`. */
export const archiveSequence = async (
  accountId: AccountId,
  { sequenceId, actorId, now }: OnSequence,
): Promise<{ status: "archived"; ended: number }> => {
  const ended = await withAccountSql(accountId, async (tx) => {
    const archived = await tx`
      update sequences set status = 'archived', archived_at = ${now}, updated_at = ${now}
      where id = ${sequenceId} and status <> 'archived'`;
    if (archived.count === 0) return null;
    await tx`delete from triggers where sequence_id = ${sequenceId}`;
    const live = await tx<{ id: string }[]>`
      select id from enrollments where sequence_id = ${sequenceId} and status in ('active', 'paused')`;
    return endRuns(tx, {
      accountId,
      ids: live.map((run) => run.id),
      reason: "sequence_archived",
      because: { code: "sequence_archived", data: {} },
      actorId,
      now,
    });
  });
  if (!ended) throw await withAccount(accountId, (tx) => refusalOf(tx, sequenceId, "sequence_archived"));
  return { status: "archived", ended: ended.length };
};

/** Why a guarded update found no row. */
async function refusalOf(tx: Tx, sequenceId: string, message: string): Promise<AppError> {
  const [row] = await tx
    .select({ status: sequences.status, draftRevision: sequences.draftRevision, savedBy: users.name })
    .from(sequences)
    .leftJoin(users, eq(users.id, sequences.draftSavedBy))
    .where(eq(sequences.id, sequenceId));
  if (!row) return new AppError("not_found");
  if (row.status === "archived") return new AppError("conflict", "sequence_archived");
  return new AppError("conflict", message, { data: row });
}
