import { beforeEach, describe, expect, it } from "vitest";
import { makeAccount, makeContact } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import type { MaestroConfig } from "@/lib/core/model-maestro";
import type { CallReport } from "@/lib/maestro/types";
import { changeSettings } from "@/lib/settings/mutations";
import { meterOf } from "./ai-meter";
import { maestroConfig } from "./fixtures/maestro";

const db = useTestDatabase();

/** 21:30 of the 20th in São Paulo. */
const NOW = new Date("2026-11-21T00:30:00Z");
const HOUR_MS = 3_600_000;
/** A dollar a call at most: 500 tokens in and 500 out, at 1,000 dollars a million. */
const config: MaestroConfig = { ...maestroConfig, inputPrice: 1_000, outputPrice: 1_000, dailyBudget: 10 };
const estimate = { inputTokens: 500, outputTokens: 500 };
const report: CallReport = {
  ...{ purpose: "compose", outcome: "ok", detail: "", model: "stub", inputTokens: 100, outputTokens: 50 },
  ...{ latencyMs: 12, promptHash: "abc", output: { text: "Hi \0 there \ud800" }, findings: [] },
};

let accountId: AccountId;
beforeEach(async () => {
  accountId = await makeAccount();
  await changeSettings(accountId, { settings: { timeZone: "America/Sao_Paulo" }, now: NOW });
});

const dayOf = async (id: AccountId = accountId) =>
  (
    await db.sql`
      select day::text, calls, spent_micros::int as spent, reserved_micros::int as reserved from ai_days
      where account_id = ${id} order by day`
  ).map((row) => ({ ...row }));

describe("what calls cost", () => {
  it("is held before, and put right after by what was counted", async () => {
    const meter = meterOf(accountId, config, {}, NOW);
    expect(await meter.reserve(estimate)).toBe(true);
    expect(await dayOf()).toEqual([{ day: "2026-11-20", calls: 0, spent: 0, reserved: 1_000_000 }]);
    await meter.settle(report);
    expect(await dayOf()).toEqual([{ day: "2026-11-20", calls: 1, spent: 150_000, reserved: 0 }]);
  });

  it("stands in the ledger beside what the call was for and came to", async () => {
    const about = { contactId: (await makeContact(accountId)).id, sequenceId: crypto.randomUUID() };
    const meter = meterOf(accountId, config, about, NOW);
    await meter.reserve(estimate);
    await meter.settle({ ...report, outcome: "blocked", detail: "d".repeat(10) });
    const [call] = await db.sql`select * from ai_calls where account_id = ${accountId}`;
    expect(call).toMatchObject({
      ...{ at: NOW, purpose: "compose", outcome: "blocked", model: "stub", input_tokens: 100 },
      ...{ output_tokens: 50, cost_micros: "150000", latency_ms: 12, prompt_hash: "abc", findings: [] },
      // What Postgres cannot store is left out rather than losing the entry.
      ...{ output: { text: "Hi  there \ufffd" }, contact_id: about.contactId, sequence_id: about.sequenceId },
      ...{ enrollment_id: null, draft_id: null },
    });
  });

  it("is all that is kept of a call about a person who is gone", async () => {
    const meter = meterOf(accountId, config, { contactId: crypto.randomUUID() }, NOW);
    await meter.reserve(estimate);
    await meter.settle({ ...report, detail: "Sure! Here is a message for Ana" });
    const [call] = await db.sql`select * from ai_calls where account_id = ${accountId}`;
    expect(call).toMatchObject({ cost_micros: "150000", detail: "", output: null, findings: null });
    expect(await dayOf()).toMatchObject([{ calls: 1, spent: 150_000, reserved: 0 }]);
  });

  it("of a call whose end nobody lived to see stays held for that day, and no longer", async () => {
    const tight = { ...config, dailyBudget: 1 };
    await meterOf(accountId, tight, {}, NOW).reserve(estimate);
    expect(await meterOf(accountId, tight, {}, NOW).reserve(estimate)).toBe(false);
    const tomorrow = new Date(NOW.getTime() + 24 * HOUR_MS);
    expect(await meterOf(accountId, tight, {}, tomorrow).reserve(estimate)).toBe(true);
  });

  it("is counted by the account's day, each with a budget of its own", async () => {
    for (const now of [NOW, new Date(NOW.getTime() + 3 * HOUR_MS)]) {
      const meter = meterOf(accountId, { ...config, dailyBudget: 1 }, {}, now);
      expect(await meter.reserve(estimate)).toBe(true);
      await meter.settle(report);
    }
    expect((await dayOf()).map(({ day }) => day)).toEqual(["2026-11-20", "2026-11-21"]);
  });

  it("falls on the day on which it was held, also where the answer came after midnight", async () => {
    const meter = meterOf(accountId, config, {}, NOW);
    await meter.reserve(estimate);
    await changeSettings(accountId, { settings: { timeZone: "Asia/Tokyo" }, now: NOW });
    await meter.settle(report);
    expect(await dayOf()).toEqual([{ day: "2026-11-20", calls: 1, spent: 150_000, reserved: 0 }]);
  });
});

describe("the budget", () => {
  it("lets no call begin that could go over it", async () => {
    const meter = meterOf(accountId, { ...config, dailyBudget: 0.9 }, {}, NOW);
    expect(await meter.reserve(estimate)).toBe(false);
    expect(await dayOf()).toEqual([]);
    expect(await meter.reserve({ inputTokens: 500, outputTokens: 400 })).toBe(true);
  });

  it("counts what others hold", async () => {
    const [first, second] = [0, 1].map(() => meterOf(accountId, { ...config, dailyBudget: 1.5 }, {}, NOW));
    expect(await first?.reserve(estimate)).toBe(true);
    expect(await second?.reserve(estimate)).toBe(false);
    await first?.settle(report);
    expect(await second?.reserve(estimate)).toBe(true);
  });

  it("is never exceeded by 50 calls at once", async () => {
    const granted = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const meter = meterOf(accountId, config, {}, NOW);
        const isGranted = await meter.reserve(estimate);
        if (isGranted) await meter.settle({ ...report, inputTokens: 500, outputTokens: 500 });
        return isGranted;
      }),
    );
    expect(granted.filter(Boolean)).toHaveLength(10);
    expect(await dayOf()).toEqual([{ day: "2026-11-20", calls: 10, spent: 10_000_000, reserved: 0 }]);
  });

  it("of nothing stops all that costs, and nothing that is free", async () => {
    const none = { ...config, dailyBudget: 0 };
    expect(await meterOf(accountId, none, {}, NOW).reserve(estimate)).toBe(false);
    const free = { ...none, inputPrice: 0, outputPrice: 0 };
    expect(await meterOf(accountId, free, {}, NOW).reserve(estimate)).toBe(true);
  });

  it("that is none stops nothing", async () => {
    const meter = meterOf(accountId, { ...config, dailyBudget: null }, {}, NOW);
    expect(await meter.reserve({ inputTokens: 10_000_000, outputTokens: 10_000_000 })).toBe(true);
  });

  it("is another account's own", async () => {
    const other = await makeAccount();
    expect(await meterOf(other, { ...config, dailyBudget: 1 }, {}, NOW).reserve(estimate)).toBe(true);
    expect(await meterOf(accountId, { ...config, dailyBudget: 1 }, {}, NOW).reserve(estimate)).toBe(true);
  });

  it("that is spent leaves an entry in the ledger that costs nothing", async () => {
    const meter = meterOf(accountId, { ...config, dailyBudget: 0.5 }, {}, NOW);
    expect(await meter.reserve(estimate)).toBe(false);
    await meter.settle({ ...report, outcome: "budget", inputTokens: 0, outputTokens: 0, output: null });
    const calls = await db.sql`
      select outcome, cost_micros::int as cost from ai_calls where account_id = ${accountId}`;
    expect(calls.map((call) => ({ ...call }))).toEqual([{ outcome: "budget", cost: 0 }]);
    expect(await dayOf()).toEqual([]);
  });
});
