import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { expiryOf, isOtherKind } from "@/lib/core/draft";
import type { Decision } from "@/lib/core/facts";
import type { AiOutcome } from "@/lib/core/model-maestro";
import { log } from "@/lib/log";
import type { Writing } from "@/lib/maestro/types";
import { writeMessage } from "@/lib/maestro/write-message";
import { meterOf } from "./ai-meter";
import type { Clock } from "./clock";
import { enterGate } from "./compose-gate";
import { type Asking, loadAsking, withinContent } from "./draft-brief";
import { outcomeOf } from "./draft-outcome";
import { writeDraft } from "./draft-record";
import { gather } from "./gather";
import { endpointOf, loadMaestro, type Maestro } from "./maestro";
import type { Run } from "./run";
import { settle } from "./settle";
import { lockRuns, readRuns } from "./snapshot";

type Composing = { accountId: AccountId; enrollmentId: string; driver: number };
/** `again`: decide now. Else come again then, when there is room for one more call. */
export type Composed = { kind: "again" } | { kind: "later"; until: Date };

const AGAIN: Composed = { kind: "again" };

/**
 * Has the current step of a run written and keeps the draft. The model is asked outside of any transaction; what it
 * answers counts only if the run, decided anew under its lock, still asks for it: not after a reply, a stop or a pause,
 * and not where another worker was quicker. Should the process die in between, nothing is lost but the call.
 */
export async function composeDraft(run: Composing, clock: Clock): Promise<Composed> {
  const { accountId } = run;
  const gate = enterGate(accountId, clock());
  if (gate.kind === "full") {
    await comeLater(accountId, { ...run, until: gate.until });
    return { kind: "later", until: gate.until };
  }
  if (gate.kind === "resting") {
    const prepared = await prepare(run, clock());
    if (prepared) await keep(run, prepared, { outcome: gate.outcome, ...NOTHING }, clock());
    return AGAIN;
  }
  const startedMs = performance.now();
  let outcome: AiOutcome | null = null;
  try {
    const prepared = await prepare(run, clock());
    if (!prepared) return AGAIN;
    const writing = await askSafely(run, prepared, clock);
    outcome = writing.outcome;
    await keep(run, prepared, writing, clock());
    return AGAIN;
  } finally {
    gate.leave(outcome, performance.now() - startedMs, clock());
  }
}

const NOTHING = { text: "", subject: null, findings: [], needsPerson: false, note: null, calls: 0 };

type Prepared = {
  asking: Asking;
  maestro: Maestro;
  /** The round of the step, and what stood there of it. */
  stepEpoch: number;
  revision: number | null;
  attempts: number;
};

/** Null where nothing is to be written after all. */
const prepare = (run: Composing, now: Date): Promise<Prepared | null> =>
  withAccountSql(run.accountId, async (tx) => {
    const found = await readRuns(tx, [run.enrollmentId]);
    const wanted = wantedOf(found[0], run, now);
    const maestro = wanted && (await loadMaestro(tx));
    if (!wanted || !maestro?.isOn) return null;
    const { facts, decision } = wanted;
    const { stepId, inboxId } = decision;
    const asking = await loadAsking(tx, { facts, stepId, inboxId, maestro, now });
    const draft = facts.draft ?? null;
    const { step_epoch: stepEpoch } = wanted.run.row;
    const revision = draft?.revision ?? null;
    return asking && { asking, maestro, stepEpoch, revision, attempts: attemptsOf(draft) };
  });

/** Of this round: one that was withdrawn, or came back, begins anew. */
const attemptsOf = (draft: Run["facts"]["draft"] | null): number =>
  draft?.status === "failed" ? draft.attempts : 0;

type Wanted = { run: Run; facts: Run["facts"]; decision: Extract<Decision, { kind: "compose" }> };

/** What the run asks to be written at this moment, if it asks for nothing else before. */
function wantedOf(run: Run | undefined, { driver }: Composing, now: Date): Wanted | null {
  if (!run || run.row.driver !== driver || run.row.status === "ended") return null;
  const { decision, passed, returned } = settle(run, now);
  if (decision.kind !== "compose" || passed.length > 0 || returned.length > 0) return null;
  return { run, facts: run.facts, decision };
}

/** Whatever goes wrong, the step is said in time, in its own words. */
async function askSafely(run: Composing, { asking, maestro }: Prepared, clock: Clock): Promise<Writing> {
  const { accountId, enrollmentId } = run;
  try {
    return await ask(accountId, asking, maestro, clock());
  } catch (error) {
    log.error({ accountId, enrollmentId, err: error }, "a draft could not be written");
    return { outcome: "unavailable", ...NOTHING };
  }
}

/** Asks the model, with what the call costs counted. */
export async function ask(
  accountId: AccountId,
  asking: Asking,
  maestro: Maestro,
  now: Date,
): Promise<Writing> {
  const { facts, brief, threadId } = asking;
  const about = {
    enrollmentId: facts.enrollment.id,
    contactId: facts.contact.id,
    sequenceId: facts.sequence.id,
    ...(threadId && { conversationId: threadId }),
    ...(facts.draft && { draftId: facts.draft.id }),
  };
  const meter = meterOf(accountId, maestro.config, about, now);
  return withinContent(asking, await writeMessage(endpointOf(maestro), brief, meter), now);
}

const keep = (run: Composing, { asking, maestro, ...seen }: Prepared, writing: Writing, now: Date) =>
  withAccountSql(run.accountId, async (tx) => {
    const [locked] = await lockRuns(tx, [run.enrollmentId]);
    const wanted = wantedOf(locked, run, now);
    const { step, inbox, brief, basis, threadId } = asking;
    if (!wanted || wanted.decision.stepId !== step.id) return;
    if (wanted.run.row.step_epoch !== seen.stepEpoch) return;
    const chosen = wanted.facts.inboxes.find(({ id }) => id === wanted.decision.inboxId);
    if (!chosen || isOtherKind({ channel: inbox.channel }, chosen)) return;
    const dueAt = new Date(String(wanted.decision.because.data.dueAt));
    const { mode, language } = brief;
    const words = outcomeOf(writing, { mode, basis, attempts: seen.attempts + 1, dueAt, now });
    const { row, facts } = wanted.run;
    await writeDraft(
      tx,
      run.accountId,
      {
        ...{ enrollmentId: row.id, stepId: step.id, stepEpoch: seen.stepEpoch, threadId },
        ...{ inboxId: inbox.id, channel: inbox.channel, mode, language, remark: null, dueAt },
        ...{ expiry: expiryOf(step), revision: seen.revision, ...words },
      },
      {
        ...{ actorId: null, defaultAssigneeId: facts.sequence.snapshot.defaultAssigneeId },
        ...{ defaultApproverId: maestro.config.defaultApproverId, now },
      },
    );
  });

/** So that nobody takes the runs for lost while they stand in line. */
const comeLater = gather(
  (accountId: AccountId, runs: (Composing & { until: Date })[]) =>
    withAccountSql(accountId, async (tx) => {
      const ids = runs.map(({ enrollmentId }) => enrollmentId);
      await tx`select from enrollments where id = any(${ids}) order by id for update`;
      await tx`
        update enrollments e set next_action_at = r.until
        from jsonb_to_recordset(${JSON.stringify(runs)}::text::jsonb) as r(
          "enrollmentId" uuid, driver int, until timestamptz)
        where e.id = any(${ids}) and e.id = r."enrollmentId" and e.driver = r.driver and e.status = 'active'
          and e.next_because = 'draft_needed'`;
      return runs.map(() => null);
    }),
  { maxItems: 100, maxBatches: 2 },
);
