import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeMember, makeSnapshot, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { DAY, later, NOW, startRun } from "@/lib/engine/fixtures/arrange";
import { relayOutbox } from "@/lib/engine/relay";
import { sweep } from "@/lib/engine/sweep";
import { saveDraft } from "@/lib/sequences/mutations";
import { cancelMove } from "@/lib/versions/mutations";
import { publishSequence } from "@/lib/versions/publish";
import { inngest } from "../client";
import { createExecutor, type Executor } from "../embedded/executor";
import { closeExecutorSql, executorSql } from "../executor-sql";
import { moveRuns } from "./move-runs";
import { runEnrollment } from "./run-enrollment";

const database = useTestDatabase();
let executor: Executor;

/** One clock for the engine, the executor and the events; timers stay real. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  executor = createExecutor({
    sql: executorSql(),
    client: inngest,
    functions: [runEnrollment, moveRuns],
    clock: Date.now,
  });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(closeExecutorSql);

/** What the worker does: relays the outbox and runs what is due, until there is nothing left at this moment. */
async function work(): Promise<Date | null> {
  for (;;) {
    const relayed = await relayOutbox((events) => inngest.send(events));
    const { nextDueAt } = await executor.runUntilIdle();
    const [left] = await database.sql`select from outbox limit 1`;
    if (relayed === 0 && !left) return nextDueAt;
  }
}
async function workUntil(end: Date): Promise<void> {
  for (let due = await work(); due && due <= end; due = await work()) vi.setSystemTime(due);
  vi.setSystemTime(end);
  await work();
}

/** A run that has sent the first of two daily steps, and a second version whose words are new. */
async function published() {
  const steps = [makeStep(), makeStep({ wait: { amount: 1, unit: "days" } })];
  const run = await startRun({ steps });
  const { accountId, sequence } = run;
  await work();
  const actorId = await makeMember(accountId);
  const { sequenceId, versionId } = sequence;
  const draft = makeSnapshot({
    steps: steps.map((step) => ({ ...step, content: { type: "text", text: "New" } })),
  });
  await saveDraft(accountId, { sequenceId, draft, draftRevision: 0, now: NOW });
  const { move } = await publishSequence(accountId, {
    ...{ sequenceId, draftRevision: 1, note: "", actorId, now: NOW },
    choices: [{ versionId, stepId: steps[1]?.id ?? null, act: "move" }],
  });
  return { ...run, moveId: move?.id ?? "" };
}

const textsOf = async (enrollmentId: string) =>
  (
    await database.sql`
      select content->>'text' as text from messages where enrollment_id = ${enrollmentId} order by sent_at`
  ).map((row) => row.text);
const statusOf = async (moveId: string) =>
  (await database.sql`select status, moved from version_moves where id = ${moveId}`)[0];
/** Durable runs of a move by their state: 1 is finished. */
const durable = async (moveId: string) =>
  (
    await database.sql<{ status: number }[]>`
      select status from executor.run where event->'data'->>'moveId' = ${moveId} order by id`
  ).map((row) => row.status);

describe("the durable run of a move", () => {
  it("waits out the grace, moves, and the moved runs send the new words", async () => {
    const { enrollmentId, moveId } = await published();
    await workUntil(later(14_000));
    expect(await statusOf(moveId)).toEqual({ status: "waiting", moved: 0 });
    await workUntil(later(15_000));
    expect(await statusOf(moveId)).toEqual({ status: "done", moved: 1 });
    expect(await durable(moveId)).toEqual([1]);
    await workUntil(later(DAY));
    expect(await textsOf(enrollmentId)).toEqual(["Hi Ana", "New"]);
  });

  it("does nothing when it was taken back in the grace", async () => {
    const { accountId, enrollmentId, moveId } = await published();
    await cancelMove(accountId, { moveId, now: later(10_000) });
    await workUntil(later(DAY));
    expect(await statusOf(moveId)).toEqual({ status: "canceled", moved: 0 });
    expect(await durable(moveId)).toEqual([1]);
    expect(await textsOf(enrollmentId)).toEqual(["Hi Ana", "Hi Ana"]);
  });

  it("goes on in a fresh run when it is long, and moves everybody once", async () => {
    const { accountId, sequence, moveId } = await published();
    // 21 batches of 500: one more than a durable run takes on.
    await database.sql`
      with people as (
        insert into contacts (account_id, name) select ${accountId}, 'Bia' from generate_series(1, 10400) returning id)
      insert into enrollments (account_id, sequence_id, version_id, contact_id, step_id, status)
      select ${accountId}, ${sequence.sequenceId}, ${sequence.versionId}, id, ${sequence.snapshot.steps[1]?.id ?? null},
        'paused' from people`;
    await database.sql`update version_moves set total = 10401 where id = ${moveId}`;
    vi.setSystemTime(later(15_000));
    // Their runs are paused and have no durable run: only the move itself works here.
    await workUntil(later(16_000));
    expect(await statusOf(moveId)).toEqual({ status: "done", moved: 10_401 });
    expect(await durable(moveId)).toEqual([1, 1]);
  });

  it("that was lost is begun again by the sweep", async () => {
    const { moveId } = await published();
    await database.sql`delete from outbox`;
    await workUntil(later(700_000));
    expect(await statusOf(moveId)).toMatchObject({ status: "waiting" });
    await sweep(later(700_000));
    await work();
    expect(await statusOf(moveId)).toEqual({ status: "done", moved: 1 });
  });
});
