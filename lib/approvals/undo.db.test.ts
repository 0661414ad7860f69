import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/test-database";
import { later, MINUTE } from "@/lib/engine/fixtures/arrange";
import { type Drafted, drafted, rowOf, sentOf, TEXT, toldOf, turn } from "./fixtures/drafted";
import { approveDraft, discardDraft, undoDecision } from "./mutations";

const database = useTestDatabase();
const now = later(MINUTE);
const approve = (one: Drafted, text = TEXT) =>
  approveDraft(one.accountId, { ...one.by, revision: 0, text, subject: null, vouched: [], now });
const discard = (one: Drafted, stopsRun = false) =>
  discardDraft(one.accountId, { ...one.by, revision: 0, stopsRun, now });
const undo = (one: Drafted, over: { revision?: number; actId?: string | null } = {}) =>
  undoDecision(one.accountId, { ...one.by, revision: 1, actId: null, now, ...over });
const runOf = async ({ enrollmentId }: Drafted) =>
  (await database.sql`select status, end_reason, step_id from enrollments where id = ${enrollmentId}`)[0];

describe("a discarded draft", () => {
  it("lets the run pass the step and go on with the next", async () => {
    const one = await drafted();
    expect(await discard(one)).toMatchObject({ revision: 1, verdict: "discarded", actId: null });
    expect(await turn(one)).toMatchObject({ kind: "wait" });
    expect(await sentOf(database.sql, one)).toMatchObject([{ text: null, status: "skipped" }]);
    expect(await rowOf(database.sql, one)).toMatchObject({ status: "discarded", decided_by: one.actorId });
    expect(await runOf(one)).toMatchObject({ status: "active", step_id: one.sequence.snapshot.steps[1]?.id });
    expect(await toldOf(database.sql, one)).toMatchObject([
      { kind: "discarded", actorId: one.actorId },
      { kind: "skipped", code: "draft_discarded" },
    ]);
  });

  it("stops the run with it where the person says so", async () => {
    const one = await drafted();
    await discard(one, true);
    expect(await runOf(one)).toMatchObject({ status: "ended", end_reason: "stopped" });
    expect(await rowOf(database.sql, one)).toMatchObject({ status: "discarded" });
    await turn(one);
    expect(await sentOf(database.sql, one)).toEqual([]);
  });
});

describe("undo", () => {
  it("of an approval brings the draft back as it was approved, and nothing goes out", async () => {
    const one = await drafted();
    const text = "Hello Ana, can I help you?";
    await approve(one, text);
    expect(await undo(one)).toMatchObject({ revision: 2, verdict: "open" });
    expect(await rowOf(database.sql, one)).toMatchObject({
      ...{ status: "open", text, decided_by: null, decided_at: null, revision: 2 },
    });
    await turn(one);
    expect(await sentOf(database.sql, one)).toEqual([]);
    expect(await toldOf(database.sql, one)).toMatchObject([
      { kind: "approved" },
      { kind: "undone", actorId: one.actorId, data: { act: "approve" } },
      { kind: "waiting", code: "approval_pending" },
    ]);
  });

  it("of a discarding brings the draft back while the run still stands there", async () => {
    const one = await drafted();
    await discard(one);
    expect(await undo(one)).toMatchObject({ verdict: "open" });
    await turn(one);
    expect(await runOf(one)).toMatchObject({ step_id: one.draft.stepId });
  });

  it("of a discarding that stopped the run brings both back", async () => {
    const one = await drafted();
    const { actId } = await discard(one, true);
    await undo(one, { actId });
    expect(await runOf(one)).toMatchObject({ status: "active", end_reason: null, step_id: one.draft.stepId });
    expect(await rowOf(database.sql, one)).toMatchObject({ status: "open" });
  });

  it("without the act that stopped the run changes nothing", async () => {
    const one = await drafted();
    await discard(one, true);
    await expect(undo(one)).rejects.toMatchObject({
      message: "draft_withdrawn",
      data: { reason: "stopped" },
    });
    expect(await rowOf(database.sql, one)).toMatchObject({ status: "discarded" });
  });

  it("is refused once the words are on their way, or the run has passed the step", async () => {
    const sent = await drafted();
    await approve(sent);
    await turn(sent);
    await expect(undo(sent, { revision: 2 })).rejects.toMatchObject({
      code: "conflict",
      message: "draft_sent",
    });
    const passed = await drafted();
    await discard(passed);
    await turn(passed);
    await expect(undo(passed)).rejects.toMatchObject({ code: "conflict", message: "draft_skipped" });
  });

  it("is refused of what waits, of another revision, and from another account", async () => {
    const [one, stranger] = [await drafted(), await drafted()];
    await expect(undo(one, { revision: 0 })).rejects.toMatchObject({ message: "draft_changed" });
    await approve(one);
    await expect(undo(one, { revision: 0 })).rejects.toMatchObject({ message: "draft_changed" });
    const foreign = undo({ ...one, accountId: stranger.accountId });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  });

  it("that meets the sending: either it was in time and nothing goes out, or it is told that it was not", async () => {
    const came = { first: 0, late: 0 };
    for (let round = 0; round < 30; round++) {
      const one = await drafted();
      await approve(one);
      const sending = () => turn(one);
      const undoing = () =>
        undo(one).then(
          () => "undone",
          () => "refused",
        );
      const [first, second] = round % 2 === 0 ? [sending, undoing] : [undoing, sending];
      // The first two one after the other, so that both orders are among them on any machine.
      const both = round < 2 ? [await first(), await second()] : await Promise.all([first(), second()]);
      const outcome = both.find((each) => typeof each === "string");
      const sent = await sentOf(database.sql, one);
      const { status } = await rowOf(database.sql, one);
      came[outcome === "undone" ? "first" : "late"] += 1;
      expect([outcome, sent.length, status]).toEqual(
        outcome === "undone" ? ["undone", 0, "open"] : ["refused", 1, "used"],
      );
    }
    expect(came.first).toBeGreaterThan(0);
    expect(came.late).toBeGreaterThan(0);
  });
});
