import { beforeEach, describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import type { AiOutcome, AiPurpose } from "@/lib/core/model-maestro";
import { meterOf } from "@/lib/engine/ai-meter";
import { maestroConfig } from "@/lib/engine/fixtures/maestro";
import { changeSettings } from "@/lib/settings/mutations";
import { aiCallOf, aiTotals, listAiCalls } from "./ai-use";

const db = useTestDatabase();

/** 21:30 of the 20th in São Paulo. */
const NOW = new Date("2026-11-21T00:30:00Z");
const DAY_MS = 86_400_000;
const config = { ...maestroConfig, inputPrice: 1, outputPrice: 1, dailyBudget: null };

let accountId: AccountId;
beforeEach(async () => {
  accountId = await makeAccount();
  await changeSettings(accountId, { settings: { timeZone: "America/Sao_Paulo" }, now: NOW });
});

type Call = { purpose?: AiPurpose; outcome?: AiOutcome; at?: Date; about?: Parameters<typeof meterOf>[2] };

/** One call that cost a thousand tokens at a dollar a million. */
async function call(
  { purpose = "compose", outcome = "ok", at = NOW, about = {} }: Call = {},
  of = accountId,
) {
  const meter = meterOf(of, config, about, at);
  await meter.reserve({ inputTokens: 2_000, outputTokens: 0 });
  await meter.settle({
    ...{ purpose, outcome, detail: "as told", model: "stub", inputTokens: 900, outputTokens: 100 },
    ...{ latencyMs: 5, promptHash: "abc", output: { text: "Hi" }, findings: [] },
  });
}

const list = (filter = {}, cursor = {}) => listAiCalls(accountId, filter, cursor);

describe("the ledger of AI use", () => {
  it("lists calls newest first, with whom and what they were about", async () => {
    const contact = await makeContact(accountId, { name: "Ana" });
    const { sequenceId } = await makeSequence(accountId);
    await call({ at: new Date(NOW.getTime() - 1_000) });
    await call({ purpose: "repair", about: { contactId: contact.id, sequenceId } });
    const { rows, count } = await list();
    expect(count).toBe(2);
    expect(rows.map(({ purpose }) => purpose)).toEqual(["repair", "compose"]);
    expect(rows[0]).toMatchObject({
      ...{ at: NOW.toISOString(), model: "stub", inputTokens: 900, outputTokens: 100, costMicros: 1_000 },
      ...{ contact: { id: contact.id, name: "Ana" }, sequence: { id: sequenceId } },
    });
    expect(rows[1]).toMatchObject({ contact: null, sequence: null });
  });

  it("is narrowed by purpose and outcome", async () => {
    await call();
    await call({ purpose: "classify", outcome: "timeout" });
    await call({ purpose: "classify" });
    expect((await list({ purpose: "classify" })).count).toBe(2);
    expect((await list({ outcome: "timeout" })).rows).toMatchObject([{ purpose: "classify" }]);
    expect((await list({ purpose: "compose", outcome: "timeout" })).rows).toEqual([]);
  });

  it("is walked page by page, forth and back, over calls of one moment too", async () => {
    await db.sql`
      insert into ai_calls (account_id, at, purpose, outcome, model)
      select ${accountId}, ${NOW}::timestamptz - ((n / 7) || ' seconds')::interval, 'compose', 'ok', 'm' || n
      from generate_series(1, 120) n`;
    const pages = [await list()];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
      pages.push(await list({}, { after: next }));
    expect(pages.map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
    const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(120);
    const back = await list({}, { before: pages[2]?.previous ?? "" });
    expect(back.rows).toEqual(pages[1]?.rows);
  });

  it("begins anew behind a call that is gone", async () => {
    await call();
    const gone = await list({}, { after: crypto.randomUUID() });
    expect(gone.rows).toHaveLength(1);
  });

  it("opens a call with what came of it, and none of another account", async () => {
    await call({ outcome: "blocked" });
    const [row] = (await list()).rows;
    expect(await aiCallOf(accountId, row?.id ?? "")).toMatchObject({
      ...{ outcome: "blocked", detail: "as told", promptHash: "abc", output: { text: "Hi" }, findings: [] },
    });
    expect(await aiCallOf(await makeAccount(), row?.id ?? "")).toBeNull();
    expect((await listAiCalls(await makeAccount(), {}, {})).count).toBe(0);
  });
});

describe("the totals", () => {
  it("count today, 7 and 30 days by the account's calendar", async () => {
    await call();
    for (const days of [1, 6, 7, 29, 30]) await call({ at: new Date(NOW.getTime() - days * DAY_MS) });
    expect(await aiTotals(accountId, NOW)).toMatchObject({
      today: { calls: 1, costMicros: 1_000 },
      week: { calls: 3, costMicros: 3_000 },
      month: { calls: 5, costMicros: 5_000 },
      ...{ heldMicros: 0, zone: "America/Sao_Paulo" },
    });
  });

  it("tell what calls under way hold", async () => {
    await meterOf(accountId, config, {}, NOW).reserve({ inputTokens: 2_000, outputTokens: 500 });
    expect(await aiTotals(accountId, NOW)).toMatchObject({
      today: { calls: 0, costMicros: 0 },
      heldMicros: 2_500,
    });
  });
});
