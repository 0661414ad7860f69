import { beforeAll, describe, expect, it } from "vitest";
import { makeMember, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { advance } from "@/lib/engine/advance";
import { clockAt, DAY, later, MINUTE, NOW, startRun } from "@/lib/engine/fixtures/arrange";
import { moveEnrollments, pauseEnrollments, rescheduleEnrollments, stopEnrollments } from "./control";

const database = useTestDatabase();
let actorId: string;

beforeAll(async () => {
  actorId = await makeMember((await startRun()).accountId);
});

const steps = () => [
  makeStep(),
  makeStep({ wait: { amount: 2, unit: "days" } }),
  makeStep({ wait: { amount: 1, unit: "days" } }),
];
const who = (enrollmentId: string, now = NOW) => ({ ids: [enrollmentId], actorId, now });
const runOf = async (id: string) => (await database.sql`select * from enrollments where id = ${id}`)[0];
const sends = async (id: string) =>
  (
    await database.sql`select step_id from messages where enrollment_id = ${id} and status = 'sent' order by sent_at, id`
  ).map((row) => row.step_id);
const lastTold = async (id: string) =>
  (
    await database.sql`
      select kind, actor_id, because from ledger where enrollment_id = ${id} and actor_id is not null order by id desc`
  )[0];

async function started() {
  const run = await startRun({ steps: steps() });
  const [first, second, third] = run.sequence.snapshot.steps.map((step) => step.id) as [
    string,
    string,
    string,
  ];
  return { ...run, first, second, third };
}

describe("moving a run to another step", () => {
  it("forward goes on there after the step's own wait, and what lies between is never sent", async () => {
    const { accountId, enrollmentId, run, first, third } = await started();
    await advance(run, clockAt(NOW));
    await moveEnrollments(accountId, { ...who(enrollmentId, later(MINUTE)), stepId: third });
    const turn = await advance(run, clockAt(later(MINUTE)));
    expect(turn).toEqual({ kind: "wait", until: later(MINUTE + DAY).toISOString() });
    await advance(run, clockAt(later(MINUTE + DAY)));
    expect(await sends(enrollmentId)).toEqual([first, third]);
    expect(await lastTold(enrollmentId)).toMatchObject({
      kind: "moved",
      actor_id: actorId,
      because: { code: "moved_to_step", data: { fromStep: 2, toStep: 3 } },
    });
  });

  it("back sends what went out before once more, and replies count from then on", async () => {
    const { accountId, enrollmentId, run, first, second } = await started();
    await advance(run, clockAt(NOW));
    await moveEnrollments(accountId, { ...who(enrollmentId, later(MINUTE)), stepId: first });
    expect(await runOf(enrollmentId)).toMatchObject({ step_epoch: 1, replies_from: later(MINUTE) });
    await Promise.all(Array.from({ length: 3 }, () => advance(run, clockAt(later(MINUTE)))));
    await advance(run, clockAt(later(MINUTE + 2 * DAY)));
    expect(await sends(enrollmentId)).toEqual([first, first, second]);
  });

  it("leaves a paused run paused, and does nothing to an ended one or to a step that it does not have", async () => {
    const { accountId, enrollmentId, third } = await started();
    await pauseEnrollments(accountId, who(enrollmentId));
    expect(await moveEnrollments(accountId, { ...who(enrollmentId), stepId: actorId })).toEqual({
      changed: [],
      actId: null,
    });
    await moveEnrollments(accountId, { ...who(enrollmentId), stepId: third });
    expect(await runOf(enrollmentId)).toMatchObject({ status: "paused", step_id: third });
    await stopEnrollments(accountId, who(enrollmentId));
    expect(await moveEnrollments(accountId, { ...who(enrollmentId), stepId: third })).toMatchObject({
      changed: [],
    });
  });

  it("leaves runs of another account alone", async () => {
    const [own, theirs] = [await started(), await started()];
    const before = await runOf(theirs.enrollmentId);
    for (const act of [
      moveEnrollments(own.accountId, { ...who(theirs.enrollmentId), stepId: theirs.third }),
      rescheduleEnrollments(own.accountId, { ...who(theirs.enrollmentId), at: later(DAY) }),
    ]) {
      expect(await act).toEqual({ changed: [], actId: null });
    }
    expect(await runOf(theirs.enrollmentId)).toEqual(before);
  });

  it("raced by the send of the step, sends it once for each round", async () => {
    for (let round = 0; round < 6; round++) {
      const { accountId, enrollmentId, run, first } = await started();
      await Promise.all([
        advance(run, clockAt(NOW)),
        moveEnrollments(accountId, { ...who(enrollmentId), stepId: first }),
        advance(run, clockAt(NOW)),
      ]);
      await advance(run, clockAt(later(MINUTE)));
      const rounds = await database.sql`
        select step_epoch, count(*)::int as sent from messages
        where enrollment_id = ${enrollmentId} and step_id = ${first} and status = 'sent' group by step_epoch`;
      for (const { sent } of rounds) expect(sent).toBe(1);
      expect(rounds.map((row) => row.step_epoch)).toContain(1);
    }
  });
});

describe("rescheduling a run", () => {
  it("replaces the wait of the next step, once", async () => {
    const { accountId, enrollmentId, run, first, second } = await started();
    await advance(run, clockAt(NOW));
    const at = later(3 * DAY);
    await rescheduleEnrollments(accountId, { ...who(enrollmentId), at });
    expect(await advance(run, clockAt(later(2 * DAY)))).toEqual({ kind: "wait", until: at.toISOString() });
    expect(await advance(run, clockAt(at))).toEqual({ kind: "wait", until: later(4 * DAY).toISOString() });
    expect(await sends(enrollmentId)).toEqual([first, second]);
    expect(await lastTold(enrollmentId)).toMatchObject({
      kind: "rescheduled",
      because: { code: "rescheduled_to", data: { until: at.toISOString() } },
    });
  });

  it.each([
    ["the past", -1, "moment_past"],
    ["two years ahead", 730 * DAY, "moment_too_far"],
  ])("refuses %s", async (_, ms, message) => {
    const { accountId, enrollmentId } = await started();
    await expect(
      rescheduleEnrollments(accountId, { ...who(enrollmentId), at: later(ms) }),
    ).rejects.toMatchObject({
      code: "invalid",
      message,
    });
    await expect(
      pauseEnrollments(accountId, { ...who(enrollmentId), until: later(ms) }),
    ).rejects.toMatchObject({
      message,
    });
    expect((await runOf(enrollmentId))?.epoch).toBe(0);
  });
});
