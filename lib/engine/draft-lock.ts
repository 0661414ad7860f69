import type { SqlTx } from "@/db/client";
import type { Channel } from "@/lib/core/model";
import type { DraftOrigin, DraftStatus, Finding, VettedFact } from "@/lib/core/model-maestro";
import { AppError } from "@/lib/errors";
import type { Run } from "./run";
import { lockRuns } from "./snapshot";

/** A draft as stored, as far as its decision looks at it. */
export type DraftRow = {
  id: string;
  revision: number;
  status: DraftStatus;
  enrollment_id: string;
  contact_id: string;
  sequence_id: string;
  step_id: string;
  step_epoch: number;
  inbox_id: string;
  channel: Channel;
  language: string;
  origin: DraftOrigin;
  text: string;
  subject: string | null;
  written_text: string | null;
  written_subject: string | null;
  facts: VettedFact[];
  findings: Finding[];
  vouched: string[];
  due_at: Date;
  expires_at: Date | null;
  assignee_id: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  withdrawn_because: string | null;
};

export type LockedDraft = { run: Run; draft: DraftRow };

export const draftColumns = (tx: SqlTx) => tx`
  id, revision, status, enrollment_id, contact_id, sequence_id, step_id, step_epoch, inbox_id, channel, language, origin,
  text, subject, written_text, written_subject, facts, findings, vouched, due_at, expires_at, assignee_id, decided_by,
  decided_at, withdrawn_because`;

/**
 * Locks the runs of these drafts and then the drafts, both in the order of their ids, and answers them as they are once
 * the locks are held. Unknown ids are left out.
 */
export async function lockDrafts(tx: SqlTx, ids: string[]): Promise<Map<string, LockedDraft>> {
  const seen = await tx<{ enrollment_id: string }[]>`
    select enrollment_id from drafts where id = any(${ids})`;
  const runs = await lockRuns(
    tx,
    seen.map((row) => row.enrollment_id),
  );
  const runOf = new Map(runs.map((run) => [run.row.id, run]));
  const drafts = await tx<DraftRow[]>`
    select ${draftColumns(tx)} from drafts where id = any(${ids}) order by id for update`;
  return new Map(
    drafts.flatMap((draft) => {
      const run = runOf.get(draft.enrollment_id);
      return run ? [[draft.id, { run, draft }]] : [];
    }),
  );
}

/** One of them. Throws `not_found`. */
export async function lockDraft(tx: SqlTx, id: string): Promise<LockedDraft> {
  const locked = (await lockDrafts(tx, [id])).get(id);
  if (!locked) throw new AppError("not_found");
  return locked;
}

/** Throws `conflict`, with who did what, unless the draft waits as it was read. */
export async function expectOpen(tx: SqlTx, draft: DraftRow, revision: number): Promise<void> {
  if (draft.status !== "open") throw await decidedError(tx, draft);
  if (draft.revision !== revision) throw await changedError(tx, draft);
}

/** Says who decided what; of a draft that its run has left behind, why. */
export async function decidedError(tx: SqlTx, draft: DraftRow): Promise<AppError> {
  const { status, decided_by, decided_at, withdrawn_because } = draft;
  if (status === "withdrawn") {
    return new AppError("conflict", "draft_withdrawn", { data: { reason: withdrawn_because } });
  }
  if (status === "failed" || status === "ready") return new AppError("conflict", "draft_changed");
  const [decider] = await tx<{ name: string }[]>`select name from users where id = ${decided_by}`;
  const what = status === "discarded" ? "discarded" : "approved";
  const data = { by: decider?.name ?? null, what, at: decided_at?.toISOString() ?? null };
  return new AppError("conflict", "draft_decided", { data });
}

/** Says who touched it last. */
export async function changedError(tx: SqlTx, { id, enrollment_id }: DraftRow): Promise<AppError> {
  const [last] = await tx<{ by: string | null; code: string }[]>`
    select u.name as by, l.because->>'code' as code
    from ledger l left join users u on u.id = l.actor_id
    where l.enrollment_id = ${enrollment_id} and l.because->'data'->>'draftId' = ${id}
    order by l.at desc, l.id desc limit 1`;
  return new AppError("conflict", "draft_changed", {
    data: { by: last?.by ?? null, what: last?.code ?? null },
  });
}
