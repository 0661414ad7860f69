import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeMember, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { DAY, later, MINUTE, messageFrom, NOW, startRun } from "@/lib/engine/fixtures/arrange";
import { recordContactEvent } from "@/lib/engine/goal";
import { receive } from "@/lib/engine/receive";
import { relayOutbox } from "@/lib/engine/relay";
import { sweep } from "@/lib/engine/sweep";
import { pauseEnrollments, resumeEnrollments, sendNow, stopEnrollments } from "@/lib/enrollments/control";
import { inngest } from "../client";
import { createExecutor, type Executor } from "../embedded/executor";
import { closeExecutorSql, executorSql } from "../executor-sql";
import { runEnrollment } from "./run-enrollment";

const database = useTestDatabase();
let executor: Executor;

/** One clock for the engine, the executor and the events; timers stay real. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  executor = createExecutor({
    sql: executorSql(),
    client: inngest,
    functions: [runEnrollment],
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
/** The next moments at which something is due, up to the given one. */
async function workUntil(end: Date): Promise<void> {
  for (let due = await work(); due && due <= end; due = await work()) vi.setSystemTime(due);
  vi.setSystemTime(end);
  await work();
}

const sends = async (id: string) =>
  (
    await database.sql`select sent_at from messages where enrollment_id = ${id} and status >= 'sent' order by sent_at`
  ).map((row) => (row.sent_at.getTime() - NOW.getTime()) / DAY);
const runOf = async (id: string) =>
  (await database.sql`select status, end_reason, driver from enrollments where id = ${id}`)[0];
/** Durable runs of an enrollment by their state: 0 is open, 1 finished, 2 failed, 3 cancelled. */
const durable = async (id: string) =>
  (
    await database.sql<{ status: number }[]>`
      select status from executor.run where event->'data'->>'enrollmentId' = ${id} order by id`
  ).map((row) => row.status);
const [OPEN, FINISHED, CANCELLED] = [0, 1, 3];

const daily = (count: number) =>
  Array.from({ length: count }, (_, i) => makeStep({ wait: { amount: i === 0 ? 0 : 1, unit: "days" } }));

describe("the durable run of an enrollment", () => {
  it("sends each step at its moment and finishes after the last", async () => {
    const { enrollmentId } = await startRun({ steps: daily(3) });
    await work();
    expect(await sends(enrollmentId)).toEqual([0]);
    await workUntil(later(DAY - 1000));
    expect(await sends(enrollmentId)).toEqual([0]);
    await workUntil(later(3 * DAY));
    expect(await sends(enrollmentId)).toEqual([0, 1, 2]);
    expect(await runOf(enrollmentId)).toMatchObject({ status: "ended", end_reason: "completed" });
    expect(await durable(enrollmentId)).toEqual([FINISHED]);
  });

  it.each([
    ["a reply", "replied"],
    ["an opt-out", "opted_out"],
    ["a goal", "goal_reached"],
    ["a person's stop", "stopped"],
  ])("is cancelled while it sleeps by %s", async (what, reason) => {
    const started = await startRun({ steps: daily(2), goal: { event: "paid" } });
    const { accountId, enrollmentId, contact, inbox } = started;
    await work();
    vi.setSystemTime(later(MINUTE));
    const now = later(MINUTE);
    const say = (text: string) =>
      receive(accountId, { inboxId: inbox.id, events: [messageFrom(contact.phone, { text, at: now })], now });
    if (what === "a reply") await say("Yes!");
    else if (what === "an opt-out") await say("STOP");
    else if (what === "a goal") {
      await recordContactEvent(accountId, {
        contactId: contact.id,
        name: "paid",
        dedupeKey: "1",
        data: {},
        now,
      });
    } else
      await stopEnrollments(accountId, { ids: [enrollmentId], actorId: await makeMember(accountId), now });
    await work();
    expect(await durable(enrollmentId)).toEqual([CANCELLED]);
    await workUntil(later(3 * DAY));
    expect(await sends(enrollmentId)).toEqual([0]);
    expect(await runOf(enrollmentId)).toMatchObject({ status: "ended", end_reason: reason });
  });

  it("sends nothing although it was never told of a reply, because it looks before it sends", async () => {
    const { accountId, enrollmentId, contact, inbox } = await startRun({ steps: daily(2) });
    await work();
    const now = later(MINUTE);
    await receive(accountId, { inboxId: inbox.id, events: [messageFrom(contact.phone, { at: now })], now });
    await database.sql`delete from outbox`;
    await workUntil(later(2 * DAY));
    expect(await sends(enrollmentId)).toEqual([0]);
    expect(await durable(enrollmentId)).toEqual([FINISHED]);
  });

  it("sleeps through a pause and wakes on resume", async () => {
    const { accountId, enrollmentId } = await startRun({ steps: daily(2) });
    const actorId = await makeMember(accountId);
    await work();
    await pauseEnrollments(accountId, { ids: [enrollmentId], actorId, now: NOW });
    await workUntil(later(5 * DAY));
    expect(await sends(enrollmentId)).toEqual([0]);
    await resumeEnrollments(accountId, { ids: [enrollmentId], actorId, now: later(5 * DAY) });
    await work();
    expect(await sends(enrollmentId)).toEqual([0, 5]);
    expect(await durable(enrollmentId)).toEqual([FINISHED]);
  });

  it("wakes on send now", async () => {
    const { accountId, enrollmentId } = await startRun({ steps: daily(2) });
    await work();
    vi.setSystemTime(later(DAY / 4));
    const actorId = await makeMember(accountId);
    await sendNow(accountId, { ids: [enrollmentId], actorId, now: later(DAY / 4) });
    await work();
    expect(await sends(enrollmentId)).toEqual([0, 0.25]);
  });

  it("hands a long enrollment over to the next durable run, which goes on where it was", async () => {
    const { enrollmentId } = await startRun({ steps: daily(20) });
    await workUntil(later(20 * DAY));
    expect(await sends(enrollmentId)).toEqual(Array.from({ length: 20 }, (_, day) => day));
    expect(await runOf(enrollmentId)).toMatchObject({ end_reason: "completed", driver: 2 });
    expect(await durable(enrollmentId)).toEqual([FINISHED, FINISHED]);
  });

  it("is cancelled by its enrollment's end and by no other", async () => {
    const [one, two] = [await startRun({ steps: daily(2) }), await startRun({ steps: daily(2) })];
    await work();
    const actorId = await makeMember(one.accountId);
    await stopEnrollments(one.accountId, { ids: [one.enrollmentId], actorId, now: NOW });
    await work();
    expect([await durable(one.enrollmentId), await durable(two.enrollmentId)]).toEqual([[CANCELLED], [OPEN]]);
  });

  it("is started once when its event is relayed again after a crash", async () => {
    const { enrollmentId } = await startRun({ steps: daily(2) });
    const dying = relayOutbox(async (events) => {
      await inngest.send(events);
      throw new Error("killed before the commit");
    });
    await expect(dying).rejects.toThrow("killed");
    await workUntil(later(2 * DAY));
    expect(await durable(enrollmentId)).toEqual([FINISHED]);
    expect(await sends(enrollmentId)).toEqual([0, 1]);
  });

  it("that was lost is replaced by the sweep, and the enrollment goes on without a second send", async () => {
    const { enrollmentId } = await startRun({ steps: daily(3) });
    await work();
    await database.sql`
      delete from executor.wake where run_id in (
        select id from executor.run where event->'data'->>'enrollmentId' = ${enrollmentId})`;
    await workUntil(later(2 * DAY));
    expect(await sends(enrollmentId)).toEqual([0]);
    await sweep(later(2 * DAY));
    await workUntil(later(4 * DAY));
    expect(await sends(enrollmentId)).toEqual([0, 2, 3]);
    expect(await runOf(enrollmentId)).toMatchObject({ end_reason: "completed", driver: 2 });
  });

  it("of an enrollment that two durable runs drive at once sends each step once", async () => {
    const { accountId, enrollmentId } = await startRun({ steps: daily(3) });
    await work();
    await inngest.send({
      id: "a-second-driver",
      name: "enrollment/started",
      data: { accountId, enrollmentId, driver: 1 },
    });
    await workUntil(later(3 * DAY));
    expect(await sends(enrollmentId)).toEqual([0, 1, 2]);
    expect(await durable(enrollmentId)).toEqual([FINISHED, FINISHED]);
  });
});
