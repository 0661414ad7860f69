import { beforeEach, describe, expect, it } from "vitest";
import { makeContact } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { Step } from "@/lib/core/model";
import { pauseEnrollments, stopEnrollments } from "@/lib/enrollments/control";
import { enroll } from "@/lib/enrollments/mutations";
import { advance } from "./advance";
import { clockAt, DAY, later, MINUTE, NOW } from "./fixtures/arrange";
import { choose, GRACE, idOf, reworded, type Started, stepsOf, useMoves } from "./fixtures/moves";

const database = useTestDatabase();
const { started, publish, carryOut, runOf, moveOf, told, sentTo, actorId } = useMoves(database);

describe("people in flight when a version is published", () => {
  let run: Started;
  beforeEach(async () => {
    run = await started();
  });

  it("finish on the old version unless somebody chooses otherwise, and then nothing is planned", async () => {
    const { move } = await publish(run, reworded(stepsOf(run)), [choose(run, "finish")]);
    expect(move).toBeNull();
    await advance(run.run, clockAt(later(DAY)));
    expect((await runOf(run.enrollmentId))?.versionId).toBe(run.sequence.versionId);
    expect(await sentTo(run.enrollmentId)).toEqual(["Hi Ana", "Hi Ana"]);
  });

  it("move to the matching step and read the new words there", async () => {
    const { versionId, moveId } = await publish(run, reworded(stepsOf(run)), [choose(run, "move")]);
    expect(await carryOut(run, moveId)).toMatchObject([{ kind: "more" }, { kind: "done" }]);
    expect(await runOf(run.enrollmentId)).toMatchObject({
      ...{ versionId, stepId: idOf(stepsOf(run), 1), stepEpoch: 0, status: "active" },
    });
    expect(await told(run.enrollmentId, "moved")).toEqual([
      {
        stepId: idOf(stepsOf(run), 1),
        actorId: actorId(),
        because: {
          code: "moved_to_version",
          data: { fromVersion: 1, toVersion: 2, fromStep: 2, toStep: 2 },
        },
      },
    ]);
    expect(await moveOf(moveId)).toEqual({ status: "done", total: 1, moved: 1, exited: 0, passedOver: 0 });
    await advance(run.run, clockAt(later(DAY / 2)));
    expect(await sentTo(run.enrollmentId)).toEqual(["Hi Ana"]);
    await advance(run.run, clockAt(later(DAY)));
    expect(await sentTo(run.enrollmentId)).toEqual(["Hi Ana", "New words"]);
  });

  it("wake after the move, so that a nearer date is kept", async () => {
    const { moveId } = await publish(run, reworded(stepsOf(run)), [choose(run, "move")]);
    await carryOut(run, moveId);
    const { epoch } = (await runOf(run.enrollmentId)) ?? {};
    const events = await database.sql`
      select name from outbox where event_id = ${`wake:${run.enrollmentId}:${epoch}`}`;
    expect(events).toEqual([{ name: "enrollment/woken" }]);
  });

  it("go on at the next surviving step when theirs was removed, or at the one that was chosen", async () => {
    const other = await started();
    for (const [one, over, index] of [
      [run, {}, 2],
      [other, { toStepId: idOf(stepsOf(other), 0) }, 2],
    ] as const) {
      const [first, , third] = stepsOf(one);
      const steps = reworded([first, third].filter((step) => step !== undefined));
      const { moveId } = await publish(one, steps, [choose(one, "move", over)]);
      await carryOut(one, moveId);
      // The chosen first step was sent already, so the run stands at the first that was not.
      expect((await runOf(one.enrollmentId))?.stepId).toBe(idOf(stepsOf(one), index));
      await advance(one.run, clockAt(later(3 * DAY)));
      expect(await sentTo(one.enrollmentId)).toEqual(["Hi Ana", "New words"]);
    }
  });

  it("never get a step again that a new order puts after the one they stand at", async () => {
    const [first, second, third] = stepsOf(run) as [Step, Step, Step];
    const { moveId } = await publish(run, reworded([second, { ...first, wait: second.wait }, third]), [
      choose(run, "move"),
    ]);
    await carryOut(run, moveId);
    for (const day of [1, 2, 3, 4]) await advance(run.run, clockAt(later(day * DAY)));
    const rows = await database.sql`
      select step_id as id from messages where enrollment_id = ${run.enrollmentId} and status >= 'sent' order by sent_at`;
    expect(rows.map((row) => row.id)).toEqual([first.id, second.id, third.id]);
  });

  it("complete when nothing of the new version is left for them", async () => {
    const { moveId } = await publish(run, reworded(stepsOf(run).slice(0, 1)), [choose(run, "move")]);
    await carryOut(run, moveId);
    await advance(run.run, clockAt(later(GRACE)));
    expect(await runOf(run.enrollmentId)).toMatchObject({ status: "ended", endReason: "completed" });
  });

  it("exit in the name of whoever published", async () => {
    const { moveId } = await publish(run, reworded(stepsOf(run)), [choose(run, "exit")]);
    await carryOut(run, moveId);
    expect(await runOf(run.enrollmentId)).toMatchObject({ status: "ended", endReason: "stopped" });
    expect(await told(run.enrollmentId, "ended")).toMatchObject([
      { actorId: actorId(), because: { code: "exited_on_publish" } },
    ]);
    expect(await moveOf(moveId)).toMatchObject({ status: "done", moved: 0, exited: 1 });
  });

  it("move also while they are paused, and stay paused", async () => {
    const { accountId, enrollmentId } = run;
    await pauseEnrollments(accountId, { ids: [enrollmentId], actorId: actorId(), now: NOW });
    const { versionId, moveId } = await publish(run, reworded(stepsOf(run)), [choose(run, "move")]);
    await carryOut(run, moveId);
    expect(await runOf(enrollmentId)).toMatchObject({ versionId, status: "paused" });
    await advance(run.run, clockAt(later(5 * DAY)));
    expect(await sentTo(enrollmentId)).toEqual(["Hi Ana"]);
  });

  it("share one choice for a whole version also at steps where nobody stood", async () => {
    const { versionId, moveId } = await publish(run, reworded(stepsOf(run)), [choose(run, "move")]);
    await advance(run.run, clockAt(later(DAY)));
    await carryOut(run, moveId, later(DAY + GRACE));
    expect(await runOf(run.enrollmentId)).toMatchObject({ versionId, stepId: idOf(stepsOf(run), 2) });
  });

  it("are passed over when they have gone on to a step with another choice, or have ended", async () => {
    const { accountId, sequence } = run;
    const contact = await makeContact(accountId);
    const { enrolled } = await enroll(accountId, {
      ...{ sequenceId: sequence.sequenceId, contactIds: [contact.id], actorId: null, now: NOW },
    });
    const second = enrolled[0]?.enrollmentId ?? "";
    const { moveId } = await publish(run, reworded(stepsOf(run)), [
      choose(run, "move"),
      choose(run, "exit", { stepId: idOf(stepsOf(run), 0) }),
      choose(run, "finish", { stepId: idOf(stepsOf(run), 2) }),
    ]);
    expect(await moveOf(moveId)).toMatchObject({ total: 2 });
    await advance(run.run, clockAt(later(DAY)));
    await stopEnrollments(accountId, { ids: [second], actorId: actorId(), now: later(MINUTE) });
    await carryOut(run, moveId, later(DAY + GRACE));
    expect((await runOf(run.enrollmentId))?.versionId).toBe(sequence.versionId);
    expect(await moveOf(moveId)).toEqual({ status: "done", total: 2, moved: 0, exited: 0, passedOver: 2 });
  });
});
