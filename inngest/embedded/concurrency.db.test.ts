import { afterEach, describe, expect, it } from "vitest";
import type { ExecutorOptions } from "./executor";
import { openWorld, type World } from "./fixtures/world";
import { limitsOf } from "./slots";

let world: World;
afterEach(() => world.database.drop());

/** Counts how many bodies run at once, per key. */
function gauge() {
  const now = new Map<string, number>();
  const most = new Map<string, number>();
  return {
    most,
    async during(key: string): Promise<void> {
      now.set(key, (now.get(key) ?? 0) + 1);
      most.set(key, Math.max(most.get(key) ?? 0, now.get(key) ?? 0));
      await new Promise((resolve) => setTimeout(resolve, 5));
      now.set(key, (now.get(key) ?? 0) - 1);
    },
  };
}

async function runAll(options: Partial<ExecutorOptions> = {}): Promise<void> {
  const other = world.join(options);
  for (let turn = 0; turn < 50; turn++) {
    await Promise.all([world.executor.runUntilIdle(), other.runUntilIdle()]);
    const [open] = await world.database.sql`select 1 from executor.wake limit 1`;
    if (!open) return;
  }
}

describe("concurrency limits", () => {
  it("hold over all workers, and every run still finishes", async () => {
    const { most, during } = gauge();
    world = await openWorld((client) => [
      client.createFunction(
        { id: "f", triggers: { event: "thing/asked" }, concurrency: 3 },
        async ({ step }) => {
          await step.run("a", () => during("all"));
          await step.run("b", () => during("all"));
        },
      ),
    ]);
    await world.client.send(Array.from({ length: 20 }, () => ({ name: "thing/asked" })));
    await runAll();
    expect(most.get("all")).toBe(3);
    expect((await world.runs()).every((run) => run.status === 1)).toBe(true);
    const [left] = await world.database.sql`
      select (select count(*)::int from executor.slot) as slots, (select count(*)::int from executor.slot_queue) as queued`;
    expect(left).toEqual({ slots: 0, queued: 0 });
  });

  it("count per key, and over functions when the scope says so", async () => {
    const { most, during } = gauge();
    const options = (id: string) => ({
      id,
      triggers: { event: `${id}/asked` },
      concurrency: [{ limit: 1, key: "event.data.account", scope: "account" as const }, { limit: 4 }] as [
        { limit: number; key: string; scope: "account" },
        { limit: number },
      ],
    });
    world = await openWorld((client) =>
      ["f", "g"].map((id) =>
        client.createFunction(options(id), ({ step, event }) =>
          step.run("a", () => Promise.all([during(event.data.account), during(id)])),
        ),
      ),
    );
    await world.client.send(
      Array.from({ length: 24 }, (_, index) => ({
        name: index % 2 ? "f/asked" : "g/asked",
        data: { account: `account-${index % 6}` },
      })),
    );
    await runAll();
    for (let index = 0; index < 6; index++) expect(most.get(`account-${index}`)).toBe(1);
    expect(most.get("f")).toBeLessThanOrEqual(4);
    expect((await world.runs()).every((run) => run.status === 1)).toBe(true);
  });

  it("are given back when the worker that held them died", async () => {
    world = await openWorld((client) => [
      client.createFunction({ id: "f", triggers: { event: "thing/asked" }, concurrency: 1 }, () => "ran"),
    ]);
    await world.executor.runUntilIdle();
    await world.database.sql`
      insert into executor.slot (key, run_id, step_id, until)
      values (${slotKey()}, 1, '', ${new Date(world.now() + 30_000)})`;
    await world.client.send({ name: "thing/asked" });
    await world.settle();
    expect(await world.runs()).toMatchObject([{ status: 0 }]);
    world.pass(31_000);
    await world.settle();
    expect(await world.runs()).toMatchObject([{ status: 1, output: "ran" }]);
  });
});

function slotKey(): string {
  const rules = { slug: "fixture-f", concurrency: [{ limit: 1, scope: "fn" as const, key: null }] };
  return (
    limitsOf(
      { ...rules, triggers: [], crons: [], cancel: [], idempotency: null, fairBy: null, maxAttempts: 1 },
      {},
    )[0]?.key ?? ""
  );
}
