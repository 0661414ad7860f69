import { describe, expect, it } from "vitest";
import { makeMember, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { pauseEnrollments, stopEnrollments } from "@/lib/enrollments/control";
import { advance } from "./advance";
import { clockAt, DAY, later, MINUTE, NOW, startRun } from "./fixtures/arrange";
import { relayOutbox } from "./relay";
import { sweep } from "./sweep";

const database = useTestDatabase();
type Started = Awaited<ReturnType<typeof startRun>>;

const eventsOf = (enrollmentId: string) => database.sql`
  select event_id, name, data from outbox where data->>'enrollmentId' = ${enrollmentId} order by seq`;
const forgetEvents = (enrollmentId: string) =>
  database.sql`delete from outbox where data->>'enrollmentId' = ${enrollmentId}`;
/** A run whose first step was claimed by a worker that died before the provider answered. */
async function claimedAndLost(over: Parameters<typeof startRun>[0] = {}): Promise<Started> {
  const started = await startRun(over);
  await advance(started.run, clockAt(NOW));
  await database.sql`
    update messages set status = 'claimed', sent_at = null, claimed_at = ${NOW}
    where enrollment_id = ${started.enrollmentId}`;
  await database.sql`
    update enrollments set step_id = ${started.sequence.snapshot.steps[0]?.id ?? null}, last_sent_at = null,
      next_action_at = ${NOW} where id = ${started.enrollmentId}`;
  await forgetEvents(started.enrollmentId);
  return started;
}

describe("a run that is overdue because its durable run was lost", () => {
  it("is restarted exactly once, and the old durable run leaves", async () => {
    const { enrollmentId, run } = await startRun();
    await forgetEvents(enrollmentId);
    await sweep(later(14 * MINUTE));
    expect(await eventsOf(enrollmentId)).toEqual([]);
    await Promise.all([sweep(later(16 * MINUTE)), sweep(later(16 * MINUTE)), sweep(later(17 * MINUTE))]);
    expect(await eventsOf(enrollmentId)).toMatchObject([
      { event_id: `start:${enrollmentId}:2`, name: "enrollment/started", data: { driver: 2 } },
    ]);
    const leaving = { kind: "end", reason: "handed_over" };
    expect(await advance(run, clockAt(later(18 * MINUTE)))).toEqual(leaving);
    await advance({ ...run, driver: 2 }, clockAt(later(18 * MINUTE)));
    const sent = await database.sql`select status from messages where enrollment_id = ${enrollmentId}`;
    expect(sent).toEqual([{ status: "sent" }]);
  });

  it("is restarted when it is paused until a moment that has passed, and not when until further notice", async () => {
    const [until, forever] = [await startRun(), await startRun()];
    for (const [started, moment] of [
      [until, later(DAY)],
      [forever, undefined],
    ] as const) {
      const actorId = await makeMember(started.accountId);
      const ids = [started.enrollmentId];
      await pauseEnrollments(started.accountId, { ids, actorId, now: NOW, ...(moment && { until: moment }) });
      await forgetEvents(started.enrollmentId);
    }
    await sweep(later(DAY));
    expect(await eventsOf(until.enrollmentId)).toEqual([]);
    await sweep(later(DAY + 16 * MINUTE));
    expect(await eventsOf(until.enrollmentId)).toMatchObject([{ name: "enrollment/started" }]);
    expect(await eventsOf(forever.enrollmentId)).toEqual([]);
  });

  it("is left alone while it waits for a step that is not due", async () => {
    const { enrollmentId, run } = await startRun({
      steps: [makeStep({ wait: { amount: 3, unit: "days" } })],
    });
    await advance(run, clockAt(NOW));
    await forgetEvents(enrollmentId);
    await sweep(later(2 * DAY));
    expect(await eventsOf(enrollmentId)).toEqual([]);
  });
});

describe("a send that was claimed and never finished", () => {
  it("wakes its run, which calls it unknown and goes on", async () => {
    const { enrollmentId, run } = await claimedAndLost();
    await sweep(later(4 * MINUTE));
    expect(await eventsOf(enrollmentId)).toEqual([]);
    await sweep(later(6 * MINUTE));
    expect(await eventsOf(enrollmentId)).toMatchObject([{ name: "enrollment/woken" }]);
    expect(await advance(run, clockAt(later(6 * MINUTE)))).toMatchObject({ kind: "wait" });
    const sent = await database.sql`select status from messages where enrollment_id = ${enrollmentId}`;
    expect(sent).toEqual([{ status: "unknown" }]);
  });

  it("of a run that ended meanwhile is called unknown, once, and wakes nobody", async () => {
    const { accountId, enrollmentId } = await claimedAndLost();
    const actorId = await makeMember(accountId);
    await stopEnrollments(accountId, { ids: [enrollmentId], actorId, now: later(MINUTE) });
    await forgetEvents(enrollmentId);
    await sweep(later(6 * MINUTE));
    await sweep(later(7 * MINUTE));
    const [sent] =
      await database.sql`select status, error_code from messages where enrollment_id = ${enrollmentId}`;
    expect(sent).toEqual({ status: "unknown", error_code: "outcome_unknown" });
    const told = await database.sql`
      select kind from ledger where enrollment_id = ${enrollmentId} and kind = 'unknown'`;
    expect(told).toHaveLength(1);
    expect(await eventsOf(enrollmentId)).toEqual([]);
  });
});

describe("relaying the outbox", () => {
  it("hands the same events over again when the process dies before its commit, and loses none", async () => {
    await database.sql`delete from outbox`;
    const { enrollmentId } = await startRun();
    const taken: string[] = [];
    const dying = relayOutbox(async (events) => {
      taken.push(...events.map((event) => event.id));
      throw new Error("killed");
    });
    await expect(dying).rejects.toThrow("killed");
    expect(await relayOutbox(async (events) => void taken.push(...events.map((event) => event.id)))).toBe(1);
    expect(taken).toEqual([`start:${enrollmentId}:1`, `start:${enrollmentId}:1`]);
    expect(await relayOutbox(async () => {})).toBe(0);
  });

  it("by two workers at once hands every event to one of them", async () => {
    await database.sql`delete from outbox`;
    for (let i = 0; i < 10; i++) await startRun();
    const taken: string[] = [];
    const relay = async () => {
      while ((await relayOutbox(async (events) => void taken.push(...events.map((event) => event.id)))) > 0);
    };
    await Promise.all([relay(), relay(), relay()]);
    expect(new Set(taken).size).toBe(10);
    expect(taken).toHaveLength(10);
  });
});
