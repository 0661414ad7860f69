import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { AiOutcome, SuggestionStatus } from "@/lib/core/model-maestro";
import { DAY_MS } from "@/lib/core/zone";
import { isSomebody } from "@/lib/engine/ai-meter";
import { lockLiveRuns } from "@/lib/engine/apply-exits";
import { notify } from "@/lib/engine/notify";
import { storable } from "@/lib/engine/storable";
import { judge } from "@/lib/enrollments/eligibility";
import { enrollChunk } from "@/lib/enrollments/enroll-chunk";
import { AppError } from "@/lib/errors";
import type { EnrollmentVerdict } from "@/lib/maestro/types";
import { type Candidate, wishOf } from "./candidates";
import { dayBegan, type Looking, loadLooking, usedSince } from "./load";

export type Judgement = {
  candidate: Candidate;
  verdict: EnrollmentVerdict;
  callId: string | null;
  now: Date;
};

type Fate = {
  status: SuggestionStatus;
  refusal?: string;
  enrollmentId?: string;
};

const MOST_REASON = 500;

/**
 * Keeps a verdict and does what follows from it, in one transaction under the lock of the sequence's settings: so the
 * day's limit holds, however many look at once, and what was switched off, has moved on or was judged by another worker
 * meanwhile is left alone. Whatever the model said, the rules of enrollment decide who comes in.
 */
export const keepVerdict = (
  accountId: AccountId,
  { looking: asked, ...judgement }: Judgement & { looking: Looking },
): Promise<Fate> =>
  withAccountSql(accountId, async (tx) => {
    const { sequenceId } = asked;
    const { candidate, verdict, callId, now } = judgement;
    await tx`select from ai_enrollments where sequence_id = ${sequenceId} for update`;
    const looking = await loadLooking(tx, sequenceId);
    // The runs before anything of the contact, as everything that touches both does.
    await lockLiveRuns(tx, candidate.contactId);
    if (!(await isSomebody(tx, candidate.contactId))) return { status: "none", refusal: "gone" };
    const isHit =
      verdict.outcome === "ok" &&
      verdict.shouldEnroll &&
      looking &&
      verdict.confidence >= looking.config.threshold;
    const id = await newId(tx);
    const fate: Fate = isHit
      ? await carryOut(tx, accountId, { looking, candidate, now })
      : { status: "none" };
    await insertVerdict(tx, accountId, { id, sequenceId, candidate, verdict, callId, fate, at: now });
    if (fate.status === "open") await tell(tx, accountId, { id, sequenceId, candidate, now });
    return fate;
  });

async function isJudged(tx: SqlTx, { sequenceId, config }: Looking, candidate: Candidate, now: Date) {
  const since = new Date(now.getTime() - config.coolDownDays * DAY_MS);
  const rows = await tx`
    select from ai_suggestions
    where conversation_id = ${candidate.conversationId} and sequence_id = ${sequenceId} and not is_trial
      and outcome = 'ok' and refusal is distinct from 'daily_cap' and at > ${since} limit 1`;
  return rows.length > 0;
}

const newId = async (tx: SqlTx): Promise<string> => {
  const [row] = await tx<{ id: string }[]>`select new_id() as id`;
  if (!row) throw new Error("The database made no id.");
  return row.id;
};

type Acting = { looking: Looking; candidate: Candidate; now: Date };

async function carryOut(tx: SqlTx, accountId: AccountId, { looking, candidate, now }: Acting): Promise<Fate> {
  const { sequenceId, config } = looking;
  if (await isJudged(tx, looking, candidate, now)) return { status: "none", refusal: "already_judged" };
  if ((await usedSince(tx, sequenceId, await dayBegan(tx, now))) >= config.perDay)
    return { status: "none", refusal: "daily_cap" };
  const [thread] = await tx<{ lastMessageAt: Date | null }[]>`
    select last_message_at as "lastMessageAt" from conversations where id = ${candidate.conversationId}`;
  // Somebody has written since the thread was judged.
  if (!thread || Number(thread.lastMessageAt) > Number(candidate.lastMessageAt))
    return { status: "none", refusal: "moved_on" };
  const wish = wishOf(looking, [candidate], now);
  if (config.does === "enroll") return enrollNow(tx, accountId, { wish, actorId: null });
  const { free, existing, refused } = await judge(tx, wish);
  if (free.length > 0) return { status: "open" };
  return {
    status: "refused",
    refusal: existing.length > 0 ? "existing" : (refused[0]?.code ?? "contact_unknown"),
  };
}

type Enrolling = { wish: ReturnType<typeof wishOf>; actorId: string | null };

/** By the rules of every enrollment; what they refuse is recorded with its reason. */
export async function enrollNow(
  tx: SqlTx,
  accountId: AccountId,
  { wish, actorId }: Enrolling,
): Promise<Fate> {
  try {
    const { snapshot: _, ...asked } = wish;
    const done = await enrollChunk(tx, accountId, { ...asked, actorId, method: "ai" });
    const [enrolled] = done.enrolled;
    if (enrolled) return { status: "enrolled", enrollmentId: enrolled.enrollmentId };
    const [existing] = done.existing;
    if (existing) return { status: "refused", refusal: "existing", enrollmentId: existing.enrollmentId };
    return { status: "refused", refusal: done.refused[0]?.code ?? "contact_unknown" };
  } catch (error) {
    // Thrown before anything was written: the sequence was paused or archived in the meantime.
    if (error instanceof AppError && error.code !== "invalid")
      return { status: "refused", refusal: error.message };
    throw error;
  }
}

export type KeptVerdict = {
  id: string;
  sequenceId: string;
  candidate: Pick<Candidate, "conversationId" | "contactId">;
  verdict: EnrollmentVerdict;
  callId: string | null;
  fate: Fate;
  at: Date;
  trialId?: string;
};

export async function insertVerdict(tx: SqlTx, accountId: AccountId, kept: KeptVerdict): Promise<void> {
  const { id, sequenceId, candidate, verdict, callId, fate, at, trialId } = kept;
  const outcome: AiOutcome = verdict.outcome;
  const said = verdict.outcome === "ok" ? verdict : { shouldEnroll: false, confidence: 0, reason: "" };
  await tx`
    insert into ai_suggestions (id, account_id, sequence_id, conversation_id, contact_id, at, is_trial, trial_id, outcome,
      should_enroll, confidence, reason, status, refusal, enrollment_id, ai_call_id)
    values (${id}, ${accountId}, ${sequenceId}, ${candidate.conversationId}, ${candidate.contactId}, ${at},
      ${trialId !== undefined}, ${trialId ?? null}, ${outcome}, ${said.shouldEnroll}, ${Math.round(said.confidence)},
      ${storable(said.reason, MOST_REASON)}, ${fate.status}, ${fate.refusal ?? null}, ${fate.enrollmentId ?? null},
      ${callId})`;
}

type Telling = { id: string; sequenceId: string; candidate: Candidate; now: Date };

/** Whoever is responsible for the thread, else all who approve. */
async function tell(
  tx: SqlTx,
  accountId: AccountId,
  { id, sequenceId, candidate, now }: Telling,
): Promise<void> {
  const { conversationId, contactId } = candidate;
  const [thread] = await tx<{ assigneeId: string | null }[]>`
    select assignee_id as "assigneeId" from conversations where id = ${conversationId}`;
  await notify(tx, accountId, {
    userIds: thread?.assigneeId ? [thread.assigneeId] : "approvers",
    kind: "suggestion_waiting",
    dedupeKey: `suggestion:${id}`,
    contactId,
    data: { suggestionId: id, sequenceId, conversationId },
    now,
  });
}
