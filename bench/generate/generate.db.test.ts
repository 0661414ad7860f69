import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { checkRollups } from "@/lib/reports/check-rollups";
import { askAll, worstOf } from "../reports/ask-all";
import { readKnown } from "../reports/known";
import { check } from "./check";
import { generate } from "./generate";

const database = useTestDatabase();

const ENROLLMENTS = 1_500;
/** A Friday at noon where the account is at home. */
const END = new Date("2026-11-20T15:00:00Z");
let accountId: AccountId;

beforeAll(async () => {
  const { sql } = database;
  ({ accountId } = await generate({ sql, enrollments: ENROLLMENTS, seed: 7, end: END, say: () => {} }));
}, 60_000);

describe("a generated account", () => {
  it("has as many runs as were asked for, each as the engine would have left it", async () => {
    const said: string[] = [];
    expect(
      await check(database.sql, { accountId, now: END, say: (line) => said.push(line) }),
      said.join("\n"),
    ).toBe(true);
    expect(said[0]).toMatch(
      new RegExp(`^${ENROLLMENTS} enrollments, [45]\\d{3} messages, 1[5-9]\\d{3} ledger rows`),
    );
  });

  it("has live runs of which the engine keeps the stored decision", async () => {
    const said: string[] = [];
    await check(database.sql, { accountId, now: END, say: (line) => said.push(line) });
    const decisions = JSON.parse(said.at(-1)?.replace(/^[^{]*/, "") ?? "{}") as Record<string, number>;
    const counts = Object.entries(decisions);
    const kept = counts
      .filter(([name]) => name.includes("(as stored)"))
      .reduce((sum, [, count]) => sum + count, 0);
    const all = counts.reduce((sum, [, count]) => sum + count, 0);
    expect(kept / all).toBeGreaterThan(0.9);
  });

  it("has rollups that are right", async () => {
    expect(await checkRollups(accountId)).toEqual([]);
  });

  it("can be asked, and each answer comes with the way in which it was read", async () => {
    const known = { ...(await readKnown(database.sql, "big")), now: END };
    const names = ["status live", "timeline", "of a year", "overview"];
    const rows = await askAll({
      ...{ sql: database.sql, known, runs: 2, statements: () => [], say: () => {} },
      isWanted: ({ name }) => names.includes(name),
    });
    expect(rows.map(({ group, runs }) => ({ group, runs }))).toEqual([
      { group: "browser", runs: 2 },
      { group: "count", runs: 2 },
      { group: "funnel", runs: 2 },
      { group: "overview", runs: 2 },
      { group: "timeline", runs: 2 },
    ]);
    expect(worstOf(rows)).toMatchObject({ reportsFunnelSlowest: "of a year" });
  });
});
