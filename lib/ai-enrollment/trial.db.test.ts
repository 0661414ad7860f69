import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeEnrollment } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type OpenAiStub, startOpenAiStub } from "@/e2e/stubs/openai-server";
import { clockAt, DAY, later, messageFrom, NOW } from "@/lib/engine/fixtures/arrange";
import { allowPrivate, HOUR } from "@/lib/engine/fixtures/drafted";
import { receive } from "@/lib/engine/receive";
import { aiEnrollmentState } from "./data";
import { lookAtVerdicts, startLooking, whoWrote } from "./fixtures/arrange";
import { cancelTrial, startTrial, trialTurn } from "./trial";
import { trialForecast, trialResult } from "./trial-data";

const database = useTestDatabase();
const restore = allowPrivate();
const { verdicts, runs, notified } = lookAtVerdicts(() => database.sql);
let model: OpenAiStub;

beforeAll(async () => {
  model = await startOpenAiStub();
});
beforeEach(() => {
  model.mode("correct");
  model.asked.length = 0;
});
afterAll(async () => {
  restore();
  await model.close();
});

type Over = Omit<Parameters<typeof startLooking>[0], "url">;
const start = (over: Over = {}) => startLooking({ url: model.url, isOn: false, ...over });
type Started = Awaited<ReturnType<typeof start>>;

async function tryIt({ accountId, sequenceId }: Started, now = NOW) {
  const { trialId } = await startTrial(accountId, { sequenceId, now });
  let turns = 0;
  while ((await trialTurn(accountId, { sequenceId, trialId }, clockAt(now))).kind === "more") turns += 1;
  return { trialId, turns };
}

const stateOf = ({ accountId, sequenceId }: Started) => aiEnrollmentState(accountId, sequenceId, NOW);

describe("a look at the last thirty days", () => {
  it("says what would have become of each thread as it stood then, and what really happened, and does nothing", async () => {
    const asks = await start({ over: { does: "enroll", perDay: 1 } });
    const { accountId, sequenceId, inbox } = asks;
    const quiet = await whoWrote(asks, "What is the price?", later(-10 * DAY));
    const backAgain = await whoWrote(asks, "Price, please", later(-10 * DAY + HOUR));
    await receive(accountId, {
      inboxId: inbox.id,
      events: [messageFrom(backAgain.phone, { text: "Nice weather", at: later(-30 * 60_000) })],
      now: later(-30 * 60_000),
    });
    const chatting = await whoWrote(asks, "Nice weather", later(-3 * DAY));
    // Before the thirty days, and not silent for an hour.
    await whoWrote(asks, "price?", later(-31 * DAY));
    await whoWrote(asks, "price?", later(-20 * 60_000));
    const before = await database.sql`select count(*)::int as n from outbox where name <> 'trial/asked'`;
    await tryIt(asks);
    const result = await trialResult(accountId, sequenceId);
    const of = (id: string) => result?.verdicts.find(({ contactId }) => contactId === id);
    expect(result?.verdicts).toHaveLength(3);
    // One a day: the other one of that day came later.
    expect(of(quiet.id)).toMatchObject({ would: "enroll", repliedAt: null });
    expect(of(backAgain.id)).toMatchObject({ would: "over_limit" });
    expect(of(backAgain.id)?.repliedAt).not.toBeNull();
    expect(of(chatting.id)).toMatchObject({ would: "nothing" });
    expect(result).toMatchObject({ hits: 1, repliedAlone: 0 });
    expect((await stateOf(asks)).trial).toMatchObject({ status: "done", found: 3, sampled: 3, done: 3 });
    expect((await verdicts(accountId)).every(({ is_trial, status }) => is_trial && status === "none")).toBe(
      true,
    );
    expect([await runs(accountId), await notified(accountId)]).toEqual([[], []]);
    expect(await database.sql`select count(*)::int as n from outbox where name <> 'trial/asked'`).toEqual(
      before,
    );
    // What was said after the moment was not read.
    expect(model.asked.filter(({ prompt }) => prompt.includes("Price, please"))).toHaveLength(1);
    expect(
      model.asked.some(({ prompt }) => prompt.includes("Price, please") && prompt.includes("weather")),
    ).toBe(false);
  });

  it("leaves out whom a run or an opt-out kept out then", async () => {
    const asks = await start();
    const { accountId, sequence } = asks;
    const running = await whoWrote(asks, "price?", later(-4 * DAY));
    const over = { status: "ended" as const, endReason: "completed" as const, endedAt: later(-DAY) };
    await makeEnrollment(accountId, sequence, running.id, { enrolledAt: later(-5 * DAY), ...over });
    const enrolledLater = await whoWrote(asks, "price?", later(-4 * DAY));
    await makeEnrollment(accountId, sequence, enrolledLater.id, { enrolledAt: later(-2 * DAY) });
    await tryIt(asks);
    expect((await verdicts(accountId)).map(({ contact_id }) => contact_id)).toEqual([enrolledLater.id]);
  });

  it("foretells how many it asks about and what that costs, in dollars of the set prices", async () => {
    const asks = await start({ maestro: { inputPrice: 1, outputPrice: 1 } });
    await whoWrote(asks);
    const forecast = await trialForecast(asks.accountId, asks.sequenceId, NOW);
    expect(forecast).toMatchObject({ found: 1, calls: 1 });
    await tryIt(asks);
    const [spent] = await database.sql<{ micros: number }[]>`
      select sum(cost_micros)::int as micros from ai_calls where account_id = ${asks.accountId}`;
    expect(Number(forecast.costMicros) / Number(spent?.micros)).toBeGreaterThan(0.3);
    expect(Number(forecast.costMicros) / Number(spent?.micros)).toBeLessThan(10);
    const free = await start({ maestro: { inputPrice: 0, outputPrice: 0 } });
    await whoWrote(free);
    expect((await trialForecast(free.accountId, free.sequenceId, NOW)).costMicros).toBeNull();
  });

  it("is carried on where a worker left it, and asks about nobody twice", async () => {
    const asks = await start();
    const { accountId, sequenceId } = asks;
    for (let each = 0; each < 6; each++) await whoWrote(asks);
    const { trialId } = await startTrial(accountId, { sequenceId, now: NOW });
    const ref = { sequenceId, trialId };
    expect(await trialTurn(accountId, ref, clockAt(NOW))).toEqual({ kind: "more" });
    expect(await trialTurn(accountId, ref, clockAt(NOW))).toEqual({ kind: "done" });
    expect(await trialTurn(accountId, ref, clockAt(NOW))).toEqual({ kind: "done" });
    expect(model.asked).toHaveLength(6);
  });

  it("ends with its reason when the money is spent or the endpoint fails, and keeps what it has", async () => {
    const poor = await start({ maestro: { dailyBudget: 0 } });
    await whoWrote(poor);
    await tryIt(poor);
    expect((await stateOf(poor)).trial).toMatchObject({ status: "failed", error: "budget" });
    model.mode("server_error");
    const broken = await start();
    for (let each = 0; each < 6; each++) await whoWrote(broken);
    await tryIt(broken);
    expect((await stateOf(broken)).trial).toMatchObject({ status: "failed", error: "unavailable", done: 3 });
  });

  it("is canceled, and what a late worker brings is not kept", async () => {
    const asks = await start();
    const { accountId, sequenceId } = asks;
    await whoWrote(asks);
    const { trialId } = await startTrial(accountId, { sequenceId, now: NOW });
    await expect(startTrial(accountId, { sequenceId, now: NOW })).rejects.toThrow("trial_running");
    expect(await cancelTrial(accountId, { sequenceId, now: NOW })).toEqual({ isCanceled: true });
    expect(await trialTurn(accountId, { sequenceId, trialId }, clockAt(NOW))).toEqual({ kind: "done" });
    expect(await verdicts(accountId)).toEqual([]);
  });

  it("begins nowhere but where it may, and nothing of another account", async () => {
    const mine = await start();
    const theirs = await start();
    const now = NOW;
    await expect(startTrial(mine.accountId, { sequenceId: theirs.sequenceId, now })).rejects.toThrow(
      "ai_enrollment_unsaved",
    );
    await database.sql`update sequences set status = 'archived' where id = ${mine.sequenceId}`;
    await expect(startTrial(mine.accountId, { sequenceId: mine.sequenceId, now })).rejects.toThrow(
      "sequence_not_active",
    );
    await database.sql`update maestro_settings set is_on = false where account_id = ${theirs.accountId}`;
    await expect(startTrial(theirs.accountId, { sequenceId: theirs.sequenceId, now })).rejects.toThrow(
      "maestro_off",
    );
    expect(await trialResult(mine.accountId, theirs.sequenceId)).toBeNull();
  });
});
