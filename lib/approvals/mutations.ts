import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { HARD_FINDINGS } from "@/lib/core/model-maestro";
import { approveDrafts, discardLocked, reopenDraft } from "@/lib/engine/draft-decisions";
import { expectOpen, type LockedDraft, lockDraft } from "@/lib/engine/draft-lock";
import { endRuns } from "@/lib/engine/exits";
import { rememberAct } from "@/lib/enrollments/remember-act";
import { lockStanding } from "@/lib/enrollments/standing";
import { undoActIn } from "@/lib/enrollments/undo-act";
import { AppError } from "@/lib/errors";
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

/** The draft as an act leaves it. */
export const done = (id: string, revision: number, verdict: DraftDone["verdict"]): DraftDone => ({
  ...{ kind: "done", id, revision, verdict, actId: null },
});
