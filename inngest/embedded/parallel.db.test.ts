import { NonRetriableError } from "inngest";
import { afterEach, describe, expect, it } from "vitest";
import { openWorld, type World } from "./fixtures/world";

const HOUR = 3_600_000;
const asked = { triggers: { event: "thing/asked" } };
let world: World;
afterEach(() => world.database.drop());

describe("parallel steps", () => {
  it("run each body once and go on when all are done, with their own retries", async () => {
    const bodies: string[] = [];
    world = await openWorld((client) => [
      client.createFunction({ id: "f", ...asked }, async ({ step, attempt }) => {
        const body = (name: string) => () => {
          bodies.push(name);
          return name;
        };
        const first = await step.run("first", body("first"));
        const rest = await Promise.all([
          step.run("a", body("a")),
          step.run("b", () => {
            bodies.push("b");
            if (attempt === 0) throw new Error("once more");
            return "b";
          }),
          step.sleep("nap", "10m"),
          step.waitForEvent("word", { event: "word/said", match: "data.id", timeout: "1d" }),
        ]);
        const last = await step.run("last", body("last"));
        return [first, rest[0], rest[1], rest[3]?.data.word, last];
      }),
    ]);
    await world.client.send({ name: "thing/asked", data: { id: "1" } });
    await world.settle(HOUR);
    expect(await world.runs()).toMatchObject([{ status: 0 }]);
    await world.client.send({ name: "word/said", data: { id: "1", word: "go" } });
    await world.settle();
    expect(await world.runs()).toMatchObject([{ status: 1, output: ["first", "a", "b", "go", "last"] }]);
    expect(bodies.filter((name) => name !== "b")).toEqual(["first", "a", "last"]);
    expect(bodies.filter((name) => name === "b")).toHaveLength(2);
  });

  it("may be chains, and one branch may fail and be caught", async () => {
    world = await openWorld((client) => [
      client.createFunction({ id: "f", ...asked }, async ({ step }) => {
        const chain = async (name: string) => {
          const one = await step.run(`${name}1`, () => 1);
          await step.sleep(`${name}-nap`, "1m");
          return one + (await step.run(`${name}2`, () => 2));
        };
        const failing = step.run("failing", () => {
          throw new NonRetriableError("no");
        });
        return Promise.all([chain("a"), chain("b"), failing.catch((error: Error) => error.message)]);
      }),
    ]);
    await world.client.send({ name: "thing/asked" });
    await world.settle(HOUR);
    expect(await world.runs()).toMatchObject([{ status: 1, output: [3, 3, "no"] }]);
    const [left] = await world.database.sql`select count(*)::int as wakes from executor.wake`;
    expect(left).toEqual({ wakes: 0 });
  });

  it("are each recorded once when two workers run them at the same time", async () => {
    const bodies: number[] = [];
    world = await openWorld((client) => [
      client.createFunction({ id: "f", ...asked }, async ({ step }) => {
        const many = Array.from({ length: 20 }, (_, index) =>
          step.run(`part-${index}`, () => {
            bodies.push(index);
            return index;
          }),
        );
        return (await Promise.all(many)).reduce((sum, one) => sum + one, 0);
      }),
    ]);
    const other = world.join({ concurrency: 3 });
    await world.client.send(Array.from({ length: 5 }, () => ({ name: "thing/asked" })));
    await Promise.all([world.executor.runUntilIdle(), other.runUntilIdle()]);
    await world.settle();
    expect((await world.runs()).map((run) => run.output)).toEqual([190, 190, 190, 190, 190]);
    expect(bodies).toHaveLength(100);
  });
});

describe("step.invoke", () => {
  it("gives back the result of the invoked function, or its failure", async () => {
    world = await openWorld((client) => {
      const double = client.createFunction({ id: "double", retries: 0 }, async ({ event, step }) => {
        const n = (event.data as { n: number }).n;
        if (n < 0) throw new Error("negative");
        await step.sleep("nap", "1h");
        return n * 2;
      });
      const parent = client.createFunction({ id: "parent", ...asked }, async ({ event, step }) => {
        const data = { n: event.data.n as number };
        try {
          return await step.invoke("double-it", { function: double, data });
        } catch (error) {
          return (error as Error).message;
        }
      });
      return [double, parent];
    });
    await world.client.send([
      { name: "thing/asked", data: { n: 21 } },
      { name: "thing/asked", data: { n: -1 } },
    ]);
    await world.settle(2 * HOUR);
    const parents = (await world.runs()).filter((run) => run.slug === "fixture-parent");
    expect(parents.map((run) => run.output)).toEqual([42, "negative"]);
  });

  it("fails in the caller after its timeout, while the invoked run goes on", async () => {
    world = await openWorld((client) => {
      const slow = client.createFunction({ id: "slow" }, async ({ step }) => {
        await step.sleep("nap", "3h");
        return "late";
      });
      const parent = client.createFunction({ id: "parent", ...asked }, async ({ step }) => {
        const result = step.invoke("slow", { function: slow, timeout: "1h" });
        return result.catch((error: Error) => error.message);
      });
      return [slow, parent];
    });
    await world.client.send({ name: "thing/asked" });
    await world.settle(5 * HOUR);
    const runs = await world.runs();
    expect(runs.find((run) => run.slug === "fixture-parent")?.output).toContain("Timed out");
    expect(runs.find((run) => run.slug === "fixture-slow")?.output).toBe("late");
  });
});
