import { afterEach, describe, expect, it } from "vitest";
import { listRuns } from "./admin";
import { claimDue } from "./claim";
import { openWorld, type World } from "./fixtures/world";
import { NO_LANE } from "./lanes";

const HOUR = 3_600_000;
const asked = { triggers: { event: "thing/asked" } };
let world: World;
afterEach(() => world.database.drop());

describe("events", () => {
  it("start the functions whose condition they meet", async () => {
    world = await openWorld((client) => [
      client.createFunction(
        { id: "small", triggers: { event: "thing/asked", if: "event.data.size == 'small'" } },
        () => "small",
      ),
      client.createFunction({ id: "any", ...asked }, () => "any"),
    ]);
    await world.client.send([
      { name: "thing/asked", data: { size: "small" } },
      { name: "thing/asked", data: { size: "large" } },
      { name: "thing/else", data: { size: "small" } },
    ]);
    await world.settle();
    expect((await world.runs()).map((run) => run.output).sort()).toEqual(["any", "any", "small"]);
  });

  it("of one name and id are taken once", async () => {
    world = await openWorld((client) => [client.createFunction({ id: "f", ...asked }, () => null)]);
    const sent = await world.client.send({ name: "thing/asked", id: "one" });
    expect(sent.ids).toEqual(["one"]);
    await world.settle();
    await world.client.send([
      { name: "thing/asked", id: "one" },
      { name: "thing/asked", id: "two" },
      { name: "thing/asked", id: "two" },
    ]);
    await world.settle();
    expect(await world.runs()).toHaveLength(2);
  });

  it("with a date in the future start their run then", async () => {
    world = await openWorld((client) => [client.createFunction({ id: "f", ...asked }, () => "ran")]);
    await world.client.send({ name: "thing/asked", ts: Date.now() + HOUR });
    await world.settle();
    expect(await world.runs()).toMatchObject([{ status: 0 }]);
    const { nextDueAt } = await world.executor.runUntilIdle();
    world.pass((nextDueAt?.getTime() ?? 0) - world.now());
    await world.settle();
    expect(await world.runs()).toMatchObject([{ status: 1 }]);
  });

  it("whose names belong to the engine are refused from outside", async () => {
    world = await openWorld((client) => [client.createFunction({ id: "f", ...asked }, () => null)]);
    await expect(world.client.send({ name: "inngest/function.failed" })).rejects.toThrow();
  });

  it("may carry any text, also one that Postgres cannot hold as text", async () => {
    const odd = "nul \u0000, half a pair \ud800, quote ' \" \\ and 😀";
    world = await openWorld((client) => [
      client.createFunction(
        { id: "f", ...asked, cancelOn: [{ event: "thing/ended", match: "data.id" }] },
        async ({ event, step }) => {
          const echo = await step.run("echo", () => event.data.text as string);
          const word = await step.waitForEvent("word", {
            event: "word/said",
            match: "data.id",
            timeout: "1d",
          });
          return [echo, word?.data.text];
        },
      ),
    ]);
    const send = (name: string, id: string) => world.client.send({ name, data: { text: odd, id } });
    await send("thing/ended", "1");
    await world.settle();
    await send("thing/asked", "1");
    await send("thing/asked", "2");
    await world.settle();
    await send("word/said", "1");
    await send("thing/ended", "2");
    await world.settle();
    expect(await world.runs()).toMatchObject([{ status: 1, output: [odd, odd] }, { status: 3 }]);
    const ofData = { field: "id", value: "2" };
    expect(await listRuns(world.database.sql, { ofData, limit: 10 })).toMatchObject([
      { status: "cancelled" },
    ]);
  });

  it("can be sent by a step and start other functions", async () => {
    world = await openWorld((client) => [
      client.createFunction({ id: "f", ...asked }, async ({ step }) => {
        const { ids } = await step.sendEvent("tell", [
          { name: "thing/told", id: "t1" },
          { name: "thing/told" },
        ]);
        return ids.length;
      }),
      client.createFunction({ id: "g", triggers: { event: "thing/told" } }, () => "told"),
    ]);
    await world.client.send({ name: "thing/asked" });
    await world.settle();
    expect((await world.runs()).map((run) => run.output)).toEqual([2, "told", "told"]);
  });
});

describe("idempotency", () => {
  it("starts one run per key in 24 hours", async () => {
    world = await openWorld((client) => [
      client.createFunction(
        { id: "f", ...asked, idempotency: "event.data.id" },
        ({ event }) => event.data.id,
      ),
    ]);
    const send = (...ids: string[]) =>
      world.client.send(ids.map((id) => ({ name: "thing/asked", data: { id } })));
    await send("a", "a", "b");
    await world.settle();
    await send("b", "c");
    await world.settle(25 * HOUR);
    await send("a");
    await world.settle();
    expect((await world.runs()).map((run) => run.output)).toEqual(["a", "b", "c", "a"]);
  });
});

describe("an event that comes too early for Inngest", () => {
  it("still ends a wait that is written a moment later", async () => {
    world = await openWorld((client) => [
      client.createFunction({ id: "f", ...asked }, async ({ step, event }) => {
        // The answer arrives and is routed while the function is still on its way to the wait.
        await step.run("ask", async () => {
          await world.client.send({ name: "answer/came", data: { id: event.data.id, text: "quick" } });
          await world.join().runUntilIdle();
        });
        const answer = await step.waitForEvent("answer", {
          event: "answer/came",
          match: "data.id",
          timeout: "1d",
        });
        return answer?.data.text ?? "missed";
      }),
    ]);
    // The first time nobody has waited on that field yet; the second time the engine already keeps keys for it.
    await world.client.send({ name: "thing/asked", data: { id: "1" } });
    await world.settle(48 * HOUR);
    await world.client.send({ name: "thing/asked", data: { id: "2" } });
    await world.settle(48 * HOUR);
    expect((await world.runs()).map((run) => run.output)).toEqual(["quick", "quick"]);
  });

  it("still ends the wait when the worker that asked for it died before it recorded anything", async () => {
    let asks = 0;
    world = await openWorld((client) => [
      client.createFunction({ id: "f", ...asked }, async ({ step, event }) => {
        await step.run("ask", async () => {
          asks++;
          if (asks > 1) return;
          await world.client.send({ name: "answer/came", data: { id: event.data.id } });
          await world.join().runUntilIdle();
          // Its lease goes to another worker before the answer to this step can be written.
          world.pass(31_000);
          await claimDue(world.database.sql, world.now(), 30_000, [{ lane: NO_LANE, most: 10 }]);
          world.pass(31_000);
        });
        const answer = await step.waitForEvent("answer", {
          event: "answer/came",
          match: "data.id",
          timeout: "1d",
        });
        return answer ? "heard" : "missed";
      }),
    ]);
    await world.client.send({ name: "thing/asked", data: { id: "1" } });
    await world.settle(48 * HOUR);
    expect(asks).toBe(2);
    expect(await world.runs()).toMatchObject([{ output: "heard" }]);
  });

  it("does not end a wait of a run that was claimed after it", async () => {
    world = await openWorld((client) => [
      client.createFunction({ id: "f", ...asked }, async ({ step }) => {
        const again = await step.waitForEvent("again", {
          event: "thing/asked",
          match: "data.id",
          timeout: "1d",
        });
        return again ? "matched" : "alone";
      }),
    ]);
    await world.client.send({ name: "thing/asked", data: { id: "1" } });
    await world.settle(48 * HOUR);
    expect(await world.runs()).toMatchObject([{ output: "alone" }]);
  });

  const drip = (client: World["client"]) => [
    client.createFunction(
      { id: "f", ...asked, cancelOn: [{ event: "thing/ended", match: "data.id" }] },
      async ({ step }) => {
        await step.sleep("nap", "1d");
        return "lived";
      },
    ),
  ];

  it("cancels a run that starts in the same batch", async () => {
    world = await openWorld(drip);
    await world.client.send([
      { name: "thing/asked", data: { id: "1" } },
      { name: "thing/ended", data: { id: "1" } },
    ]);
    await world.settle(48 * HOUR);
    expect(await world.runs()).toMatchObject([{ status: 3 }]);
  });

  it("cancels a run whose own event was routed later though it happened earlier", async () => {
    world = await openWorld(drip);
    const now = Date.now();
    await world.client.send({ name: "thing/ended", data: { id: "1" }, ts: now });
    await world.settle();
    await world.client.send({ name: "thing/asked", data: { id: "1" }, ts: now - 5_000 });
    await world.settle(48 * HOUR);
    expect(await world.runs()).toMatchObject([{ status: 3 }]);
  });

  it("does not cancel a run that was asked for after the cancelling event", async () => {
    world = await openWorld(drip);
    const now = Date.now();
    await world.client.send([
      { name: "thing/ended", data: { id: "1" }, ts: now - 10 },
      { name: "thing/asked", data: { id: "1" }, ts: now },
    ]);
    await world.settle(48 * HOUR);
    expect(await world.runs()).toMatchObject([{ status: 1, output: "lived" }]);
  });
});

describe("cancelOn", () => {
  it("stops a run in the middle of a step before the next step begins", async () => {
    const bodies: string[] = [];
    world = await openWorld((client) => [
      client.createFunction(
        { id: "f", ...asked, cancelOn: [{ event: "thing/ended", match: "data.id" }] },
        async ({ step }) => {
          await step.run("one", async () => {
            bodies.push("one");
            await world.client.send({ name: "thing/ended", data: { id: "1" } });
            await world.join().runUntilIdle();
          });
          await step.run("two", () => {
            bodies.push("two");
          });
        },
      ),
    ]);
    await world.client.send({ name: "thing/asked", data: { id: "1" } });
    await world.settle();
    expect(bodies).toEqual(["one"]);
    const [run] = await world.runs();
    expect(run?.status).toBe(3);
    expect(await world.memos(run?.id ?? "")).toEqual([]);
    expect(world.executor.stats().lost).toBe(1);
  });

  it("no longer cancels after its timeout", async () => {
    world = await openWorld((client) => [
      client.createFunction(
        { id: "f", ...asked, cancelOn: [{ event: "thing/ended", match: "data.id", timeout: "1s" }] },
        async ({ step }) => {
          await step.sleep("nap", "1d");
          return "lived";
        },
      ),
    ]);
    await world.client.send({ name: "thing/asked", data: { id: "1" } });
    await world.settle();
    // The engine counts from the run's start by the database's own clock.
    await world.database.sql`update executor.run_key set run_id = run_id - (5000::bigint << 20)`;
    await world.database.sql`update executor.run set id = id - (5000::bigint << 20)`;
    await world.database.sql`update executor.wake set run_id = run_id - (5000::bigint << 20)`;
    await world.client.send({ name: "thing/ended", data: { id: "1" } });
    await world.settle(48 * HOUR);
    expect(await world.runs()).toMatchObject([{ status: 1, output: "lived" }]);
  });
});
