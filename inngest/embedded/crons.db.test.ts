import { afterEach, describe, expect, it } from "vitest";
import { openWorld, type World } from "./fixtures/world";

const HOUR = 3_600_000;
let world: World;
afterEach(() => world.database.drop());

describe("cron triggers", () => {
  it("start one run per tick in their zone, also with several workers", async () => {
    world = await openWorld((client) => [
      client.createFunction(
        { id: "f", triggers: { cron: "TZ=America/New_York 30 8 * * *" } },
        ({ event }) => [event.name, new Date(event.ts ?? 0).toISOString()],
      ),
    ]);
    const other = world.join();
    await other.runUntilIdle();
    for (let hour = 0; hour < 48; hour++) {
      world.pass(HOUR);
      await Promise.all([world.executor.runUntilIdle(), other.runUntilIdle()]);
    }
    expect((await world.runs()).map((run) => run.output)).toEqual([
      ["inngest/scheduled.timer", "2026-03-02T13:30:00.000Z"],
      ["inngest/scheduled.timer", "2026-03-03T13:30:00.000Z"],
    ]);
  });

  it("make up for ticks missed while no worker ran by one run", async () => {
    world = await openWorld((client) => [
      client.createFunction({ id: "f", triggers: { cron: "0 * * * *" } }, () => "tick"),
    ]);
    await world.settle();
    world.pass(10 * HOUR);
    await world.settle();
    expect(await world.runs()).toHaveLength(1);
    await world.settle(HOUR);
    expect(await world.runs()).toHaveLength(2);
  });
});
