import { randomUUID } from "node:crypto";
import { type SqlTx, withAccountSql } from "@/db/client";
import { emit } from "@/db/outbox";
import { trialAskedOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import { aiEnrollmentSchema } from "@/lib/core/maestro-schemas";
import type { AiOutcome, AiTrial } from "@/lib/core/model-maestro";
import { isSomebody } from "@/lib/engine/ai-meter";
import { type Clock, systemClock } from "@/lib/engine/clock";
import { loadMaestro } from "@/lib/engine/maestro";
import { AppError } from "@/lib/errors";
import { loadLooking } from "./load";
import { judgeOne } from "./look";
import { pastCandidates } from "./past";
import { TRIAL_SAMPLE } from "./schema";
import { insertVerdict } from "./verdict";

/** Conversations of one durable step. */
const PER_TURN = 4;
/** An endpoint that fails so often is not asked any more. */
const MOST_FAILURES = 3;

type Starting = { sequenceId: string; now: Date };

/**
 * Begins to look at what it would have done in the last thirty days, by the settings as they are saved, whether it is on
 * or not. Nothing follows from its verdicts. Throws `not_found`, and `conflict` where nothing is saved, Maestro is off,
 * the sequence does not enroll or a trial runs already.
 */
export const startTrial = (
  accountId: AccountId,
  { sequenceId, now }: Starting,
): Promise<{ trialId: string }> =>
  withAccountSql(accountId, async (tx) => {
    const [row] = await tx<{ config: unknown; trial: AiTrial | null }[]>`
      select config, trial from ai_enrollments where sequence_id = ${sequenceId} for update`;
    const config = aiEnrollmentSchema.safeParse(row?.config);
    if (!row || !config.success) throw new AppError("conflict", "ai_enrollment_unsaved");
    if (row.trial?.status === "running") throw new AppError("conflict", "trial_running");
    if (!(await loadMaestro(tx))?.isOn) throw new AppError("conflict", "maestro_off");
    if (!(await loadLooking(tx, sequenceId, config.data)))
      throw new AppError("conflict", "sequence_not_active");
    const wish = { accountId, sequenceId, config: config.data, most: TRIAL_SAMPLE, now };
    const { found, sample } = await pastCandidates(tx, wish);
    const trial: AiTrial = {
      id: randomUUID(),
      status: sample.length === 0 ? "done" : "running",
      found,
      sample: sample.map((one) => ({ ...one, at: one.at.toISOString() })),
      config: config.data,
      startedAt: now.toISOString(),
      finishedAt: sample.length === 0 ? now.toISOString() : null,
      error: null,
    };
    await tx`
      update ai_enrollments set trial = ${JSON.stringify(trial)}::text::jsonb where sequence_id = ${sequenceId}`;
    if (sample.length > 0) await emit(tx, [trialAskedOf({ accountId, sequenceId, trialId: trial.id })]);
    return { trialId: trial.id };
  });

type TrialRef = { sequenceId: string; trialId: string };

/** The verdicts that stand are kept. One that is over is left as it is. */
export const cancelTrial = (
  accountId: AccountId,
  { sequenceId, now }: Starting,
): Promise<{ isCanceled: boolean }> =>
  withAccountSql(accountId, async (tx) => {
    const isCanceled = await endTrial(tx, {
      sequenceId,
      trialId: null,
      status: "canceled",
      error: null,
      now,
    });
    return { isCanceled };
  });

/**
 * Judges the next few conversations of the sample. What was judged stands in its rows alone, so that a crash repeats at
 * most one call. Over when it was canceled, begun anew, or when the day's money is spent.
 */
export async function trialTurn(
  accountId: AccountId,
  { sequenceId, trialId }: TrialRef,
  clock: Clock = systemClock,
): Promise<{ kind: "more" } | { kind: "done" }> {
  const open = await withAccountSql(accountId, async (tx) => {
    const trial = await runningTrial(tx, { sequenceId, trialId });
    if (!trial) return null;
    const judged = await tx<{ conversationId: string; outcome: AiOutcome }[]>`
      select conversation_id as "conversationId", outcome from ai_suggestions
      where account_id = ${accountId} and sequence_id = ${sequenceId} and trial_id = ${trialId}`;
    const isJudged = new Set(judged.map(({ conversationId }) => conversationId));
    const people = await tx<{ id: string }[]>`
      select id from contacts
      where id = any(${trial.sample.map(({ contactId }) => contactId)}::uuid[]) and deleted_at is null`;
    const isThere = new Set(people.map(({ id }) => id));
    const [maestro, looking] = [await loadMaestro(tx), await loadLooking(tx, sequenceId, trial.config)];
    return {
      maestro: maestro?.isOn ? maestro : null,
      looking,
      failures: judged.filter(({ outcome }) => outcome !== "ok"),
      left: trial.sample.filter(
        ({ conversationId, contactId }) => isThere.has(contactId) && !isJudged.has(conversationId),
      ),
    };
  });
  if (!open) return { kind: "done" };
  const { maestro, looking, failures, left } = open;
  const end = (status: AiTrial["status"], error: AiOutcome | null) =>
    withAccountSql(accountId, async (tx) => {
      await endTrial(tx, { sequenceId, trialId, status, error, now: clock() });
      return { kind: "done" as const };
    });
  if (!maestro || !looking) return end("canceled", null);
  let failed = failures.length;
  for (const one of left.slice(0, PER_TURN)) {
    if (failed >= MOST_FAILURES) return end("failed", failures.at(-1)?.outcome ?? "unavailable");
    const candidate = { conversationId: one.conversationId, contactId: one.contactId };
    const at = new Date(one.at);
    const judged = await judgeOne(accountId, { maestro, looking, candidate, at, now: clock() });
    if (judged.verdict.outcome === "budget") return end("failed", "budget");
    if (judged.verdict.outcome !== "ok") failed += 1;
    await withAccountSql(accountId, async (tx) => {
      const [row] = await tx<{ id: string }[]>`select new_id() as id`;
      // Canceled, begun anew, or the person was erased while the model thought.
      if (!row || !(await runningTrial(tx, { sequenceId, trialId }))) return;
      if (!(await isSomebody(tx, one.contactId))) return;
      const fate = { status: "none" as const };
      await insertVerdict(tx, accountId, { id: row.id, sequenceId, candidate, ...judged, fate, at, trialId });
    });
  }
  return left.length <= PER_TURN ? end("done", null) : { kind: "more" };
}

async function runningTrial(tx: SqlTx, { sequenceId, trialId }: TrialRef): Promise<AiTrial | null> {
  const [row] = await tx<{ trial: AiTrial }[]>`
    select trial from ai_enrollments
    where sequence_id = ${sequenceId} and trial->>'id' = ${trialId} and trial->>'status' = 'running'`;
  return row?.trial ?? null;
}

type Ending = Omit<TrialRef, "trialId"> & {
  /** Null: whichever runs. */
  trialId: string | null;
  status: AiTrial["status"];
  error: AiOutcome | null;
  now: Date;
};

async function endTrial(tx: SqlTx, { sequenceId, trialId, status, error, now }: Ending): Promise<boolean> {
  const end = JSON.stringify({ status, error, finishedAt: now.toISOString() });
  const rows = await tx`
    update ai_enrollments set trial = trial || ${end}::text::jsonb
    where sequence_id = ${sequenceId} and trial->>'status' = 'running'
      ${trialId ? tx`and trial->>'id' = ${trialId}` : tx``} returning sequence_id`;
  return rows.length > 0;
}
