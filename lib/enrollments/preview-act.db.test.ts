import { beforeAll, describe, expect, it } from "vitest";
import { makeMember, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { advance } from "@/lib/engine/advance";
import { clockAt, DAY, later, MINUTE, NOW, startRun } from "@/lib/engine/fixtures/arrange";
import { actOnRuns } from "./act-on-runs";
import { pauseEnrollments } from "./control";
import { previewAct } from "./preview-act";
import type { RunAct } from "./run-change";

const database = useTestDatabase();
let actorId: string;

beforeAll(async () => {
  actorId = await makeMember((await startRun()).accountId);
});

/** A run that has sent the first of two steps. */
async function started() {
  const steps = [makeStep(), makeStep({ wait: { amount: 2, unit: "days" } })];
  const run = await startRun({ steps });
  await advance(run.run, clockAt(NOW));
  return { ...run, first: steps[0]?.id ?? "", second: steps[1]?.id ?? "" };
}
type Started = Awaited<ReturnType<typeof started>>;

const look = ({ accountId, enrollmentId }: Started, act: RunAct, now = later(MINUTE)) =>
  previewAct(accountId, { ids: [enrollmentId], act, now });

describe("what an act would do", () => {
  it.each([
    ["send now", () => ({ kind: "send_now" }) as const],
    ["reschedule", () => ({ kind: "reschedule", at: later(5 * DAY) }) as const],
    ["move back", ({ first }: Started) => ({ kind: "move", stepId: first }) as const],
    ["pause until", () => ({ kind: "pause", until: later(3 * DAY) }) as const],
  ])("is exactly what it then does: %s", async (_, actOf) => {
    const run = await started();
    const act = actOf(run);
    const { runs } = await look(run, act);
    const promised = runs[0]?.after;
    expect(promised?.kind).toBe("send");
    if (promised?.kind !== "send") return;
    await actOnRuns(run.accountId, { ids: [run.enrollmentId], actorId, now: later(MINUTE) }, act);
    const sent = () => database.sql`
      select step_id, sent_at from messages
      where enrollment_id = ${run.enrollmentId} and status = 'sent' order by sent_at, id`;
    const at = new Date(promised.at);
    if (at > later(MINUTE)) {
      await advance(run.run, clockAt(new Date(at.getTime() - 1)));
      expect(await sent()).toHaveLength(1);
    }
    await advance(run.run, clockAt(at));
    expect((await sent())[1]).toMatchObject({ step_id: promised.stepId, sent_at: at });
  });

  it("says what goes out a second time, what is held and what is left alone, and writes nothing", async () => {
    const run = await started();
    const before = await database.sql`select * from enrollments where id = ${run.enrollmentId}`;
    expect(await look(run, { kind: "move", stepId: run.first })).toMatchObject({ changed: 1, repeated: 1 });
    expect(await look(run, { kind: "move", stepId: run.second })).toMatchObject({ changed: 1, repeated: 0 });
    expect(await look(run, { kind: "pause", until: null })).toMatchObject({
      runs: [{ before: { kind: "send", stepNumber: 2 }, after: { kind: "held", stepNumber: 2 } }],
    });
    expect(await look(run, { kind: "stop" })).toMatchObject({
      ended: 1,
      runs: [{ after: { reason: "stopped" } }],
    });
    expect(await look(run, { kind: "resume" })).toMatchObject({
      changed: 0,
      unchanged: 1,
      runs: [{ after: null }],
    });
    expect(await database.sql`select * from enrollments where id = ${run.enrollmentId}`).toEqual(before);
  });

  it("of a resume counts only what the contact says from then on", async () => {
    const run = await started();
    await pauseEnrollments(run.accountId, { ids: [run.enrollmentId], actorId, now: later(MINUTE) });
    await database.sql`
      update contacts set last_reply_at = ${later(2 * MINUTE)}, last_reply_conversation_id =
        (select id from conversations where contact_id = ${run.contact.id}) where id = ${run.contact.id}`;
    const { runs } = await look(run, { kind: "resume" }, later(3 * MINUTE));
    expect(runs[0]?.after).toMatchObject({ kind: "send", stepNumber: 2 });
  });

  it("shows nothing of another account", async () => {
    const [own, theirs] = [await started(), await started()];
    const ids = [theirs.enrollmentId];
    const shown = await previewAct(own.accountId, { ids, act: { kind: "stop" }, now: NOW });
    expect(shown).toMatchObject({ changed: 0, unchanged: 0, runs: [] });
  });
});
