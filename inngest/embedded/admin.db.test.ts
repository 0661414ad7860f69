import { afterEach, describe, expect, it } from "vitest";
import { cancelRun, countRuns, getRun, listRuns, replayRun } from "./admin";
import { openWorld, type World } from "./fixtures/world";
import { pruneFinished } from "./retention";

const DAY = 86_400_000;
let world: World;
afterEach(() => world.database.drop());

async function openSample(): Promise<void> {
  world = await openWorld((client) => [
    client.createFunction(
      { id: "f", retries: 0, triggers: { event: "thing/asked" } },
      async ({ event, step }) => {
        const first = await step.run("first", () => 1);
        if (event.data.mood === "fail") throw new Error("failed on purpose");
        if (event.data.mood === "wait") {
          await step.waitForEvent("word", { event: "word/said", match: "data.id", timeout: "3d" });
        }
        return first;
      },
    ),
    client.createFunction({ id: "g", triggers: { event: "thing/asked" } }, () => "g"),
  ]);
  const moods = ["fine", "fail", "wait"];
  for (const [id, mood] of moods.entries()) {
    await world.client.send({ name: "thing/asked", data: { id: String(id), mood } });
    await world.settle();
  }
}

describe("the page of runs", () => {
  it("lists runs, newest first, by status and function, page by page", async () => {
    await openSample();
    const { sql } = world.database;
    const all = await listRuns(sql, { limit: 10 });
    expect(all).toHaveLength(6);
    expect(all.map((run) => run.id)).toEqual([...all.map((run) => run.id)].sort().reverse());
    const failed = await listRuns(sql, { status: "failed", limit: 10 });
    expect(failed).toMatchObject([{ functionId: "fixture-f", error: { message: "failed on purpose" } }]);
    const [active] = await listRuns(sql, { status: "active", functionId: "fixture-f", limit: 10 });
    expect(active?.waiting).toMatchObject({ kind: "wait", name: "word", isRunning: false });
    expect(active?.waiting?.dueAt).toEqual(new Date(world.now() + 3 * DAY));
    const page = await listRuns(sql, { limit: 4, before: all[3]?.id ?? "" });
    expect(page.map((run) => run.id)).toEqual(all.slice(4).map((run) => run.id));
    expect(await countRuns(sql)).toEqual([
      { functionId: "fixture-f", status: "active", isRetired: false, count: 1 },
      { functionId: "fixture-f", status: "completed", isRetired: false, count: 1 },
      { functionId: "fixture-f", status: "failed", isRetired: false, count: 1 },
      { functionId: "fixture-g", status: "completed", isRetired: false, count: 3 },
    ]);
  });

  it("shows one run with its event, steps and waits", async () => {
    await openSample();
    const { sql } = world.database;
    const [active] = await listRuns(sql, { status: "active", limit: 1 });
    const run = await getRun(sql, active?.id ?? "");
    expect(run).toMatchObject({
      event: { data: { mood: "wait" } },
      steps: [{ name: "first", failed: false, data: 1 }],
      wakes: [{ kind: "wait", name: "word" }],
    });
    expect(Math.abs((run?.startedAt.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(await getRun(sql, "1")).toBeNull();
    expect(await getRun(sql, "nonsense")).toBeNull();
    expect(await getRun(sql, "9999999999999999999")).toBeNull();
  });

  it("cancels an active run once", async () => {
    await openSample();
    const { sql } = world.database;
    const [active] = await listRuns(sql, { status: "active", limit: 1 });
    expect(await cancelRun(sql, active?.id ?? "", world.now())).toBe(true);
    expect(await cancelRun(sql, active?.id ?? "", world.now())).toBe(false);
    expect(await getRun(sql, active?.id ?? "")).toMatchObject({ status: "cancelled", wakes: [] });
  });

  it("replays a run from its trigger event as a new run", async () => {
    await openSample();
    const { sql } = world.database;
    const [failed] = await listRuns(sql, { status: "failed", limit: 1 });
    const id = await replayRun(sql, failed?.id ?? "", world.now());
    await world.settle();
    expect(await getRun(sql, id ?? "")).toMatchObject({
      status: "failed",
      replayOf: failed?.id,
      event: { data: { mood: "fail" } },
    });
    expect(await replayRun(sql, "1")).toBeNull();
  });
});

describe("retention", () => {
  it("deletes finished runs, routed events and nothing that is alive", async () => {
    await openSample();
    const { sql } = world.database;
    expect(await pruneFinished(sql, { olderThanDays: 7, now: world.now() + 6 * DAY })).toBe(0);
    expect(await pruneFinished(sql, { olderThanDays: 7, now: Date.now() + 8 * DAY })).toBe(5);
    const [left] = await sql`
      select (select count(*)::int from executor.run) as runs, (select count(*)::int from executor.memo) as memos,
        (select count(*)::int from executor.wake) as wakes, (select count(*)::int from executor.event) as events`;
    expect(left).toEqual({ runs: 1, memos: 1, wakes: 1, events: 0 });
  });
});
