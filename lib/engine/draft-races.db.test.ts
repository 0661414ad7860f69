import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/test-database";
import { approveDraft, undoDecision } from "@/lib/approvals/mutations";
import { stopEnrollments } from "@/lib/enrollments/control";
import { advance } from "./advance";
import { clockAt, later, messageFrom, NOW } from "./fixtures/arrange";
import { addCrashPoints, holdAt } from "./fixtures/crash-points";
import { allowPrivate, HOUR, lookAt, startDrafted } from "./fixtures/drafted";
import { startHeldModel } from "./fixtures/held-model";
import { randomFrom } from "./fixtures/random";
import { kill, startWorker } from "./fixtures/workers";
import { receive } from "./receive";

const database = useTestDatabase();
const { drafts, messages, run: runOf } = lookAt(database);
const restore = allowPrivate();
const WORDS = "Hello Ana, how are things?";
let model: Awaited<ReturnType<typeof startHeldModel>>;
let workers: ChildProcess[] = [];

beforeAll(async () => {
  model = await startHeldModel(WORDS);
  await addCrashPoints(database.sql);
  workers = await Promise.all(
    Array.from({ length: 5 }, () => startWorker(new URL("./fixtures/crash-worker.ts", import.meta.url))),
  );
});
afterAll(async () => {
  await Promise.all(workers.map(kill));
  restore();
  await model.close();
});

const AHEAD = later(HOUR);
const DUE = later(2 * HOUR);
const full = () => startDrafted(model.url, { compose: { mode: "ai_full" } });
const assisted = () => startDrafted(model.url, {});
type Drafted = Awaited<ReturnType<typeof full>>;

/** Once somebody has asked the model, and until it answers. */
async function whileAsked(began: () => Promise<unknown>, meanwhile: () => Promise<unknown>, times = 1) {
  model.hold();
  const before = model.asked();
  const turn = began();
  await expect.poll(() => model.asked(), { timeout: 10_000 }).toBe(before + times);
  await meanwhile();
  model.release();
  await turn;
}

const nothing = async () => {};

describe("while the model is asked", () => {
  it("a reply ends the run: what it answers is thrown away, and nothing goes out", async () => {
    const { run, accountId, inbox, contact, enrollmentId } = await full();
    const reply = () =>
      receive(accountId, { inboxId: inbox.id, now: DUE, events: [messageFrom(contact.phone, { at: DUE })] });
    await whileAsked(() => advance(run, clockAt(DUE)), reply);
    expect(await drafts(enrollmentId)).toEqual([]);
    expect(await messages(enrollmentId)).toEqual([]);
    expect(await runOf(enrollmentId)).toMatchObject({ status: "ended", end_reason: "replied" });
  });

  it("a stop does the same, and so does whatever else takes the run from the step", async () => {
    const stopped = await full();
    const act = { ids: [stopped.enrollmentId], actorId: stopped.actorId, now: DUE };
    await whileAsked(
      () => advance(stopped.run, clockAt(DUE)),
      () => stopEnrollments(stopped.accountId, act),
    );
    expect(await drafts(stopped.enrollmentId)).toEqual([]);
    expect(await messages(stopped.enrollmentId)).toEqual([]);

    const moved = await full();
    await whileAsked(
      () => advance(moved.run, clockAt(AHEAD)),
      async () => {
        await database.sql`update enrollments set step_epoch = step_epoch + 1 where id = ${moved.enrollmentId}`;
      },
    );
    const epochs = await database.sql`
      select step_epoch from drafts where enrollment_id = ${moved.enrollmentId}`;
    expect(epochs.map((row) => row.step_epoch)).toEqual([1]);
  });

  it("two workers write one draft, and send it once", async () => {
    const { run, enrollmentId } = await full();
    const both = () => Promise.all([advance(run, clockAt(DUE)), advance(run, clockAt(DUE))]);
    await whileAsked(both, nothing, 2);
    expect(await drafts(enrollmentId)).toMatchObject([{ status: "used", text: WORDS }]);
    expect(await messages(enrollmentId)).toEqual([{ status: "sent", text: WORDS, attempts: 1 }]);
  });

  it("a worker that dies costs a call: the next one asks again", async () => {
    const { run, enrollmentId } = await full();
    const worker = workers.pop() as ChildProcess;
    model.hold();
    const before = model.asked();
    worker.send({ run, at: DUE.toISOString() });
    await expect.poll(() => model.asked(), { timeout: 10_000 }).toBe(before + 1);
    await kill(worker);
    model.release();
    expect(await drafts(enrollmentId)).toEqual([]);
    await advance(run, clockAt(DUE));
    expect(await messages(enrollmentId)).toEqual([{ status: "sent", text: WORDS, attempts: 1 }]);
  });
});

async function written(started: Drafted) {
  model.release();
  await advance(started.run, clockAt(AHEAD));
  const [draft] = await drafts(started.enrollmentId);
  if (!draft) throw new Error("There is no draft.");
  return draft;
}
const approve = ({ accountId, actorId }: Drafted, { id, revision }: { id: string; revision: number }) =>
  approveDraft(accountId, { id, revision, text: WORDS, subject: null, vouched: [], actorId, now: DUE });

describe("a worker killed as it claims an approved draft", () => {
  async function killedAt(hold: Awaited<ReturnType<typeof holdAt>>) {
    const started = await assisted();
    await approve(started, await written(started));
    const worker = workers.pop() as ChildProcess;
    worker.send({ run: started.run, at: DUE.toISOString() });
    const pid = await hold.arrived();
    await kill(worker);
    await hold.release(pid);
    return started;
  }

  it.each(["words_taken", "claim_uncommitted"] as const)(
    "before the claim is committed: it is approved as before, and the next worker sends it once: %s",
    async (point) => {
      const { run, enrollmentId } = await killedAt(await holdAt(database.sql, point));
      expect(await drafts(enrollmentId)).toMatchObject([{ status: "approved" }]);
      expect(await messages(enrollmentId)).toEqual([]);
      await advance(run, clockAt(DUE));
      expect(await drafts(enrollmentId)).toMatchObject([{ status: "used" }]);
      expect(await messages(enrollmentId)).toEqual([{ status: "sent", text: WORDS, attempts: 1 }]);
    },
  );

  it("after it: the words are used, the outcome unknown, and they are never sent again", async () => {
    const { run, enrollmentId } = await killedAt(await holdAt(database.sql, "claim_answer_lost"));
    expect(await drafts(enrollmentId)).toMatchObject([{ status: "used" }]);
    for (const minutes of [1, 5, 60]) await advance(run, clockAt(new Date(DUE.getTime() + minutes * 60_000)));
    expect(await messages(enrollmentId)).toMatchObject([{ status: "unknown", attempts: 1 }]);
    expect(await runOf(enrollmentId)).toMatchObject({ status: "ended" });
  });
});

describe("approvals, stops and claims that meet at the same moment", () => {
  const ROUNDS = 30;

  it("agree: sent once exactly where the words were used, and never after a stop or an approval taken back", async () => {
    const next = randomFrom(20_261_123);
    const seen = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round++) {
      const started = await assisted();
      const { run, accountId, actorId, enrollmentId } = started;
      const draft = await written(started);
      await advance(run, clockAt(DUE));
      const acts = [
        () => approve(started, draft),
        () => advance(run, clockAt(DUE)),
        () => advance(run, clockAt(DUE)),
        () =>
          undoDecision(accountId, {
            id: draft.id,
            revision: draft.revision + 1,
            actId: null,
            actorId,
            now: DUE,
          }),
        ...(next() < 0.5
          ? [() => stopEnrollments(accountId, { ids: [enrollmentId], actorId, now: DUE })]
          : []),
      ].sort(() => next() - 0.5);
      await Promise.allSettled(acts.map((act) => act()));
      const settled = await runOf(enrollmentId);
      const [message] = await messages(enrollmentId);
      const [after] = await drafts(enrollmentId);
      const isSent = message?.status === "sent";
      // What stopped between claim and call leaves its words used and its message skipped.
      if (message) expect(after?.status).toBe("used");
      else expect(after?.status).not.toBe("used");
      if (isSent) expect(message).toMatchObject({ text: WORDS, attempts: 1 });
      if (after?.status === "open") expect(message).toBeUndefined();
      await advance(run, clockAt(DUE));
      const again = await messages(enrollmentId);
      if (after?.status !== "approved")
        expect(again.map(({ status }) => status)).toEqual(message ? [message.status] : []);
      const what = isSent ? "sent" : `${settled?.end_reason ?? "live"} ${after?.status}`;
      seen.set(what, (seen.get(what) ?? 0) + 1);
    }
    // Several of the orders happened, or the sample proves nothing.
    expect(seen.size, JSON.stringify(Object.fromEntries(seen))).toBeGreaterThan(1);
    expect(seen.get("sent") ?? 0).toBeGreaterThan(0);
  }, 120_000);
});

describe("a start", () => {
  it("before the lead time asks nobody", async () => {
    const before = model.asked();
    const { run } = await full();
    await advance(run, clockAt(NOW));
    expect(model.asked()).toBe(before);
  });
});
