import { randomUUID } from "node:crypto";
import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { DraftOrigin, DraftStatus, Finding, VettedFact } from "@/lib/core/model-maestro";
import { AppError } from "@/lib/errors";
import { basisOf, type DraftBasis, isOwn, isSame, loadEarlier, vouch } from "./draft-guard";
import { type DraftRow, expectOpen, type LockedDraft, lockDraft, lockDrafts } from "./draft-lock";
import { record } from "./ledger";
import { storableJson } from "./storable";
import { wakeRuns } from "./wake";

export type Approval = {
  id: string;
  /** As the person read it. */
  revision: number;
  /** Exactly what goes out; absent: the draft as it stands. */
  said?: { text: string; subject: string | null };
  /** Words that the guard found and the person vouches for. */
  vouched: readonly string[];
};

export type Approved =
  | { kind: "approved"; revision: number }
  | { kind: "refused"; findings: Finding[] }
  | { kind: "conflict"; error: AppError };

type By = { actorId: string; now: Date };

/**
 * Approves drafts by what is known at this moment: the guard looks at each text once more, and what it finds has to be
 * vouched for. Each with its ledger row and the event that makes its run decide again. Answers what became of each;
 * one that is decided already, or another than was read, is left as it is.
 */
export async function approveDrafts(
  tx: SqlTx,
  accountId: AccountId,
  approvals: Approval[],
  { actorId, now }: By,
): Promise<Map<string, Approved>> {
  const locked = await lockDrafts(
    tx,
    approvals.map(({ id }) => id),
  );
  const earlier = await loadEarlier(
    tx,
    [...locked.values()].map(({ draft }) => draft.enrollment_id),
  );
  const results = new Map<string, Approved>();
  const agreed: Agreed[] = [];
  for (const approval of approvals) {
    const one = locked.get(approval.id);
    const error = await conflictOf(tx, one, approval.revision);
    if (!one || error) {
      results.set(approval.id, { kind: "conflict", error: error ?? new AppError("not_found") });
      continue;
    }
    const basis = basisOf(one.run.facts, one.draft, earlier.get(one.draft.enrollment_id) ?? [], now);
    const said = saidBy(approval, one.draft);
    const { left, ...vouching } = vouch(basis, said, approval.vouched);
    if (left.length > 0) {
      results.set(approval.id, { kind: "refused", findings: left });
      continue;
    }
    const origin = originOf(one.draft, basis, said);
    const { facts } = basis;
    agreed.push({ draft: one.draft, said, origin, facts, ...vouching, isOwn: isOwn(basis, said) });
    results.set(approval.id, { kind: "approved", revision: one.draft.revision + 1 });
  }
  await writeApproved(tx, agreed, { actorId, now });
  await record(
    tx,
    accountId,
    agreed.map((one) => toEntry(one, { actorId, now })),
  );
  await wakeDecided(
    tx,
    accountId,
    agreed.map(({ draft }) => draft.enrollment_id),
    now,
  );
  return results;
}

type Agreed = {
  draft: DraftRow;
  said: { text: string; subject: string | null };
  origin: DraftOrigin;
  vouched: string[];
  found: Finding[];
  facts: VettedFact[];
  isOwn: boolean;
};

async function conflictOf(
  tx: SqlTx,
  one: LockedDraft | undefined,
  revision: number,
): Promise<AppError | null> {
  if (!one) return null;
  try {
    await expectOpen(tx, one.draft, revision);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/** Only an email has a subject. */
function saidBy({ said }: Approval, { text, subject, channel }: DraftRow) {
  if (!said) return { text, subject };
  return { text: said.text, subject: channel === "email" ? said.subject : null };
}

function originOf(draft: DraftRow, basis: DraftBasis, said: Agreed["said"]): DraftOrigin {
  if (isSame(draft, said)) return draft.origin;
  if (isOwn(basis, said)) return "fallback";
  const { written_text: text, written_subject: subject } = draft;
  return text !== null && isSame({ text, subject }, said) ? "ai" : "person";
}

/** What is said rests on what is known now. */
async function writeApproved(tx: SqlTx, agreed: Agreed[], { actorId, now }: By): Promise<void> {
  if (agreed.length === 0) return;
  const rows = agreed.map(({ draft: { id, revision }, said, origin, vouched, found, facts }) => ({
    ...{ id, revision, ...said, origin, vouched, found, facts },
  }));
  await tx`
    update drafts d set status = 'approved', text = r.text, subject = r.subject, origin = r.origin,
      fallback = case when r.origin = 'fallback' then coalesce(d.fallback, 'chosen') end,
      vouched = r.vouched, facts = r.facts, findings = r.found, decided_by = ${actorId}, decided_at = ${now},
      snoozed_until = null, revision = d.revision + 1, updated_at = ${now}
    from json_to_recordset(${storableJson(rows)}::text::json) as r(
      id uuid, revision int, text text, subject text, origin text, vouched jsonb, found jsonb,
      facts jsonb)
    where d.id = r.id and d.revision = r.revision and d.status = 'open'`;
}

function toEntry({ draft, said, origin, vouched, isOwn: isStepsOwn }: Agreed, { actorId, now }: By) {
  const data = {
    draftId: draft.id,
    origin,
    isEdited: !isSame(draft, said),
    vouched: isStepsOwn || vouched.length === 0 ? null : vouched.join(" · "),
  };
  return {
    ...{ at: now, kind: "approved" as const, enrollmentId: draft.enrollment_id, stepId: draft.step_id },
    ...{ actorId, because: { code: "approved", data } },
  };
}

/** Makes the runs of decided drafts decide again; the sweep finds those that the event does not reach. */
export async function wakeDecided(
  tx: SqlTx,
  accountId: AccountId,
  enrollmentIds: string[],
  now: Date,
): Promise<void> {
  if (enrollmentIds.length === 0) return;
  await tx`
    update enrollments set next_action_at = ${now}
    where id = any(${enrollmentIds}) and status = 'active' and next_action_at > ${now}`;
  await wakeRuns(tx, accountId, enrollmentIds, randomUUID());
}

/** The step is not said; its run passes it. Of a locked draft that waits. */
export async function discardLocked(
  tx: SqlTx,
  accountId: AccountId,
  { draft }: LockedDraft,
  { actorId, now, stopsRun }: By & { stopsRun: boolean },
): Promise<void> {
  await tx`
    update drafts set status = 'discarded', decided_by = ${actorId}, decided_at = ${now}, snoozed_until = null,
      revision = revision + 1, updated_at = ${now}
    where id = ${draft.id} and revision = ${draft.revision} and status = 'open'`;
  const because = { code: "discarded", data: { draftId: draft.id, stopsRun } };
  const { enrollment_id: enrollmentId, step_id: stepId } = draft;
  await record(tx, accountId, [{ at: now, kind: "discarded", enrollmentId, stepId, actorId, because }]);
  await wakeDecided(tx, accountId, [enrollmentId], now);
}

/**
 * The draft waits again as it was decided, unless its words are on their way or its run has gone on. Throws `not_found`
 * and `conflict`.
 */
export async function reopenDraft(
  tx: SqlTx,
  accountId: AccountId,
  { id, revision, actorId, now }: By & { id: string; revision: number },
): Promise<{ revision: number }> {
  const { run, draft } = await lockDraft(tx, id);
  if (draft.status === "used") throw new AppError("conflict", "draft_sent");
  if (draft.status !== "approved" && draft.status !== "discarded") {
    const isGone = draft.status === "withdrawn";
    const data = { reason: draft.withdrawn_because };
    throw new AppError("conflict", isGone ? "draft_withdrawn" : "draft_changed", { data });
  }
  if (draft.revision !== revision) throw new AppError("conflict", "draft_changed");
  const { status, step_id, step_epoch, end_reason } = run.row;
  if (status === "ended") {
    throw new AppError("conflict", "draft_withdrawn", { data: { reason: end_reason } });
  }
  const isThere = step_id === draft.step_id && step_epoch === draft.step_epoch;
  if (!isThere || (run.facts.current && !isYetToSend(run.facts.current.status))) {
    throw new AppError("conflict", draft.status === "approved" ? "draft_sent" : "draft_skipped");
  }
  await tx`
    update drafts set status = 'open', decided_by = null, decided_at = null, revision = revision + 1, updated_at = ${now}
    where id = ${id} and revision = ${revision}`;
  const because = { code: "undone", data: { draftId: id, act: actOf(draft.status) } };
  const { enrollment_id: enrollmentId } = draft;
  await record(tx, accountId, [{ at: now, kind: "undone", enrollmentId, stepId: step_id, actorId, because }]);
  await wakeDecided(tx, accountId, [enrollmentId], now);
  return { revision: revision + 1 };
}

const isYetToSend = (status: string) => status === "pending" || status === "scheduled";
const actOf = (status: DraftStatus) => (status === "approved" ? "approve" : "discard");
