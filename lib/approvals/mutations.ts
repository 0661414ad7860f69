import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { HARD_FINDINGS } from "@/lib/core/model-maestro";
import { approveDrafts, discardLocked, reopenDraft } from "@/lib/engine/draft-decisions";
import { basisOf, findingsOf, loadEarlier } from "@/lib/engine/draft-guard";
import { expectOpen, type LockedDraft, lockDraft } from "@/lib/engine/draft-lock";
import { endRuns } from "@/lib/engine/exits";
import { record } from "@/lib/engine/ledger";
import { notify, settleNotifications } from "@/lib/engine/notify";
import { storableJson } from "@/lib/engine/storable";
import { rememberAct } from "@/lib/enrollments/remember-act";
import { lockStanding } from "@/lib/enrollments/standing";
import { undoActIn } from "@/lib/enrollments/undo-act";
import { AppError } from "@/lib/errors";
import { findDecider } from "./deciders";
import type { ApproveResult, DraftDone, ManyApproved, ManyOutcome } from "./schema";

/** The draft as the person read it, who it is, and when. */
export type Deciding = { id: string; revision: number; actorId: string; now: Date };

type Approving = Deciding & { text: string; subject: string | null; vouched: string[] };

/**
 * This text, exactly, goes out when the step is due; what the guard finds in it is answered instead unless the person
 * vouches for it. Throws `not_found`, and `conflict` for a draft that is decided or has changed, with who did it.
 */
export const approveDraft = (
  accountId: AccountId,
  { id, revision, text, subject, vouched, actorId, now }: Approving,
): Promise<ApproveResult> =>
  withAccountSql(accountId, async (tx) => {
    const approval = { id, revision, said: { text, subject }, vouched };
    const result = (await approveDrafts(tx, accountId, [approval], { actorId, now })).get(id);
    if (!result) throw new AppError("not_found");
    if (result.kind === "conflict") throw result.error;
    if (result.kind === "approved") return done(id, result.revision, "approved");
    const isHard = result.findings.some(({ code }) => HARD_FINDINGS.includes(code));
    return { kind: "refused", findings: result.findings, isHard };
  });

type ApprovingMany = { drafts: { id: string; revision: number }[]; actorId: string; now: Date };

/** Those in which the guard finds nothing, as they stand. Answers what became of each. */
export const approveMany = (accountId: AccountId, { drafts, ...by }: ApprovingMany): Promise<ManyApproved> =>
  withAccountSql(accountId, async (tx) => {
    const unique = [...new Map(drafts.map((draft) => [draft.id, draft])).values()];
    const approvals = unique.map((draft) => ({ ...draft, vouched: [] }));
    const became = await approveDrafts(tx, accountId, approvals, by);
    const results = unique.map(({ id, revision }) => {
      const one = became.get(id);
      if (one?.kind === "approved") return { id, revision: one.revision, outcome: "approved" as const };
      return { id, revision, outcome: one?.kind === "refused" ? ("findings" as const) : whyNot(one?.error) };
    });
    return { results };
  });

function whyNot(error: AppError | undefined): ManyOutcome {
  if (!error || error.code === "not_found") return "gone";
  return error.message === "draft_changed" ? "changed" : "decided";
}

/** The step is skipped and the run goes on, or is stopped with it. Throws as approving does. */
export const discardDraft = (
  accountId: AccountId,
  { id, revision, stopsRun, ...by }: Deciding & { stopsRun: boolean },
): Promise<DraftDone> =>
  withAccountSql(accountId, async (tx) => {
    const locked = await lockDraft(tx, id);
    await expectOpen(tx, locked.draft, revision);
    await discardLocked(tx, accountId, locked, { ...by, stopsRun });
    const actId = stopsRun ? await stopRun(tx, accountId, locked, by) : null;
    return { ...done(id, revision + 1, "discarded"), actId };
  });

/** Remembered like any stop, so that it can be taken back. */
async function stopRun(
  tx: SqlTx,
  accountId: AccountId,
  { run }: LockedDraft,
  { actorId, now }: Pick<Deciding, "actorId" | "now">,
): Promise<string | null> {
  const before = await lockStanding(tx, [run.row.id]);
  const because = { code: "stopped_by_person", data: {} };
  const ending = { accountId, ids: [run.row.id], reason: "stopped" as const, because, actorId, now };
  const changed = await endRuns(tx, ending);
  return rememberAct(tx, accountId, { kind: "stop", actorId, before, changed, now });
}

/**
 * Takes back an approval or a discarding, with the stop of the run that went with it, for as long as nothing has come
 * of it. Throws `not_found`, and `conflict` once the words are on their way or the run has gone on.
 */
export const undoDecision = (
  accountId: AccountId,
  { actId, ...deciding }: Deciding & { actId: string | null },
): Promise<DraftDone> =>
  withAccountSql(accountId, async (tx) => {
    if (actId) await undoActIn(tx, accountId, { actId, actorId: deciding.actorId, now: deciding.now });
    const { revision } = await reopenDraft(tx, accountId, deciding);
    return done(deciding.id, revision, "open");
  });

/** The step's own words instead of Maestro's; it still waits for a person. Throws as approving does, and `invalid`. */
export const chooseFallback = (accountId: AccountId, { id, revision, ...by }: Deciding): Promise<DraftDone> =>
  withAccountSql(accountId, async (tx) => {
    const { run, draft } = await lockDraft(tx, id);
    await expectOpen(tx, draft, revision);
    const earlier = await loadEarlier(tx, [draft.enrollment_id]);
    const basis = basisOf(run.facts, draft, earlier.get(draft.enrollment_id) ?? [], by.now);
    const { fallback: said } = basis;
    if (!said) throw new AppError("invalid", "fallback_unusable");
    const findings = findingsOf(basis, said, []);
    const kept = storableJson({ ...said, findings, facts: basis.facts });
    await tx`
      update drafts d set text = r.text, subject = r.subject, findings = r.findings, facts = r.facts, vouched = '[]',
        origin = 'fallback', fallback = 'chosen', revision = d.revision + 1, updated_at = ${by.now}
      from json_to_record(${kept}::text::json) as r(text text, subject text, findings jsonb, facts jsonb)
      where d.id = ${id} and d.revision = ${revision} and d.status = 'open'`;
    await tell(tx, accountId, draft, { ...by, kind: "drafted", code: "fallback_chosen", data: CHOSEN });
    return done(id, revision + 1, "open");
  });

/** Somebody else who may decide, or nobody in particular, is asked. Throws as approving does, and `invalid`. */
export const reassignDraft = (
  accountId: AccountId,
  { id, revision, assigneeId, ...by }: Deciding & { assigneeId: string | null },
): Promise<DraftDone> =>
  withAccountSql(accountId, async (tx) => {
    const { draft } = await lockDraft(tx, id);
    await expectOpen(tx, draft, revision);
    const assignee = assigneeId ? await findDecider(tx, assigneeId) : null;
    if (assigneeId && !assignee) {
      throw new AppError("invalid", "decider_unknown", { fields: { assigneeId: "decider_unknown" } });
    }
    if (draft.assignee_id === assigneeId) return done(id, revision, "open");
    await tx`
      update drafts set assignee_id = ${assigneeId}, revision = revision + 1, updated_at = ${by.now}
      where id = ${id} and revision = ${revision} and status = 'open'`;
    const data = { assignee: assignee?.name ?? null, assigneeId };
    await tell(tx, accountId, draft, { ...by, kind: "reassigned", code: "reassigned", data });
    await settleNotifications(tx, accountId, { draftId: id, now: by.now });
    if (assigneeId && assigneeId !== by.actorId) {
      await notify(tx, accountId, {
        ...{ userIds: [assigneeId], kind: "draft_assigned" as const, contactId: draft.contact_id },
        dedupeKey: `draft_assigned:${id}:${revision + 1}`,
        data: { draftId: id, sequenceId: draft.sequence_id, enrollmentId: draft.enrollment_id },
        now: by.now,
      });
    }
    return done(id, revision + 1, "open");
  });

/**
 * Out of sight until the moment, at which it is remembered; null: in sight again. Throws as approving does, and `invalid`
 * for a moment that has passed, or at which the step's policy has decided in place of a person.
 */
export const snoozeDraft = (
  accountId: AccountId,
  { id, revision, until, ...by }: Deciding & { until: Date | null },
): Promise<DraftDone> =>
  withAccountSql(accountId, async (tx) => {
    const { draft } = await lockDraft(tx, id);
    await expectOpen(tx, draft, revision);
    const wrong = until && wrongMoment(until, draft.expires_at, by.now);
    if (wrong) throw new AppError("invalid", wrong, { fields: { until: wrong } });
    await tx`
      update drafts set snoozed_until = ${until}, remind_at = coalesce(${until}, remind_at),
        reminded_at = case when ${until}::timestamptz is null then reminded_at end,
        revision = revision + 1, updated_at = ${by.now}
      where id = ${id} and revision = ${revision} and status = 'open'`;
    const code = until ? "draft_snoozed" : "draft_awake";
    const data = { until: until?.toISOString() ?? null };
    await tell(tx, accountId, draft, { ...by, kind: "waiting", code, data });
    if (until) await settleNotifications(tx, accountId, { draftId: id, now: by.now });
    return done(id, revision + 1, "open");
  });

const CHOSEN = { origin: "fallback", fallback: "chosen" };

function wrongMoment(until: Date, expiresAt: Date | null, now: Date): string | null {
  if (until <= now) return "snooze_past";
  return expiresAt && until >= expiresAt ? "snooze_after_expiry" : null;
}

type Told = Pick<Deciding, "actorId" | "now"> & {
  kind: "drafted" | "reassigned" | "waiting";
  code: string;
  data: Record<string, string | null>;
};

const tell = (
  tx: SqlTx,
  accountId: AccountId,
  { id, enrollment_id: enrollmentId, step_id: stepId }: LockedDraft["draft"],
  { kind, code, data, actorId, now: at }: Told,
) =>
  record(tx, accountId, [
    { at, kind, enrollmentId, stepId, actorId, because: { code, data: { draftId: id, ...data } } },
  ]);

const done = (id: string, revision: number, verdict: DraftDone["verdict"]): DraftDone => ({
  ...{ kind: "done", id, revision, verdict, actId: null },
});
