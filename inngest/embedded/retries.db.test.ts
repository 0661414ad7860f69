import { NonRetriableError, RetryAfterError } from "inngest";
import { afterEach, describe, expect, it } from "vitest";
import { openWorld, type World } from "./fixtures/world";

const HOUR = 3_600_000;
const asked = { triggers: { event: "thing/asked" } };
let world: World;
afterEach(() => world.database.drop());

describe("retries", () => {
  it("repeat a failing step after the table's pauses and then go on at attempt 0", async () => {
    const attempts: [string, number, number][] = [];
    world = await openWorld((client) => [
      client.createFunction({ id: "f", ...asked }, async ({ step, attempt }) => {
        await step.run("flaky", () => {
          attempts.push(["flaky", attempt, world.now()]);
          if (attempt < 2) throw new Error("not yet");
        });
        await step.run("after", () => {
          attempts.push(["after", attempt, world.now()]);
        });
        return "done";
      }),
    ]);
    await world.client.send({ name: "thing/asked" });
    await world.settle(HOUR);
    expect(await world.runs()).toMatchObject([{ status: 1, output: "done" }]);
    expect(attempts.map(([name, attempt]) => [name, attempt])).toEqual([
      ["flaky", 0],
      ["flaky", 1],
      ["flaky", 2],
      ["after", 0],
    ]);
    const at = attempts.map((one) => one[2]);
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(15_000);
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeLessThan(46_000);
    expect((at[2] ?? 0) - (at[1] ?? 0)).toBeGreaterThanOrEqual(30_000);
  });

  it("end after five attempts by default, and the function may catch the step's error", async () => {
    let tries = 0;
    world = await openWorld((client) => [
      client.createFunction({ id: "f", ...asked }, async ({ step }) => {
        try {
          await step.run("doomed", () => {
            tries++;
            throw new TypeError("broken");
          });
        } catch (error) {
          return await step.run("caught", () => (error as Error).message);
        }
      }),
    ]);
    await world.client.send({ name: "thing/asked" });
    await world.settle(HOUR);
    expect(await world.runs()).toMatchObject([{ status: 1, output: "broken" }]);
    expect(tries).toBe(5);
  });

  it("do not happen after a NonRetriableError", async () => {
    let tries = 0;
    world = await openWorld((client) => [
      client.createFunction({ id: "f", ...asked }, async ({ step }) => {
        await step.run("doomed", () => {
          tries++;
          throw new NonRetriableError("never again");
        });
      }),
    ]);
    await world.client.send({ name: "thing/asked" });
    await world.settle(HOUR);
    expect(await world.runs()).toMatchObject([{ status: 2, error: { message: "never again" } }]);
    expect(tries).toBe(1);
  });

  it("wait as long as a RetryAfterError says", async () => {
    const at: number[] = [];
    world = await openWorld((client) => [
      client.createFunction({ id: "f", ...asked }, async ({ step, attempt }) => {
        await step.run("busy", () => {
          at.push(world.now());
          if (attempt === 0) throw new RetryAfterError("busy", "2h");
        });
      }),
    ]);
    await world.client.send({ name: "thing/asked" });
    await world.settle(3 * HOUR);
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBe(2 * HOUR);
  });

  it("also cover errors outside of steps, and keep the steps that were recorded", async () => {
    const bodies: string[] = [];
    world = await openWorld((client) => [
      client.createFunction({ id: "f", retries: 1, ...asked }, async ({ step, attempt }) => {
        await step.run("once", () => {
          bodies.push("once");
        });
        if (attempt === 0) throw new Error("outside");
        return "recovered";
      }),
    ]);
    await world.client.send({ name: "thing/asked" });
    await world.settle(HOUR);
    expect(await world.runs()).toMatchObject([{ status: 1, output: "recovered" }]);
    expect(bodies).toEqual(["once"]);
  });
});

describe("failure", () => {
  it("calls onFailure with the error and the original event, and tells those who listen", async () => {
    const seen: unknown[] = [];
    world = await openWorld((client) => {
      const failing = client.createFunction(
        {
          id: "f",
          retries: 0,
          triggers: { event: "thing/asked" },
          onFailure: async ({ error, event, step }) => {
            await step.run("note", () => {
              seen.push([error.message, event.data.event.data.id]);
            });
          },
        },
        async () => {
          throw new Error("gone wrong");
        },
      );
      const finished = { id: "finished", triggers: { event: "inngest/function.finished" } };
      const watching = client.createFunction(finished, ({ event }) => {
        seen.push([event.data.function_id, event.data._inngest.status]);
      });
      return [failing, watching];
    });
    await world.client.send({ name: "thing/asked", data: { id: "7" } });
    await world.settle(HOUR);
    expect(seen).toContainEqual(["gone wrong", "7"]);
    expect(seen).toContainEqual(["fixture-f", "Failed"]);
    const runs = await world.runs();
    expect(runs.map((run) => [run.slug, run.status])).toContainEqual(["fixture-f-failure", 1]);
    expect(runs).toHaveLength(3);
  });

  it("can be waited for by a run", async () => {
    world = await openWorld((client) => [
      client.createFunction({ id: "f", retries: 0, ...asked }, async ({ step }) => {
        await step.sleep("nap", "1h");
        throw new Error("gone wrong");
      }),
      client.createFunction({ id: "watch", ...asked }, async ({ step }) => {
        const failed = await step.waitForEvent("failed", {
          event: "inngest/function.failed",
          if: "async.data.function_id == 'fixture-f'",
          timeout: "2h",
        });
        return failed?.data.error.message;
      }),
    ]);
    await world.client.send({ name: "thing/asked" });
    await world.settle(3 * HOUR);
    expect((await world.runs()).map((run) => run.output)).toContain("gone wrong");
  });

  it("emits function.cancelled, and not function.failed, for a cancelled run", async () => {
    const seen: string[] = [];
    world = await openWorld((client) => [
      client.createFunction(
        { id: "f", ...asked, cancelOn: [{ event: "thing/ended", match: "data.id" }] },
        async ({ step }) => {
          await step.sleep("long", "30d");
        },
      ),
      client.createFunction(
        {
          id: "watch",
          triggers: [{ event: "inngest/function.cancelled" }, { event: "inngest/function.failed" }],
        },
        ({ event }) => {
          seen.push(event.name);
        },
      ),
    ]);
    await world.client.send({ name: "thing/asked", data: { id: "7" } });
    await world.settle();
    await world.client.send({ name: "thing/ended", data: { id: "7" } });
    await world.settle();
    expect(seen).toEqual(["inngest/function.cancelled"]);
  });

  it.each([
    ["waitForSignal", "WaitForSignal"],
    ["race", "race"],
    ["condition", "plain equality"],
    ["fetch", "Gateway"],
    ["too long", "366 days"],
  ])("ends a run that uses %s with a sentence", async (kind, sentence) => {
    world = await openWorld((client) => [
      client.createFunction({ id: "f", ...asked }, async ({ step, group }) => {
        if (kind === "waitForSignal") await step.waitForSignal("s", { signal: "go", timeout: "1d" });
        if (kind === "race") {
          await group.parallel({ mode: "race" }, () =>
            Promise.race([step.run("a", () => 1), step.run("b", () => 2)]),
          );
        }
        if (kind === "condition") {
          await step.waitForEvent("w", { event: "a/b", timeout: "1d", if: "async.data.n > 3" });
        }
        if (kind === "fetch") await step.fetch("http://127.0.0.1:1/");
        if (kind === "too long") await step.sleep("s", "400d");
      }),
    ]);
    await world.client.send({ name: "thing/asked" });
    await world.settle();
    const [run] = await world.runs();
    expect(run?.status).toBe(2);
    expect(run?.error?.message).toContain(sentence);
  });
});
