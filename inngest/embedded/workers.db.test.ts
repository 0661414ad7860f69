import { afterEach, describe, expect, it } from "vitest";
import { claimDue } from "./claim";
import { createExecutor } from "./executor";
import { openWorld, type World } from "./fixtures/world";
import { NO_LANE } from "./lanes";

const LEASE_MS = 30_000;
const asked = { triggers: { event: "thing/asked" } };
let world: World;
afterEach(() => world.database.drop());

async function until(isDone: () => Promise<boolean>): Promise<void> {
  while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe("several workers", () => {
  it("share the runs, and each step is run and recorded once", async () => {
    const bodies = new Map<string, number>();
    world = await openWorld((client) => [
      client.createFunction({ id: "f", ...asked }, async ({ event, step }) => {
        for (let turn = 0; turn < 3; turn++) {
          await step.run(`turn-${turn}`, () => {
            const key = `${event.data.n}:${turn}`;
            bodies.set(key, (bodies.get(key) ?? 0) + 1);
          });
        }
        return event.data.n;
      }),
    ]);
    const workers = [world.executor, world.join(), world.join()];
    await world.client.send(Array.from({ length: 300 }, (_, n) => ({ name: "thing/asked", data: { n } })));
    await Promise.all(workers.map((worker) => worker.runUntilIdle()));
    const runs = await world.runs();
    expect(runs).toHaveLength(300);
    expect(runs.every((run) => run.status === 1)).toBe(true);
    expect(bodies.size).toBe(900);
    expect([...bodies.values()].every((count) => count === 1)).toBe(true);
    expect(workers.reduce((sum, worker) => sum + worker.stats().lost, 0)).toBe(0);
  });

  it("take over what a dead worker held, when its lease is over", async () => {
    world = await openWorld((client) => [
      client.createFunction({ id: "f", ...asked }, ({ step }) => step.run("a", () => "done")),
    ]);
    await world.executor.runUntilIdle();
    await world.client.send({ name: "thing/asked" });
    await world.executor.runUntilIdle().then(
      () => world.database.sql`
      update executor.run set status = 0, ended_at = null, output = null`,
    );
    await world.database.sql`delete from executor.memo`;
    await world.database.sql`
      insert into executor.wake (run_id, due_at, kind) select id, ${new Date(world.now())}, 0 from executor.run`;
    const [held] = await claimDue(world.database.sql, world.now(), LEASE_MS, [{ lane: NO_LANE, most: 10 }]);
    expect(held?.gen).toBe(1);
    await world.settle();
    expect(await world.runs()).toMatchObject([{ status: 0 }]);
    world.pass(LEASE_MS + 1);
    await world.settle();
    expect(await world.runs()).toMatchObject([{ status: 1, output: "done" }]);
  });

  it("record nothing and run no further step once their lease went to another", async () => {
    const bodies: string[] = [];
    world = await openWorld((client) => [
      client.createFunction({ id: "f", ...asked }, async ({ step }) => {
        await step.run("slow", async () => {
          bodies.push("slow");
          if (bodies.length > 1) return "second";
          // The worker stalls beyond its lease; another one does all the work meanwhile.
          world.pass(LEASE_MS + 1);
          await world.join().runUntilIdle();
          return "first";
        });
        return step.run("next", () => {
          bodies.push("next");
          return "next";
        });
      }),
    ]);
    await world.client.send({ name: "thing/asked" });
    await world.settle();
    expect(bodies).toEqual(["slow", "slow", "next"]);
    const [run] = await world.runs();
    expect(await world.memos(run?.id ?? "")).toMatchObject([{ data: "second" }, { data: "next" }]);
    expect(world.executor.stats().lost).toBe(1);
  });

  it("keep their lease while a step takes longer than it", async () => {
    let bodies = 0;
    const LEASE = 600;
    const left = async () => {
      const [wake] = await world.database.sql<{ due_at: Date }[]>`select due_at from executor.wake`;
      return (wake?.due_at.getTime() ?? 0) - world.now();
    };
    world = await openWorld(
      (client) => [
        client.createFunction({ id: "f", ...asked }, ({ step }) =>
          step.run("slow", async () => {
            bodies++;
            // Several leases long, on a clock that waits for each renewal however slow the machine is.
            for (let turn = 0; turn < 6; turn++) {
              world.pass(LEASE / 2);
              await until(async () => (await left()) > LEASE / 2);
            }
            return "done";
          }),
        ),
      ],
      { leaseSeconds: LEASE / 1_000 },
    );
    const other = world.join();
    await Promise.all([world.executor.start(), other.start()]);
    await world.client.send({ name: "thing/asked" });
    await until(async () => (await world.runs())[0]?.status === 1);
    await Promise.all([world.executor.stop(), other.stop()]);
    expect(bodies).toBe(1);
  });

  it("wait for what is in flight when they stop", async () => {
    let isDone = false;
    let isBegun = false;
    world = await openWorld(
      (client) => [
        client.createFunction({ id: "f", ...asked }, ({ step }) =>
          step.run("slow", async () => {
            isBegun = true;
            await new Promise((resolve) => setTimeout(resolve, 200));
            isDone = true;
          }),
        ),
      ],
      { clock: Date.now },
    );
    await world.executor.start();
    await world.client.send({ name: "thing/asked" });
    await until(async () => isBegun);
    await world.executor.stop();
    expect(isDone).toBe(true);
    expect(await world.runs()).toMatchObject([{ status: 1 }]);
  });
});

describe("a run whose function is gone", () => {
  it("waits, is reported, and goes on when the function is back", async () => {
    world = await openWorld((client) => [
      client.createFunction({ id: "f", ...asked }, async ({ step }) => {
        await step.sleep("nap", "1m");
        return "done";
      }),
    ]);
    await world.client.send({ name: "thing/asked" });
    await world.settle();
    const { sql } = world.database;
    const warnings: string[] = [];
    const without = createExecutor({
      sql,
      client: world.client,
      functions: [],
      clock: world.now,
      log: (_level, message) => warnings.push(message),
    });
    world.pass(60_000);
    await without.runUntilIdle();
    await world.client.send({ name: "thing/asked" });
    await without.runUntilIdle();
    expect(without.stats().unknownFunctions).toEqual(["fixture-f"]);
    expect(warnings).toEqual([expect.stringContaining("fixture-f")]);
    expect(await world.runs()).toMatchObject([{ status: 0 }]);
    world.pass(60_000);
    await world.join().runUntilIdle();
    expect(await world.runs()).toMatchObject([{ status: 1, output: "done" }]);
  });
});
