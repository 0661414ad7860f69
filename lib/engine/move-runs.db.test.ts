import { beforeEach, describe, expect, it } from "vitest";
import { makeContact, makeMember, makeSnapshot, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { SequenceSnapshot, Step } from "@/lib/core/model";
import { pauseEnrollments, stopEnrollments } from "@/lib/enrollments/control";
import { enroll } from "@/lib/enrollments/mutations";
import { saveDraft } from "@/lib/sequences/mutations";
import { cancelMove } from "@/lib/versions/mutations";
import { publishSequence } from "@/lib/versions/publish";
import type { MoveChoice } from "@/lib/versions/schema";
import { advance } from "./advance";
import { clockAt, DAY, later, MINUTE, messageFrom, NOW, startRun } from "./fixtures/arrange";
import { FIRST_RUN, type MoveTurn, moveRunsBatch, restartMoves } from "./move-runs";
import { receive } from "./receive";

const database = useTestDatabase();
const GRACE = 15_000;

const daily = (count: number): Step[] =>
  Array.from({ length: count }, (_, i) => makeStep({ wait: { amount: i === 0 ? 0 : 1, unit: "days" } }));

type Started = Awaited<ReturnType<typeof startRun>>;
let actorId: string;

/** A run of a sequence with three daily steps that has sent the first. */
async function started(over: Partial<SequenceSnapshot> = {}): Promise<Started> {
  const run = await startRun({ steps: daily(3), ...over });
  actorId = await makeMember(run.accountId);
  await advance(run.run, clockAt(NOW));
  return run;
}

const stepsOf = ({ sequence }: Started) => sequence.snapshot.steps;
const idOf = (steps: Step[], index: number) => steps[index]?.id ?? "";
/** The same steps under their ids with other words. */
const reworded = (steps: Step[], words = "New words") =>
  steps.map((step): Step => ({ ...step, content: { type: "text", text: words } }));

async function publish({ accountId, sequence }: Started, steps: Step[], choices: MoveChoice[], now = NOW) {
  const { sequenceId } = sequence;
  const [row] = await database.sql<{ revision: number }[]>`
    select draft_revision as revision from sequences where id = ${sequenceId}`;
  const draftRevision = row?.revision ?? 0;
  await saveDraft(accountId, { sequenceId, draft: makeSnapshot({ steps }), draftRevision, now });
  const published = await publishSequence(accountId, {
    ...{ sequenceId, draftRevision: draftRevision + 1, note: "", choices, actorId, now },
  });
  return { ...published, moveId: published.move?.id ?? "" };
}

/** Batch after batch, as the durable loop does. */
async function carryOut(run: Started, moveId: string, at = later(GRACE)): Promise<MoveTurn[]> {
  const turns: MoveTurn[] = [];
  for (let cursor = FIRST_RUN; turns.length < 50; ) {
    const turn = await moveRunsBatch({ accountId: run.accountId, moveId, cursor }, clockAt(at));
    turns.push(turn);
    if (turn.kind !== "more") return turns;
    cursor = turn.cursor;
  }
  throw new Error("The move does not come to an end.");
}

const runOf = async (id: string) =>
  (
    await database.sql`
      select version_id as "versionId", step_id as "stepId", step_epoch as "stepEpoch", status,
        end_reason as "endReason", epoch from enrollments where id = ${id}`
  )[0];
const moveOf = async (id: string) =>
  (
    await database.sql`
      select status, total, moved, exited, passed_over as "passedOver" from version_moves where id = ${id}`
  )[0];
const told = (id: string, kind: string) =>
  database.sql`select step_id as "stepId", actor_id as "actorId", because from ledger
    where enrollment_id = ${id} and kind = ${kind} order by at`;
const sentTo = async (id: string) =>
  (
    await database.sql<{ step_id: string; text: string }[]>`
      select step_id, content->>'text' as text from messages where enrollment_id = ${id} and status >= 'sent'
      order by sent_at`
  ).map((row) => row.text);

const choose = (run: Started, act: MoveChoice["act"], over: Partial<MoveChoice> = {}): MoveChoice => ({
  versionId: run.sequence.versionId,
  stepId: idOf(stepsOf(run), 1),
  act,
  ...over,
});

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
        actorId,
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
      { actorId, because: { code: "exited_on_publish" } },
    ]);
    expect(await moveOf(moveId)).toMatchObject({ status: "done", moved: 0, exited: 1 });
  });

  it("move also while they are paused, and stay paused", async () => {
    const { accountId, enrollmentId } = run;
    await pauseEnrollments(accountId, { ids: [enrollmentId], actorId, now: NOW });
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
    await stopEnrollments(accountId, { ids: [second], actorId, now: later(MINUTE) });
    await carryOut(run, moveId, later(DAY + GRACE));
    expect((await runOf(run.enrollmentId))?.versionId).toBe(sequence.versionId);
    expect(await moveOf(moveId)).toEqual({ status: "done", total: 2, moved: 0, exited: 0, passedOver: 2 });
  });
});

describe("a move", () => {
  it("does nothing before its start, and can be taken back until then", async () => {
    const run = await started();
    const { moveId } = await publish(run, reworded(stepsOf(run)), [choose(run, "move")]);
    const early = await carryOut(run, moveId, later(GRACE - 1));
    expect(early).toEqual([{ kind: "again", cursor: FIRST_RUN, until: later(GRACE).toISOString() }]);
    await cancelMove(run.accountId, { moveId, now: later(GRACE - 1) });
    expect(await carryOut(run, moveId)).toEqual([{ kind: "done" }]);
    expect((await runOf(run.enrollmentId))?.versionId).toBe(run.sequence.versionId);
    expect(await moveOf(moveId)).toMatchObject({ status: "canceled", moved: 0 });
  });

  it("can no longer be taken back once it has begun", async () => {
    const run = await started();
    const { moveId } = await publish(run, reworded(stepsOf(run)), [choose(run, "move")]);
    await carryOut(run, moveId);
    await expect(cancelMove(run.accountId, { moveId, now: later(MINUTE) })).rejects.toMatchObject({
      ...{ code: "conflict", message: "move_begun" },
    });
  });

  it("that is taken back and begun at the same moment is one or the other", async () => {
    for (let round = 0; round < 10; round++) {
      const run = await started();
      const { moveId } = await publish(run, reworded(stepsOf(run)), [choose(run, "move")]);
      const [canceled] = await Promise.allSettled([
        cancelMove(run.accountId, { moveId, now: later(GRACE) }),
        carryOut(run, moveId),
      ]);
      const isMoved = (await runOf(run.enrollmentId))?.versionId !== run.sequence.versionId;
      expect(isMoved).toBe(canceled.status === "rejected");
    }
  });

  it("of another account is neither begun nor taken back", async () => {
    const run = await started();
    const { moveId } = await publish(run, reworded(stepsOf(run)), [choose(run, "move")]);
    const stranger = await started();
    expect(await carryOut(stranger, moveId)).toEqual([{ kind: "done" }]);
    const foreign = cancelMove(stranger.accountId, { moveId, now: NOW });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    expect(await moveOf(moveId)).toMatchObject({ status: "waiting", moved: 0 });
  });

  it("repeats nothing when a batch or the whole of it is carried out again after a crash", async () => {
    const run = await started();
    const { moveId } = await publish(run, reworded(stepsOf(run)), [choose(run, "move")]);
    const batch = () =>
      moveRunsBatch({ accountId: run.accountId, moveId, cursor: FIRST_RUN }, clockAt(later(GRACE)));
    await Promise.all([batch(), batch()]);
    await carryOut(run, moveId);
    await carryOut(run, moveId);
    expect(await told(run.enrollmentId, "moved")).toHaveLength(1);
    expect(await moveOf(moveId)).toMatchObject({ moved: 1, passedOver: 0 });
  });

  it("looks at 500 runs at a time, and at each of them once", async () => {
    const run = await started();
    const { accountId, sequence } = run;
    await database.sql`
      with people as (
        insert into contacts (account_id, name) select ${accountId}, 'Bia' from generate_series(1, 1200) returning id)
      insert into enrollments (account_id, sequence_id, version_id, contact_id, step_id, status)
      select ${accountId}, ${sequence.sequenceId}, ${sequence.versionId}, id, ${idOf(stepsOf(run), 1)},
        case when random() < 0.2 then 'paused'::enrollment_status else 'active' end from people`;
    const { versionId, moveId } = await publish(run, reworded(stepsOf(run)), [choose(run, "move")]);
    const turns = await carryOut(run, moveId);
    expect(turns.map(({ kind }) => kind)).toEqual(["more", "more", "more", "done"]);
    expect(await moveOf(moveId)).toMatchObject({ total: 1201, moved: 1201, passedOver: 0 });
    const [left] = await database.sql`
      select count(*)::int as n from enrollments where sequence_id = ${sequence.sequenceId} and version_id <> ${versionId}`;
    expect(left).toEqual({ n: 0 });
  });

  it("waits for a send that is under way and then moves the run behind it", async () => {
    const run = await started();
    await database.sql`
      insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, claimed_at)
      values (${run.accountId}, ${run.enrollmentId}, ${run.contact.id}, ${idOf(stepsOf(run), 1)}, 0, 'claimed', ${NOW})`;
    const { moveId } = await publish(run, reworded(stepsOf(run)), [choose(run, "move")]);
    const turns = await carryOut(run, moveId);
    expect(turns.at(-1)).toEqual({
      kind: "again",
      cursor: FIRST_RUN,
      until: later(GRACE + 30_000).toISOString(),
    });
    expect((await runOf(run.enrollmentId))?.versionId).toBe(run.sequence.versionId);
    await database.sql`
      update messages set status = 'sent', sent_at = ${NOW} where enrollment_id = ${run.enrollmentId} and status = 'claimed'`;
    expect((await carryOut(run, moveId, later(GRACE + 30_000))).at(-1)).toEqual({ kind: "done" });
    // It stood at a step that was sent meanwhile: the move puts it before the next.
    expect((await runOf(run.enrollmentId))?.stepId).toBe(idOf(stepsOf(run), 2));
  });

  it("does not send a step again that was claimed when the move came", async () => {
    for (let round = 0; round < 10; round++) {
      const run = await started();
      const { moveId } = await publish(
        run,
        reworded(stepsOf(run)),
        [choose(run, "move")],
        later(DAY - GRACE),
      );
      await Promise.all([advance(run.run, clockAt(later(DAY))), carryOut(run, moveId, later(DAY))]);
      await carryOut(run, moveId, later(DAY + MINUTE));
      for (const minutes of [1, 3, 5]) await advance(run.run, clockAt(later(DAY + minutes * MINUTE)));
      const rows = await database.sql`
        select step_id from messages where enrollment_id = ${run.enrollmentId} and status >= 'sent' order by sent_at`;
      expect(rows.map((row) => row.step_id)).toEqual(
        stepsOf(run)
          .slice(0, 2)
          .map(({ id }) => id),
      );
    }
  });

  it("never brings a run back that a reply has ended at the same moment", async () => {
    for (let round = 0; round < 10; round++) {
      const run = await started();
      const { accountId, contact, inbox, enrollmentId } = run;
      const { moveId } = await publish(run, reworded(stepsOf(run)), [choose(run, "move")]);
      const now = later(GRACE);
      const reply = messageFrom(contact.phone, { at: now });
      await Promise.all([
        receive(accountId, { inboxId: inbox.id, events: [reply], now }),
        carryOut(run, moveId, now),
      ]);
      await advance(run.run, clockAt(later(3 * DAY)));
      expect(await runOf(enrollmentId)).toMatchObject({ status: "ended", endReason: "replied" });
      expect(await sentTo(enrollmentId)).toEqual(["Hi Ana"]);
    }
  });

  it("that has not begun gives way to the next publishing, whose choices hold", async () => {
    const run = await started();
    const first = await publish(run, reworded(stepsOf(run), "Second"), [choose(run, "move")]);
    const second = await publish(run, reworded(stepsOf(run), "Third"), [choose(run, "move")], later(5_000));
    expect(await moveOf(first.moveId)).toMatchObject({ status: "canceled" });
    await carryOut(run, first.moveId, later(MINUTE));
    await carryOut(run, second.moveId, later(MINUTE));
    expect((await runOf(run.enrollmentId))?.versionId).toBe(second.versionId);
  });

  it("that has begun is followed by the next, for the runs where they are then", async () => {
    const run = await started();
    const first = await publish(run, reworded(stepsOf(run), "Second"), [choose(run, "move")]);
    await carryOut(run, first.moveId);
    const second = await publish(
      run,
      reworded(stepsOf(run), "Third"),
      [choose(run, "move", { versionId: first.versionId })],
      later(MINUTE),
    );
    await carryOut(run, second.moveId, later(2 * MINUTE));
    expect((await runOf(run.enrollmentId))?.versionId).toBe(second.versionId);
    expect(await told(run.enrollmentId, "moved")).toHaveLength(2);
  });

  it("that was lost is begun again by the sweep, ten minutes late and once in ten minutes", async () => {
    const run = await started();
    const { moveId } = await publish(run, reworded(stepsOf(run)), [choose(run, "move")]);
    const events = async () =>
      (
        await database.sql`select distinct event_id as id from outbox where data->>'moveId' = ${moveId} order by 1`
      ).map((row) => row.id);
    expect(await events()).toEqual([`move:${moveId}:1`]);
    expect(await restartMoves(run.accountId, later(10 * MINUTE))).toBe(0);
    for (const minutes of [11, 12, 19]) await restartMoves(run.accountId, later(minutes * MINUTE));
    expect(await events()).toEqual([`move:${moveId}:1`, `move:${moveId}:1000`]);
    await carryOut(run, moveId, later(20 * MINUTE));
    expect(await restartMoves(run.accountId, later(40 * MINUTE))).toBe(0);
  });
});
