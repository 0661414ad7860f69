import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/test-database";
import { cancelMove } from "@/lib/versions/mutations";
import { advance } from "./advance";
import { clockAt, DAY, later, MINUTE, messageFrom, NOW } from "./fixtures/arrange";
import { choose, GRACE, idOf, reworded, stepsOf, useMoves } from "./fixtures/moves";
import { FIRST_RUN, moveRunsBatch, restartMoves } from "./move-runs";
import { receive } from "./receive";

const database = useTestDatabase();
const { started, publish, carryOut, runOf, moveOf, told, sentTo } = useMoves(database);

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
