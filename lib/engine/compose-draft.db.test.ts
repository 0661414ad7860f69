import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type OpenAiStub, startOpenAiStub } from "@/e2e/stubs/openai-server";
import { discardDraft, undoDecision } from "@/lib/approvals/mutations";
import { advance } from "./advance";
import { clockAt, DAY, later, MINUTE, NOW } from "./fixtures/arrange";
import { allowPrivate, decideOn, HOUR, lookAt, startDrafted } from "./fixtures/drafted";
import { makeMaestro } from "./fixtures/maestro";

const database = useTestDatabase();
const { drafts, messages, story, run: runOf } = lookAt(database);
const { draftOf, approve } = decideOn(database);
const restore = allowPrivate();
let model: OpenAiStub;

beforeAll(async () => {
  model = await startOpenAiStub();
});
beforeEach(() => model.mode("correct"));
afterAll(async () => {
  restore();
  await model.close();
});

const AHEAD = later(HOUR);
const DUE = later(2 * HOUR);
const start = (wish: Parameters<typeof startDrafted>[1] = {}) => startDrafted(model.url, wish);
const full = (wish: Parameters<typeof startDrafted>[1] = {}) =>
  start({ ...wish, compose: { mode: "ai_full" } });

describe("a step that Maestro writes by itself", () => {
  it("is written the lead time ahead, once, and goes out when it is due, word for word", async () => {
    const started = await full();
    const { run, enrollmentId } = started;
    expect(await advance(run, clockAt(NOW))).toEqual({ kind: "wait", until: AHEAD.toISOString() });
    expect(await drafts(enrollmentId)).toEqual([]);
    expect(await advance(run, clockAt(AHEAD))).toEqual({ kind: "wait", until: DUE.toISOString() });
    const written = await draftOf(started);
    expect(written).toMatchObject({ status: "ready", origin: "ai", fallback: null, openedAt: null });
    expect(written.text).toContain("Ana");
    expect(await messages(enrollmentId)).toEqual([]);
    expect(await advance(run, clockAt(DUE))).toEqual({ kind: "end", reason: "completed" });
    expect(await messages(enrollmentId)).toEqual([{ status: "sent", text: written.text, attempts: 1 }]);
    expect(await draftOf(started)).toMatchObject({ status: "used" });
    expect(await story(enrollmentId)).toEqual([
      ...["enrolled:enrolled", "waiting:not_due", "drafted:ready", "waiting:not_due", "sent:accepted"],
      "ended:no_step_left",
    ]);
    const [told] = await database.sql`
      select because->'data' as data from ledger where enrollment_id = ${enrollmentId} and kind = 'sent'`;
    expect(told?.data).toMatchObject({ composeMode: "ai_full", draftId: written.id });
    expect(told?.data.fallback).toBeUndefined();
  });

  it("is written when it is due where there was no time before", async () => {
    const started = await full({ step: { wait: { amount: 0, unit: "minutes" } } });
    expect(await advance(started.run, clockAt(NOW))).toEqual({ kind: "end", reason: "completed" });
    const { text, status } = await draftOf(started);
    expect(status).toBe("used");
    expect(await messages(started.enrollmentId)).toMatchObject([{ status: "sent", text }]);
  });

  it("says its own words when the guard keeps Maestro's, and says so", async () => {
    model.mode("hostile");
    const { run, enrollmentId } = await full();
    await advance(run, clockAt(AHEAD));
    expect(await drafts(enrollmentId)).toMatchObject([
      { status: "ready", origin: "fallback", fallback: "guard" },
    ]);
    await advance(run, clockAt(DUE));
    expect(await messages(enrollmentId)).toMatchObject([{ status: "sent", text: "Hi Ana" }]);
    const [told] = await database.sql`
      select because->'data' as data from ledger where enrollment_id = ${enrollmentId} and kind = 'sent'`;
    expect(told?.data).toMatchObject({ composeMode: "ai_full", fallback: "guard" });
  });

  it("is tried again while Maestro is down, and says its own words when it is due and not before", async () => {
    model.mode("server_error");
    const started = await full();
    const { run, enrollmentId } = started;
    const retries = [1, 6, 21].map((minutes) => new Date(AHEAD.getTime() + minutes * MINUTE));
    let at = AHEAD;
    for (const [attempt, retryAt] of retries.entries()) {
      expect(await advance(run, clockAt(at))).toEqual({ kind: "wait", until: retryAt.toISOString() });
      expect(await draftOf(started)).toMatchObject({ status: "failed", attempts: attempt + 1, retryAt });
      at = retryAt;
    }
    expect(await messages(enrollmentId)).toEqual([]);
    await advance(run, clockAt(DUE));
    expect(await messages(enrollmentId)).toMatchObject([{ status: "sent", text: "Hi Ana" }]);
    // The failure is told once, not with every attempt.
    expect((await story(enrollmentId)).filter((line) => line.startsWith("drafted"))).toEqual([
      "drafted:failed",
    ]);
  });

  it("is written after all when Maestro is back before it is due", async () => {
    model.mode("rate_limited");
    const started = await full();
    await advance(started.run, clockAt(AHEAD));
    model.mode("correct");
    await advance(started.run, clockAt(new Date(AHEAD.getTime() + MINUTE)));
    expect(await draftOf(started)).toMatchObject({ status: "ready", origin: "ai", attempts: 2 });
  });

  it("asks nobody once the day's money is spent", async () => {
    const before = model.asked.length;
    const { run, enrollmentId } = await full({ maestro: { dailyBudget: 0, inputPrice: 1, outputPrice: 1 } });
    await advance(run, clockAt(DUE));
    expect(model.asked).toHaveLength(before);
    expect(await drafts(enrollmentId)).toMatchObject([{ origin: "fallback", fallback: "budget" }]);
    expect(await messages(enrollmentId)).toMatchObject([{ status: "sent", text: "Hi Ana" }]);
  });

  it("says its own words when Maestro is switched off after it was written", async () => {
    const { run, enrollmentId, accountId } = await full();
    await advance(run, clockAt(AHEAD));
    await makeMaestro(accountId, model.url, { isOn: false });
    await advance(run, clockAt(DUE));
    expect(await messages(enrollmentId)).toMatchObject([{ text: "Hi Ana" }]);
  });
});

describe("a step that a person approves", () => {
  it("waits for them, tells them, and goes out once as they approved it", async () => {
    const started = await start();
    const { run, enrollmentId, actorId } = started;
    await advance(run, clockAt(AHEAD));
    const draft = await draftOf(started);
    expect(draft).toMatchObject({ status: "open", origin: "ai", openedAt: AHEAD, assigneeId: null });
    expect(draft.expiresAt).toEqual(new Date(AHEAD.getTime() + 72 * HOUR));
    const told =
      await database.sql`select user_id, kind from notifications where account_id = ${run.accountId}`;
    expect(told).toMatchObject([{ user_id: actorId, kind: "draft_waiting" }]);
    await advance(run, clockAt(DUE));
    expect(await runOf(enrollmentId)).toMatchObject({ status: "active", next_because: "approval_pending" });
    expect(await messages(enrollmentId)).toEqual([]);

    await approve(started, later(3 * HOUR), "Hello Ana, how are you?");
    await Promise.all(Array.from({ length: 8 }, () => advance(run, clockAt(later(3 * HOUR)))));
    expect(await messages(enrollmentId)).toEqual([
      { status: "sent", text: "Hello Ana, how are you?", attempts: 1 },
    ]);
    expect(await draftOf(started)).toMatchObject({ status: "used" });
  });

  it("is given to whoever has the run", async () => {
    const started = await start();
    const assigneeId = await makeMember(started.accountId, "agent");
    await database.sql`update enrollments set assignee_id = ${assigneeId} where id = ${started.enrollmentId}`;
    await advance(started.run, clockAt(AHEAD));
    expect(await draftOf(started)).toMatchObject({ assigneeId });
  });

  it("comes before them with what the guard found, where the guard found something", async () => {
    model.mode("hostile");
    const started = await start();
    await advance(started.run, clockAt(AHEAD));
    const [draft] = await database.sql`
      select status, origin, text, jsonb_array_length(findings) as findings from drafts
      where enrollment_id = ${started.enrollmentId}`;
    expect(draft).toMatchObject({ status: "open", origin: "ai" });
    expect(draft?.findings).toBeGreaterThan(0);
    expect(draft?.text).toContain("evil.example");
    // Nobody can approve it without having seen that.
    expect(await approve(started, AHEAD)).toMatchObject({ kind: "refused" });
  });

  it("comes before them in its own words where Maestro gave none until it was due", async () => {
    model.mode("server_error");
    const { run, enrollmentId } = await start();
    await advance(run, clockAt(AHEAD));
    expect(await drafts(enrollmentId)).toMatchObject([{ status: "failed" }]);
    await advance(run, clockAt(DUE));
    expect(await drafts(enrollmentId)).toMatchObject([
      { status: "open", origin: "fallback", fallback: "unavailable", text: "Hi Ana", openedAt: DUE },
    ]);
    expect(await messages(enrollmentId)).toEqual([]);
  });

  it("is skipped when it is discarded, at its moment, until which that can be taken back", async () => {
    const started = await start();
    const { run, enrollmentId, accountId, actorId } = started;
    await advance(run, clockAt(AHEAD));
    const { id, revision } = await draftOf(started);
    await discardDraft(accountId, { id, revision, stopsRun: false, actorId, now: AHEAD });
    expect(await advance(run, clockAt(AHEAD))).toEqual({ kind: "wait", until: DUE.toISOString() });
    const discarded = await draftOf(started);
    await undoDecision(accountId, { id, revision: discarded.revision, actId: null, actorId, now: AHEAD });
    expect(await draftOf(started)).toMatchObject({ status: "open" });
    const again = await draftOf(started);
    await discardDraft(accountId, { id, revision: again.revision, stopsRun: false, actorId, now: AHEAD });
    await advance(run, clockAt(DUE));
    expect(await messages(enrollmentId)).toMatchObject([{ status: "skipped", text: null }]);
    expect(await story(enrollmentId)).toContain("skipped:draft_discarded");
    expect(await draftOf(started)).toMatchObject({ status: "discarded" });
  });

  it.each([
    ["skip", "skipped", null],
    ["send_fallback", "sent", "Hi Ana"],
  ] as const)("is decided by its policy when nobody looked: %s", async (does, status, text) => {
    const expiry = { remindAfterHours: null, expireAfterHours: 5, does };
    const started = await start({ compose: { expiry } });
    const { run, enrollmentId } = started;
    await advance(run, clockAt(AHEAD));
    const { expiresAt } = await draftOf(started);
    expect(expiresAt).toEqual(new Date(AHEAD.getTime() + 5 * HOUR));
    expect(await advance(run, clockAt(DUE))).toEqual({ kind: "wait", until: expiresAt?.toISOString() });
    await advance(run, clockAt(expiresAt ?? DUE));
    expect(await messages(enrollmentId)).toMatchObject([{ status, text }]);
    expect(await draftOf(started)).toMatchObject({ status: "withdrawn" });
  });

  it("goes on waiting for as long as it takes, where that is the policy", async () => {
    const expiry = { remindAfterHours: null, expireAfterHours: 1, does: "keep_waiting" as const };
    const { run, enrollmentId } = await start({ compose: { expiry } });
    await advance(run, clockAt(AHEAD));
    expect(await drafts(enrollmentId)).toMatchObject([{ expiresAt: null }]);
    await advance(run, clockAt(later(20 * DAY)));
    expect(await messages(enrollmentId)).toEqual([]);
    expect(await runOf(enrollmentId)).toMatchObject({ status: "active", next_because: "approval_pending" });
  });

  it("says what was approved although Maestro has been switched off since", async () => {
    const started = await start({ maestro: { knowledge: "We open at 9." } });
    await advance(started.run, clockAt(AHEAD));
    await approve(started, AHEAD);
    await makeMaestro(started.accountId, model.url, { isOn: false });
    await advance(started.run, clockAt(DUE));
    expect(await messages(started.enrollmentId)).toMatchObject([{ status: "sent" }]);
  });
});
