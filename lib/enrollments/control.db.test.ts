import { beforeAll, describe, expect, it } from "vitest";
import { makeMember, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { advance } from "@/lib/engine/advance";
import { clockAt, DAY, later, MINUTE, NOW, startRun } from "@/lib/engine/fixtures/arrange";
import { pauseEnrollments, resumeEnrollments, sendNow, stopEnrollments } from "./control";

const database = useTestDatabase();
let actorId: string;

beforeAll(async () => {
  actorId = await makeMember((await startRun()).accountId);
});

const act = (enrollmentId: string, now = NOW) => ({ ids: [enrollmentId], actorId, now });
const runOf = async (id: string) => (await database.sql`select * from enrollments where id = ${id}`)[0];
const sends = (id: string) => database.sql`select status from messages where enrollment_id = ${id}`;
const eventsOf = async (id: string) =>
  (await database.sql`select name from outbox where data->>'enrollmentId' = ${id} order by seq`).map(
    (row) => row.name,
  );
const storyOf = async (id: string) =>
  (
    await database.sql`select kind, actor_id from ledger where enrollment_id = ${id} and actor_id is not null order by id`
  ).map((row) => row.kind);

describe("what a person does to a run", () => {
  it("stop ends it, tells the ledger and cancels the durable run; a second stop changes nothing", async () => {
    const { accountId, enrollmentId, run } = await startRun();
    expect(await stopEnrollments(accountId, act(enrollmentId))).toMatchObject({ changed: [enrollmentId] });
    expect(await stopEnrollments(accountId, act(enrollmentId))).toMatchObject({ changed: [] });
    expect(await runOf(enrollmentId)).toMatchObject({ status: "ended", end_reason: "stopped", epoch: 1 });
    expect(await storyOf(enrollmentId)).toEqual(["ended"]);
    expect(await eventsOf(enrollmentId)).toEqual(["enrollment/started", "enrollment/ended"]);
    expect(await advance(run, clockAt(later(DAY)))).toMatchObject({ kind: "end", reason: "stopped" });
    expect(await sends(enrollmentId)).toHaveLength(0);
  });

  it("pause holds the due step and resume sends it once", async () => {
    const { accountId, enrollmentId, run } = await startRun();
    await pauseEnrollments(accountId, act(enrollmentId));
    expect(await advance(run, clockAt(later(DAY)))).toMatchObject({ kind: "wait" });
    expect(await sends(enrollmentId)).toHaveLength(0);
    expect(await resumeEnrollments(accountId, act(enrollmentId, later(DAY)))).toMatchObject({
      changed: [enrollmentId],
    });
    await Promise.all(Array.from({ length: 5 }, () => advance(run, clockAt(later(DAY)))));
    expect(await sends(enrollmentId)).toEqual([{ status: "sent" }]);
    expect(await storyOf(enrollmentId)).toEqual(["paused", "resumed"]);
    expect(await eventsOf(enrollmentId)).toEqual([
      "enrollment/started",
      "enrollment/woken",
      "enrollment/woken",
    ]);
  });

  it("pause until a moment goes on by itself at that moment", async () => {
    const { accountId, enrollmentId, run } = await startRun();
    const until = later(DAY);
    await pauseEnrollments(accountId, { ...act(enrollmentId), until });
    expect(await advance(run, clockAt(NOW))).toEqual({ kind: "wait", until: until.toISOString() });
    await advance(run, clockAt(until));
    expect(await runOf(enrollmentId)).toMatchObject({ status: "active", paused_until: null });
    expect(await sends(enrollmentId)).toEqual([{ status: "sent" }]);
  });

  it("pause until a moment keeps to what the provider asked for, and to a send that is under way", async () => {
    for (const [status, retryAt] of [
      ["scheduled", later(2 * DAY)],
      ["claimed", null],
    ] as const) {
      const { accountId, enrollmentId, run, contact, sequence } = await startRun();
      await database.sql`
        insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, attempts, claimed_at,
          retry_at)
        values (${accountId}, ${enrollmentId}, ${contact.id}, ${sequence.snapshot.steps[0]?.id ?? null}, 0, ${status}, 1,
          ${later(DAY)}, ${retryAt})`;
      await pauseEnrollments(accountId, { ...act(enrollmentId), until: later(DAY) });
      const until = retryAt ?? later(DAY + 2 * MINUTE);
      expect(await advance(run, clockAt(later(DAY)))).toMatchObject({
        kind: "wait",
        until: until.toISOString(),
      });
      expect(await sends(enrollmentId)).toEqual([{ status }]);
    }
  });

  it("send now replaces the wait of the next step, once", async () => {
    const { accountId, enrollmentId, run } = await startRun({
      steps: [
        makeStep({ wait: { amount: 3, unit: "days" } }),
        makeStep({ wait: { amount: 3, unit: "days" } }),
      ],
    });
    await advance(run, clockAt(NOW));
    await sendNow(accountId, act(enrollmentId, later(MINUTE)));
    const next = await advance(run, clockAt(later(MINUTE)));
    expect(await sends(enrollmentId)).toEqual([{ status: "sent" }]);
    // The step after it has its own wait again.
    expect(next).toEqual({ kind: "wait", until: later(MINUTE + 3 * DAY).toISOString() });
  });

  it("send now keeps to quiet hours", async () => {
    const mornings = Array.from({ length: 7 }, () => [{ from: "09:00", to: "11:00" }]);
    // NOW is noon in São Paulo.
    const { accountId, enrollmentId, run } = await startRun({
      settings: { sendingHours: mornings },
      steps: [makeStep({ wait: { amount: 3, unit: "days" } })],
    });
    await sendNow(accountId, act(enrollmentId));
    const turn = await advance(run, clockAt(NOW));
    expect(turn.kind).toBe("wait");
    expect(await sends(enrollmentId)).toHaveLength(0);
    expect((await runOf(enrollmentId))?.next_because).toBe("quiet_hours");
    const opening = turn.kind === "wait" ? new Date(turn.until) : NOW;
    expect(opening.getTime()).toBeGreaterThanOrEqual(Date.parse("2026-03-11T12:00:00Z"));
    await advance(run, clockAt(opening));
    expect(await sends(enrollmentId)).toEqual([{ status: "sent" }]);
  });

  it("a rule does the same, and the timeline names nobody", async () => {
    const { accountId, enrollmentId } = await startRun();
    const byRule = { ids: [enrollmentId], actorId: null, now: later(MINUTE) };
    await pauseEnrollments(accountId, byRule);
    await resumeEnrollments(accountId, byRule);
    await stopEnrollments(accountId, byRule);
    const told = await database.sql`
      select kind, actor_id, because->>'code' as code from ledger where enrollment_id = ${enrollmentId} order by id`;
    expect(told.slice(1)).toEqual([
      { kind: "paused", actor_id: null, code: "paused_by_rule" },
      { kind: "resumed", actor_id: null, code: "resumed_by_rule" },
      { kind: "ended", actor_id: null, code: "stopped_by_rule" },
    ]);
  });

  it("resume answers what the contact said before: replies count from then on", async () => {
    const { accountId, enrollmentId } = await startRun();
    await pauseEnrollments(accountId, act(enrollmentId));
    expect(await runOf(enrollmentId)).toMatchObject({ replies_from: null });
    await resumeEnrollments(accountId, act(enrollmentId, later(MINUTE)));
    expect(await runOf(enrollmentId)).toMatchObject({ replies_from: later(MINUTE) });
  });

  it("does nothing to runs to which it does not apply", async () => {
    const { accountId, enrollmentId } = await startRun();
    expect(await resumeEnrollments(accountId, act(enrollmentId))).toMatchObject({ changed: [] });
    await pauseEnrollments(accountId, act(enrollmentId));
    expect(await pauseEnrollments(accountId, act(enrollmentId))).toMatchObject({ changed: [] });
    expect(await sendNow(accountId, act(enrollmentId))).toMatchObject({ changed: [] });
    await stopEnrollments(accountId, act(enrollmentId));
    for (const change of [pauseEnrollments, resumeEnrollments, sendNow]) {
      expect(await change(accountId, act(enrollmentId))).toMatchObject({ changed: [] });
    }
    expect((await runOf(enrollmentId))?.epoch).toBe(2);
  });

  it.each([
    ["stop", stopEnrollments],
    ["pause", pauseEnrollments],
    ["resume", resumeEnrollments],
    ["send now", sendNow],
  ])("ignores runs of another account: %s", async (_, change) => {
    const [own, theirs] = [await startRun(), await startRun()];
    const before = await runOf(theirs.enrollmentId);
    const ids = [theirs.enrollmentId];
    expect(await change(own.accountId, { ids, actorId, now: NOW })).toMatchObject({ changed: [] });
    expect(await runOf(theirs.enrollmentId)).toEqual(before);
    expect(await eventsOf(theirs.enrollmentId)).toEqual(["enrollment/started"]);
  });

  it("many runs in opposite orders at once, nobody waits in a circle", async () => {
    const started = await startRun();
    const others = await database.sql<{ id: string }[]>`
      with people as (
        insert into contacts (account_id, name) select ${started.accountId}::uuid, 'Ana' from generate_series(1, 300)
        returning id)
      insert into enrollments (account_id, sequence_id, version_id, contact_id, step_id)
      select ${started.accountId}::uuid, ${started.sequence.sequenceId}::uuid, ${started.sequence.versionId}::uuid, id,
        ${started.sequence.snapshot.steps[0]?.id ?? null}::uuid from people returning id`;
    const ids = others.map((row) => row.id);
    const { accountId } = started;
    await Promise.all([
      pauseEnrollments(accountId, { ids, actorId, now: NOW }),
      sendNow(accountId, { ids: ids.toReversed(), actorId, now: NOW }),
      resumeEnrollments(accountId, { ids, actorId, now: NOW }),
      stopEnrollments(accountId, { ids: ids.toReversed(), actorId, now: NOW }),
    ]);
    const [left] = await database.sql`
      select count(*)::int as live from enrollments where id = any(${ids}) and status <> 'ended'`;
    expect(left).toEqual({ live: 0 });
  });
});
