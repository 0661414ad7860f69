import { afterEach, describe, expect, it } from "vitest";
import { openWorld, type World } from "./fixtures/world";

const HOUR = 3_600_000;
let world: World;
afterEach(() => world.database.drop());

describe("the embedded executor", () => {
  it("starts a run on its event, records each step once and finishes with the returned value", async () => {
    const bodies: string[] = [];
    world = await openWorld((client) => [
      client.createFunction({ id: "sum", triggers: { event: "sum/asked" } }, async ({ event, step }) => {
        const a = await step.run("a", () => {
          bodies.push("a");
          return { value: event.data.first as number };
        });
        const b = await step.run("b", () => {
          bodies.push("b");
          return a.value + 1;
        });
        return a.value + b;
      }),
    ]);
    await world.client.send({ name: "sum/asked", data: { first: 20 } });
    await world.settle();
    const [run] = await world.runs();
    expect(run).toMatchObject({ slug: "fixture-sum", status: 1, output: 41 });
    expect(bodies).toEqual(["a", "b"]);
    expect(await world.memos(run?.id ?? "")).toMatchObject([
      { name: "a", data: { value: 20 } },
      { name: "b", data: 21 },
    ]);
  });

  it("sleeps for a duration and until an instant", async () => {
    world = await openWorld((client) => [
      client.createFunction({ id: "nap", triggers: { event: "nap/asked" } }, async ({ step }) => {
        await step.sleep("three-hours", "3h");
        const woke = await step.run("woke", () => world.now());
        await step.sleepUntil("tomorrow", new Date(woke + 24 * HOUR));
        return [woke, await step.run("done", () => world.now())];
      }),
    ]);
    const start = world.now();
    await world.client.send({ name: "nap/asked", data: {} });
    await world.settle(2 * HOUR);
    expect(await world.runs()).toMatchObject([{ status: 0 }]);
    await world.settle(48 * HOUR);
    expect(await world.runs()).toMatchObject([{ status: 1, output: [start + 3 * HOUR, start + 27 * HOUR] }]);
  });

  it("waits for the matching event, or for the timeout", async () => {
    world = await openWorld((client) => [
      client.createFunction({ id: "wait", triggers: { event: "wait/asked" } }, async ({ step }) => {
        const reply = await step.waitForEvent("reply", {
          event: "reply/came",
          match: "data.id",
          timeout: "2d",
        });
        return reply ? reply.data.text : "silence";
      }),
    ]);
    await world.client.send([
      { name: "wait/asked", data: { id: "1" } },
      { name: "wait/asked", data: { id: "2" } },
    ]);
    await world.settle();
    await world.client.send([
      { name: "reply/came", data: { id: "3", text: "not yours" } },
      { name: "reply/came", data: { id: "2", text: "hello" } },
    ]);
    await world.settle();
    expect(await world.runs()).toMatchObject([{ status: 0 }, { status: 1, output: "hello" }]);
    await world.settle(72 * HOUR);
    expect(await world.runs()).toMatchObject([{ output: "silence" }, { output: "hello" }]);
  });

  it("cancels the sleeping run that a cancelOn event matches, and no other", async () => {
    world = await openWorld((client) => [
      client.createFunction(
        {
          id: "drip",
          triggers: { event: "drip/started" },
          cancelOn: [{ event: "drip/ended", match: "data.id" }],
        },
        async ({ step }) => {
          await step.sleep("days", "3d");
          return "slept";
        },
      ),
    ]);
    await world.client.send([
      { name: "drip/started", data: { id: "1" } },
      { name: "drip/started", data: { id: "2" } },
    ]);
    await world.settle();
    await world.client.send({ name: "drip/ended", data: { id: "1" } });
    await world.settle(96 * HOUR);
    expect(await world.runs()).toMatchObject([{ status: 3 }, { status: 1, output: "slept" }]);
    const [left] = await world.database.sql`
      select (select count(*)::int from executor.wake) as wakes, (select count(*)::int from executor.run_key) as keys`;
    expect(left).toEqual({ wakes: 0, keys: 0 });
  });
});
