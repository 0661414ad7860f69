import { beforeAll, describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeMember, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { advance } from "@/lib/engine/advance";
import { clockAt, DAY, later, MINUTE, startRun } from "@/lib/engine/fixtures/arrange";
import { suppress } from "@/lib/engine/suppress";
import {
  moveEnrollments,
  pauseEnrollments,
  rescheduleEnrollments,
  resumeEnrollments,
  sendNow,
  stopEnrollments,
} from "./control";
import { enroll } from "./mutations";
import { undoAct } from "./undo-act";

const database = useTestDatabase();
let actorId: string;

beforeAll(async () => {
  actorId = await makeMember((await startRun()).accountId);
});

type Started = Awaited<ReturnType<typeof started>>;
async function started() {
  const steps = [
    makeStep({ wait: { amount: 1, unit: "hours" } }),
    makeStep({ wait: { amount: 2, unit: "days" } }),
  ];
  const run = await startRun({ steps, reenrollment: { rule: "after_end", days: 7 } });
  return { ...run, second: steps[1]?.id ?? "" };
}
const who = ({ enrollmentId }: Started, now = later(MINUTE)) => ({ ids: [enrollmentId], actorId, now });
const undo = ({ accountId }: Started, actId: string | null, now = later(2 * MINUTE)) =>
  undoAct(accountId, { actId: actId ?? "", actorId, now });
/** Everything but the counters of the engine. */
const runOf = async ({ enrollmentId }: Started) => {
  const [row] = await database.sql`select * from enrollments where id = ${enrollmentId}`;
  const { epoch, driver, ...rest } = row ?? {};
  return rest;
};

describe("undo of what a person did to a run", () => {
  it.each([
    ["pause", (run: Started) => pauseEnrollments(run.accountId, who(run))],
    ["pause until", (run: Started) => pauseEnrollments(run.accountId, { ...who(run), until: later(DAY) })],
    ["stop", (run: Started) => stopEnrollments(run.accountId, who(run))],
    ["move", (run: Started) => moveEnrollments(run.accountId, { ...who(run), stepId: run.second })],
    ["send now", (run: Started) => sendNow(run.accountId, who(run))],
    ["reschedule", (run: Started) => rescheduleEnrollments(run.accountId, { ...who(run), at: later(DAY) })],
  ])("restores every column: %s", async (_, act) => {
    const run = await started();
    const before = await runOf(run);
    const { actId } = await act(run);
    expect(await runOf(run)).not.toEqual(before);
    expect(await undo(run, actId)).toEqual({ restored: [run.enrollmentId], left: {} });
    expect(await runOf(run)).toEqual(before);
    const told = await database.sql`
      select kind, actor_id from ledger where enrollment_id = ${run.enrollmentId} order by id desc limit 1`;
    expect(told).toEqual([{ kind: "undone", actor_id: actorId }]);
  });

  it("of a resume pauses again as before", async () => {
    const run = await started();
    await pauseEnrollments(run.accountId, { ...who(run), until: later(DAY) });
    const before = await runOf(run);
    const { actId } = await resumeEnrollments(run.accountId, who(run));
    await undo(run, actId);
    expect(await runOf(run)).toEqual(before);
  });

  it("of a stop starts a new durable run, which sends what was due", async () => {
    const run = await started();
    const { actId } = await stopEnrollments(run.accountId, who(run));
    await undo(run, actId);
    expect(await advance(run.run, clockAt(later(DAY)))).toEqual({ kind: "end", reason: "handed_over" });
    expect(await advance({ ...run.run, driver: 2 }, clockAt(later(DAY)))).toMatchObject({ kind: "wait" });
    const sent = await database.sql`select status from messages where enrollment_id = ${run.enrollmentId}`;
    expect(sent).toEqual([{ status: "sent" }]);
    const [last] = await database.sql`
      select name from outbox where data->>'enrollmentId' = ${run.enrollmentId} order by seq desc limit 1`;
    expect(last).toEqual({ name: "enrollment/started" });
  });

  it("leaves alone what was sent, changed or removed since, and says how many", async () => {
    const runs = [await started(), await started(), await started()] as const;
    const [sent, changed, gone] = runs;
    const acts: (string | null)[] = [];
    for (const run of runs) acts.push((await sendNow(run.accountId, who(run))).actId);
    await advance(sent.run, clockAt(later(MINUTE)));
    await pauseEnrollments(changed.accountId, who(changed));
    await database.sql`delete from enrollments where id = ${gone.enrollmentId}`;
    const before = await runOf(changed);
    expect(await undo(sent, acts[0] ?? null)).toEqual({ restored: [], left: { sent: 1 } });
    expect(await undo(changed, acts[1] ?? null)).toEqual({ restored: [], left: { changed: 1 } });
    expect(await undo(gone, acts[2] ?? null)).toEqual({ restored: [], left: { gone: 1 } });
    expect(await runOf(changed)).toEqual(before);
  });

  it("does not bring back a run whose contact has opted out, or has another run by now", async () => {
    const [out, taken] = [await started(), await started()];
    const acts = [
      (await stopEnrollments(out.accountId, who(out))).actId,
      (await stopEnrollments(taken.accountId, who(taken))).actId,
    ];
    await withAccountSql(out.accountId, (tx) =>
      suppress(tx, {
        ...{ accountId: out.accountId, contactId: out.contact.id, channel: null, reason: "opted_out" },
        ...{ source: "person", text: "", actorId: null, now: later(MINUTE) },
      }),
    );
    const { sequenceId } = taken.sequence;
    const again = { sequenceId, contactIds: [taken.contact.id], actorId: null, now: later(MINUTE) };
    expect((await enroll(taken.accountId, again)).enrolled).toHaveLength(1);
    expect(await undo(out, acts[0] ?? null)).toEqual({ restored: [], left: { over: 1 } });
    expect(await undo(taken, acts[1] ?? null)).toEqual({ restored: [], left: { taken: 1 } });
  });

  it("works once, within a day, and in its own account only", async () => {
    const [run, other] = [await started(), await started()];
    const { actId } = await pauseEnrollments(run.accountId, who(run));
    await expect(undo(other, actId)).rejects.toMatchObject({ code: "not_found" });
    await expect(undo(run, actId, later(2 * DAY))).rejects.toMatchObject({ message: "undo_too_late" });
    const answers = await Promise.allSettled([undo(run, actId), undo(run, actId)]);
    expect(answers.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(undo(run, actId)).rejects.toMatchObject({ message: "act_undone" });
  });

  it("of a stop, raced by an enrollment of the same contact, leaves one live run", async () => {
    for (let round = 0; round < 6; round++) {
      const run = await started();
      const { actId } = await stopEnrollments(run.accountId, who(run));
      const { sequenceId } = run.sequence;
      const again = { sequenceId, contactIds: [run.contact.id], actorId: null, now: later(MINUTE) };
      await Promise.all([undo(run, actId), enroll(run.accountId, again)]);
      const [live] = await database.sql`
        select count(*)::int as live from enrollments where contact_id = ${run.contact.id} and status <> 'ended'`;
      expect(live).toEqual({ live: 1 });
    }
  });
});
