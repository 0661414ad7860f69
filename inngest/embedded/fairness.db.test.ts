import { afterEach, describe, expect, it } from "vitest";
import { claimDue } from "./claim";
import { openDirectory, refreshDirectory } from "./directory";
import { createExecutor } from "./executor";
import { embeddedClient } from "./fixtures/client";
import { createExecutorDatabase, type TestDatabase } from "./fixtures/database";
import { openWorld, type World } from "./fixtures/world";
import { readHeads } from "./heads";
import { laneOf, NO_LANE, shareOut } from "./lanes";
import { routeBatch } from "./route";

const FAIR = { fairKey: "event.data.account" };
const LEASE_MS = 30_000;
const laneOfAccount = (account: string) =>
  laneOf({ slug: "fixture-f", fairBy: "data.account" }, { data: { account } });
const [FLOOD, SMALL] = [laneOfAccount("flood"), laneOfAccount("small")];

let world: World | null = null;
let database: TestDatabase | null = null;
afterEach(async () => {
  await Promise.all([world?.database.drop(), database?.drop()]);
  world = null;
  database = null;
});

/** A world whose function notes, in order, whose run it is; it keeps a run busy while `gate` is closed. */
async function openNoting(gate: (account: string) => Promise<void> | undefined = () => undefined) {
  const noted: string[] = [];
  const opened = await openWorld(
    (client) => [
      client.createFunction({ id: "f", triggers: { event: "thing/asked" } }, ({ event, step }) =>
        step.run("note", async () => {
          noted.push(event.data.account);
          await gate(event.data.account);
        }),
      ),
    ],
    FAIR,
  );
  world = opened;
  const ask = (account: string, count: number) =>
    opened.client.send(
      Array.from({ length: count }, (_, n) => ({ name: "thing/asked", data: { account, n } })),
    );
  return { opened, noted, ask };
}

async function until(isDone: () => boolean): Promise<void> {
  for (let turn = 0; !isDone(); turn++) {
    if (turn > 5_000) throw new Error("It did not happen within fifty seconds.");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe("a flood of one account", () => {
  it("of a thousand due runs lets ten of another be served within the first claim", async () => {
    const { opened, noted, ask } = await openNoting();
    await ask("flood", 1_200);
    await ask("small", 10);
    await opened.executor.runUntilIdle();
    expect(noted).toHaveLength(1_210);
    // Of the batch with their events, the first claim of at most 200.
    const last = noted.lastIndexOf("small");
    const firstTogether = noted.indexOf("small");
    expect(last - firstTogether).toBeLessThan(200);
    expect(firstTogether).toBeLessThan(600);
  });

  it("of thousands of events lets another's be routed in the first batch, each account's in their order", async () => {
    const { opened, ask } = await openNoting();
    const { sql } = opened.database;
    await opened.executor.runUntilIdle();
    for (let sent = 0; sent < 3_000; sent += 1_000) await ask("flood", 1_000);
    await ask("small", 10);
    const directory = openDirectory(opened.client, []);
    await refreshDirectory(sql, directory);
    await routeBatch(sql, directory, opened.now());
    const routed = await sql<{ account: string; n: number; first: number }[]>`
      select body->'data'->>'account' as account, count(*)::int as n, min((body->'data'->>'n')::int) as first
      from executor.event where routed_no is not null group by 1 order by 1`;
    expect(routed).toEqual([
      { account: "flood", n: 500, first: 0 },
      { account: "small", n: 10, first: 0 },
    ]);
    while ((await routeBatch(sql, directory, opened.now())) > 0);
    const [left] = await sql`select count(*)::int as n from executor.event where routed_no is null`;
    expect(left).toEqual({ n: 0 });
  });

  it("of a hundred thousand costs the other's claim no more than its own wakes", async () => {
    database = await createExecutorDatabase();
    const { sql } = database;
    const now = Date.now();
    const due = new Date(now - 1_000);
    await sql`insert into executor.run (id, fn_id, event) select n, 1, '{}' from generate_series(1, 100010) n`;
    await sql`
      insert into executor.wake (run_id, due_at, kind, lane)
      select n, ${due}, 0, case when n > 100000 then ${SMALL}::int else ${FLOOD}::int end from generate_series(1, 100010) n`;
    await sql`analyze executor.wake`;
    const heads = await readHeads(sql);
    expect([...heads.keys()].sort()).toEqual([FLOOD, SMALL].sort());
    const waiting = [...heads].map(([lane, at]) => ({ lane, at }));
    const shares = shareOut(waiting, new Map([[FLOOD, 300]]), { places: 400, room: 100 });
    const claimed = await claimDue(sql, now, LEASE_MS, shares);
    expect(claimed.filter(({ lane }) => lane === SMALL)).toHaveLength(10);
  });

  it("whose steps hang leaves places for the others", async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { opened, noted, ask } = await openNoting((account) => (account === "flood" ? gate : undefined));
    const executor = opened.join({ clock: Date.now, concurrency: 20 });
    await ask("flood", 100);
    await executor.start();
    try {
      await until(() => noted.length >= 15);
      await ask("small", 10);
      await until(() => noted.filter((account) => account === "small").length === 10);
      expect(noted.filter((account) => account === "flood")).toHaveLength(15);
    } finally {
      open();
      await executor.stop();
    }
  });
});

describe("wakes of one account", () => {
  it("are served in the order in which they fall due, among those of others", async () => {
    const { opened } = await openNoting();
    const { sql } = opened.database;
    const at = (ms: number) => new Date(opened.now() - 10_000 + ms);
    await sql`insert into executor.run (id, fn_id, event) select n, 1, '{}' from generate_series(1, 60) n`;
    for (let n = 1; n <= 60; n++) {
      const lane = [FLOOD, SMALL, NO_LANE][n % 3] ?? NO_LANE;
      await sql`insert into executor.wake (run_id, due_at, kind, lane) values (${n}, ${at((n * 37) % 61)}, 0, ${lane})`;
    }
    const served = new Map<number, number[]>();
    for (let claimed = -1; claimed !== 0; ) {
      const shares = [FLOOD, SMALL, NO_LANE].map((lane) => ({ lane, most: 3 }));
      const dispatches = await claimDue(sql, opened.now(), LEASE_MS, shares);
      claimed = dispatches.length;
      for (const lane of [FLOOD, SMALL, NO_LANE]) {
        const ids = dispatches
          .filter((one) => one.lane === lane)
          .map(({ runId }) => (Number(runId) * 37) % 61);
        served.set(lane, [...(served.get(lane) ?? []), ...ids.sort((a, b) => a - b)]);
      }
    }
    for (const order of served.values()) {
      expect(order).toHaveLength(20);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
  });

  it("that wait for a slot or for a retry come back in their lane", async () => {
    const { opened, ask } = await openNoting(() => Promise.reject(new Error("not yet")));
    await ask("small", 1);
    await opened.executor.runUntilIdle();
    expect([...(await readHeads(opened.database.sql)).keys()]).toEqual([SMALL]);
  });

  it("that were put to sleep by an older release come into their lane at their next dispatch", async () => {
    const { opened, ask } = await openNoting(() => Promise.reject(new Error("not yet")));
    await opened.executor.runUntilIdle();
    await ask("small", 1);
    await opened.executor.runUntilIdle();
    await opened.database.sql`update executor.wake set lane = ${NO_LANE}, due_at = ${new Date(opened.now())}`;
    await opened.executor.runUntilIdle();
    expect([...(await readHeads(opened.database.sql)).keys()]).toEqual([SMALL]);
  });
});

describe("a run that an event wakes", () => {
  it("is served before all that fell due by time, and falls asleep in its own lane again", async () => {
    const served: number[] = [];
    const opened = await openWorld(
      (client) => [
        client.createFunction({ id: "f", triggers: { event: "thing/asked" } }, async ({ event, step }) => {
          const wait = { event: "thing/woken", match: "data.n", timeout: "1h" } as const;
          await step.waitForEvent("first", wait);
          await step.run("note", () => void served.push(event.data.n));
          await step.waitForEvent("second", wait);
        }),
      ],
      FAIR,
    );
    world = opened;
    const data = Array.from({ length: 450 }, (_, n) => ({
      name: "thing/asked",
      data: { account: "flood", n },
    }));
    await opened.client.send(data);
    await opened.executor.runUntilIdle();
    opened.pass(3_600_000);
    await opened.client.send({ name: "thing/woken", data: { n: 449 } });
    await opened.executor.runUntilIdle();
    expect(served).toHaveLength(450);
    expect(served.indexOf(449)).toBeLessThan(250);
    const lanes = await opened.database.sql`select distinct lane from executor.wake`;
    expect(lanes).toEqual([{ lane: FLOOD }]);
  });
});

describe("the places of a worker", () => {
  const due = (...lanes: number[]) => lanes.map((lane) => ({ lane, at: lane }));
  const given = (shares: ReturnType<typeof shareOut>) =>
    Object.fromEntries(shares.map(({ lane, most }) => [lane, most]));

  it("are shared so that all lanes come to have equally many", () => {
    const inFlight = new Map([
      [1, 100],
      [2, 10],
    ]);
    expect(given(shareOut(due(1, 2, 3), inFlight, { places: 400, room: 90 }))).toEqual({ 2: 40, 3: 50 });
  });

  it("go to the one that waits longest when there are fewer than lanes", () => {
    expect(given(shareOut(due(5, 3, 4), new Map(), { places: 400, room: 2 }))).toEqual({ 3: 1, 4: 1 });
  });

  it("are never all taken by one lane, nor by many that hang", () => {
    const inFlight = new Map<number, number>();
    for (let lane = 1; lane <= 10; lane++) {
      const used = [...inFlight.values()].reduce((sum, count) => sum + count, 0);
      const most = given(shareOut(due(lane), inFlight, { places: 400, room: 400 - used }))[lane] ?? 0;
      expect(most).toBeGreaterThan(0);
      inFlight.set(lane, most);
      if (used + most === 400) break;
    }
    expect(inFlight.get(1)).toBe(300);
    expect(inFlight.size).toBeGreaterThanOrEqual(5);
  });

  it("are all for runs without an account when nobody else is there, and one is for each lane however few", () => {
    expect(given(shareOut(due(NO_LANE), new Map(), { places: 8, room: 8 }))).toEqual({ [NO_LANE]: 8 });
    expect(given(shareOut(due(7), new Map(), { places: 1, room: 1 }))).toEqual({ 7: 1 });
  });
});

describe("a fair key", () => {
  it("that is no field of the event is refused with a sentence", async () => {
    database = await createExecutorDatabase();
    const client = embeddedClient(database.sql);
    const f = client.createFunction({ id: "f", triggers: { event: "thing/asked" } }, () => null);
    const build = () =>
      createExecutor({ sql: database?.sql, client, functions: [f], fairKey: "event.data.a + 1" });
    expect(build).toThrow('the fair key "event.data.a + 1"');
  });
});
