import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { makeAccount, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { countSends, listSends } from "@/lib/sends/data";
import { LISTED_FACTS, type ListedFact, type SendFilter } from "@/lib/sends/schema";
import { workedHistory } from "./fixtures/worked-history";
import { funnelOf } from "./funnel";
import { funnelCsv } from "./funnel-csv";
import type { Funnel, FunnelCounts, FunnelFilter } from "./funnel-schema";
import { foldChanges, rebuildRollups } from "./rollups";

const database = useTestDatabase();
let world: Awaited<ReturnType<typeof workedHistory>>;
beforeAll(async () => {
  world = await workedHistory(database);
});

const funnel = (over: Partial<FunnelFilter> = {}) =>
  funnelOf(world.accountId, { sequence: world.sequenceId, ...over });
const stepOf = ({ steps }: Funnel, index: 0 | 1) =>
  steps.find(({ stepId }) => stepId === world.steps[index].id);

/** Every page of a list, the way a person walks through it. */
async function walked(filter: SendFilter): Promise<string[]> {
  const ids: string[] = [];
  let page = await listSends(world.accountId, filter, { size: 5 });
  for (;;) {
    ids.push(...page.rows.map(({ id }) => id));
    if (!page.next) return ids;
    page = await listSends(world.accountId, filter, { size: 5, after: page.next });
  }
}

async function expectLists(filter: Partial<FunnelFilter>) {
  const told = await funnel(filter);
  const base: SendFilter = { sequence: world.sequenceId, by: "enrolled", ...filter };
  const counted = async (counts: FunnelCounts, more: SendFilter) => {
    for (const fact of LISTED_FACTS) {
      const ids = await walked({ ...base, ...more, fact });
      expect([fact, more, ids.length]).toEqual([fact, more, counts[fact as ListedFact]]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(await countSends(world.accountId, { ...base, ...more, fact })).toEqual({
        count: ids.length,
        isExact: true,
      });
    }
  };
  for (const step of told.steps) {
    await counted(step, { step: step.stepId });
    for (const one of step.variants)
      await counted(one, { step: step.stepId, variant: one.variantId ?? "none" });
    for (const one of step.channels)
      await counted(one, { step: step.stepId, channel: one.channel ?? "none" });
  }
  expect(await walked({ ...base, fact: "converted" })).toHaveLength(told.converted);
  expect(await walked({ ...base, fact: "converted", step: "none" })).toHaveLength(told.convertedBefore);
  expect(await walked({ ...base, fact: "converted", holdout: "yes" })).toHaveLength(told.holdouts.converted);
  return told;
}

describe("the funnel of a worked history", () => {
  it("tells what became of each run, at the step where it happened", async () => {
    const told = await funnel();
    expect(told).toMatchObject({
      ...{ began: 10, active: 4, paused: 1, ended: 5, converted: 1, convertedBefore: 0 },
      holdouts: { began: 1, converted: 1 },
    });
    expect(stepOf(told, 0)).toMatchObject({
      ...{
        number: null,
        reached: 9,
        sent: 8,
        delivered: 2,
        read: 2,
        replied: 1,
        optedOut: 1,
        failed: 1,
        skipped: 0,
      },
      ...{ active: 1, paused: 0 },
    });
    expect(stepOf(told, 1)).toMatchObject({
      number: 1,
      reached: 1,
      sent: 1,
      converted: 1,
      active: 3,
      paused: 1,
    });
    expect(stepOf(told, 0)?.exits).toContainEqual({ reason: "stopped", runs: 1 });
    expect(stepOf(told, 1)?.exits).toEqual(
      expect.arrayContaining([
        { reason: "replied", runs: 1 },
        { reason: "opted_out", runs: 1 },
        { reason: "stopped", runs: 1 },
      ]),
    );
    expect(told.after.exits).toEqual([{ reason: "completed", runs: 1 }]);
    const exits = [...told.steps, told.after]
      .flatMap((one) => one.exits)
      .reduce((sum, { runs }) => sum + runs, 0);
    expect(exits).toBe(told.ended);
    const live = [...told.steps, told.after].reduce((sum, { active, paused }) => sum + active + paused, 0);
    expect(live).toBe(told.active + told.paused);
  });

  it("has a list for each number, by version, period, assignee, entry and without", async () => {
    await expectLists({});
    await expectLists({ version: world.versionId });
    await expectLists({ from: "2026-03-10", to: "2026-03-10" });
    await expectLists({ from: "2026-03-11" });
    await expectLists({ assignee: "none" });
    await expectLists({ entry: "manual" });
  });

  it("is what the ledger tells", async () => {
    const told = await funnel();
    const rows = await database.sql<{ kind: string; stepId: string | null; n: number }[]>`
      select l.kind, l.step_id as "stepId", count(*)::int as n from ledger l
      join enrollments e on e.id = l.enrollment_id and not e.is_holdout
      where l.account_id = ${world.accountId} group by 1, 2`;
    const noted = (kind: string, stepId?: string) =>
      rows
        .filter((row) => row.kind === kind && (!stepId || row.stepId === stepId))
        .reduce((sum, { n }) => sum + n, 0);
    for (const step of told.steps) {
      expect(step.sent).toBe(noted("sent", step.stepId));
      expect(step.failed).toBe(noted("failed", step.stepId));
    }
    expect(told.began).toBe(noted("enrolled"));
    expect(told.ended).toBe(noted("ended"));
    expect(told.converted).toBe(noted("converted"));
  });

  it("is the same before its facts are folded, while some are, after all are, and counted anew", async () => {
    const filters: Partial<FunnelFilter>[] = [
      {},
      { from: "2026-03-10", to: "2026-03-10" },
      { version: world.newer },
    ];
    const told = () => Promise.all(filters.map(funnel));
    const before = await told();
    await foldChanges(world.accountId, new Date());
    expect(await told()).toEqual(before);
    await rebuildRollups(world.accountId, new Date());
    expect(await told()).toEqual(before);
    await expectLists({});
    const direct = await funnel({ entry: "manual" });
    expect({ ...direct, versions: [] }).toMatchObject({
      steps: before[0]?.steps ?? [],
      exits: before[0]?.exits ?? [],
    });
  });

  it("shows a run under the version that it is in now, and its sends under the one that sent them", async () => {
    const [older, newer] = [
      await funnel({ version: world.versionId }),
      await funnel({ version: world.newer }),
    ];
    expect(newer).toMatchObject({ began: 1, active: 1 });
    expect(stepOf(newer, 1)).toMatchObject({ number: 1, sent: 0, active: 1 });
    expect(stepOf(newer, 0)).toBeUndefined();
    expect(stepOf(older, 0)).toMatchObject({ number: 1, sent: 8 });
    expect(older.versions.map(({ number, began }) => [number, began])).toEqual([
      [2, 1],
      [1, 9],
    ]);
  });

  it("divides a step by its variants under the letters that they have", async () => {
    const variants = stepOf(await funnel(), 0)?.variants ?? [];
    expect(variants.map(({ letter }) => letter)).toEqual(expect.arrayContaining(["A"]));
    expect(variants.reduce((sum, { reached }) => sum + reached, 0)).toBe(9);
  });
});

describe("a funnel as CSV", () => {
  it("has each number of the funnel under the name of what it counts", async () => {
    const told = await funnel();
    const rows = parse(funnelCsv(told), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows[0]).toMatchObject({
      part: "all",
      began: "10",
      active: "4",
      paused: "1",
      ended: "5",
      converted: "1",
    });
    expect(rows[1]).toMatchObject({ part: "held_out", began: "1", converted: "1" });
    for (const step of told.steps) {
      const row = rows.find(
        ({ part, step: number }) => part === "step" && number === String(step.number ?? ""),
      );
      expect(row).toMatchObject({
        sent: String(step.sent),
        replied: String(step.replied),
        active: String(step.active),
      });
      for (const { reason, runs } of step.exits) expect(row?.[`ended_${reason}`]).toBe(String(runs));
    }
  });
});

describe("a funnel of what is not there", () => {
  it("has zeros in the future, and turns days that stand the wrong way round", async () => {
    expect(await funnel({ from: "2031-01-01", to: "2031-12-31" })).toMatchObject({
      began: 0,
      converted: 0,
      exits: [],
    });
    const straight = await funnel({ from: "2026-03-10", to: "2026-03-11" });
    expect(await funnel({ from: "2026-03-11", to: "2026-03-10" })).toEqual(straight);
  });

  it("is refused plainly of a sequence that was deleted, of another account, and of an unknown segment", async () => {
    const gone = { code: "not_found", message: "sequence_not_found" };
    await expect(funnel({ sequence: randomUUID() })).rejects.toMatchObject(gone);
    const other = await makeSequence(await makeAccount());
    await expect(funnel({ sequence: other.sequenceId })).rejects.toMatchObject(gone);
    await expect(funnel({ segment: randomUUID() })).rejects.toMatchObject({ message: "segment_not_found" });
  });

  it("is told of an archived sequence, and of one that never began anything", async () => {
    await database.sql`update sequences set status = 'archived', archived_at = now() where id = ${world.sequenceId}`;
    expect(await funnel()).toMatchObject({ sequence: { status: "archived" }, began: 10 });
    const { accountId, sequenceId } = await makeSequence(world.accountId).then((made) => ({
      ...made,
      ...world,
      sequenceId: made.sequenceId,
    }));
    const empty = await funnelOf(accountId, { sequence: sequenceId });
    expect(empty).toMatchObject({ began: 0, versions: [] });
    expect(empty.steps.map(({ number, reached }) => [number, reached])).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });
});
