import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import postgres, { type Sql } from "postgres";
import { createExecutor } from "@/inngest/embedded/executor";
import { migrateExecutor } from "@/inngest/embedded/migrations";
import { ACCOUNT_ID, FAIR_KEY, type SleeperProbe, seedSleepers, sleeperApp } from "./executor-sleepers";

const HOUR = 3_600_000;

export interface ExecutorLoad {
  executorWakeupsPerSecond: number;
  eventWakeupsPerSecond: number;
  startsPerSecond: number;
  executorLatenessP50Ms: number;
  executorLatenessP99Ms: number;
  executorIdlePercentOfCore: number;
  bytesPerSleepingRun: number;
}

interface Bench {
  sql: Sql;
  probe: SleeperProbe;
  /** Moves the executor's clock, so that sleepers fall due without being rewritten. */
  shift: (ms: number) => void;
  clock: () => number;
  start: () => Promise<{ stop: () => Promise<void>; send: (events: BenchEvent[]) => Promise<unknown> }>;
}
type BenchEvent = { name: string; id?: string; data: Record<string, unknown> };

/** Everything below on a database of its own; `server` is where it is made and dropped. */
export async function measureExecutor(
  server: string,
  { sleepers, wakes }: { sleepers: number; wakes: number },
): Promise<ExecutorLoad> {
  const name = `bench_executor_${randomBytes(4).toString("hex")}`;
  const admin = postgres(server, { max: 1 });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const sql = postgres(url.href, { max: 12, onnotice: () => {} });
  try {
    await migrateExecutor(sql);
    const bench = openBench(sql);
    await assertSeedIsReal(bench);
    await seedSleepers(sql, sleepers, Date.now() + HOUR);
    const bytesPerSleepingRun = await measureBytes(sql);
    const executorIdlePercentOfCore = await measureIdle(bench, 10);
    const lateness = await measureLateness(bench, 100, 20);
    return {
      executorWakeupsPerSecond: await measureWakes(bench, wakes),
      eventWakeupsPerSecond: await measureEvents(bench, Math.min(wakes, 10_000)),
      startsPerSecond: await measureStarts(bench, Math.min(wakes, 10_000)),
      executorLatenessP50Ms: lateness.p50,
      executorLatenessP99Ms: lateness.p99,
      executorIdlePercentOfCore,
      bytesPerSleepingRun,
    };
  } finally {
    await sql.end({ timeout: 5 });
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  }
}

function openBench(sql: Sql): Bench {
  let offset = 0;
  const clock = () => Date.now() + offset;
  const probe: SleeperProbe = { onTurn: () => {} };
  const { client, functions } = sleeperApp(sql, probe);
  return {
    sql,
    probe,
    clock,
    shift: (ms) => {
      offset += ms;
    },
    async start() {
      const executor = createExecutor({ sql, client, functions, clock, fairKey: FAIR_KEY });
      await executor.start();
      return { stop: () => executor.stop(), send: (events) => client.send(events) };
    },
  };
}

/** A seeded run must look like one the engine itself has put to sleep, but for its ids and times. */
export async function assertSeedIsReal({ sql, start }: Bench): Promise<void> {
  const executor = await start();
  const enrollmentId = "0198c0de-0000-7000-8000-0000000000ff";
  const data = { accountId: ACCOUNT_ID, enrollmentId, run: 1 };
  await executor.send([{ name: "enrollment/started", id: `start:${enrollmentId}:1`, data }]);
  await until(async () => {
    const [row] = await sql`select 1 from executor.wake where kind = 3 and not leased`;
    return row !== undefined;
  });
  await executor.stop();
  await seedSleepers(sql, 1, Date.now() + HOUR);
  const rows = await sql<{ shape: string; hash: string; key: string; e: string }[]>`
    select r.event->'data'->>'enrollmentId' as e, w.match_hash::text as hash,
      (select k.hash::text from executor.run_key k where k.run_id = r.id) as key,
      jsonb_build_object('event', r.event::jsonb - 'ts', 'status', r.status, 'pending', r.pending, 'w', w.kind,
        'step', w.step_id, 'name', w.name, 'attempt', w.attempt, 'leased', w.leased, 'gen', w.gen, 'lane', w.lane,
        'keys', octet_length(r.event::text),
        'memos', (select jsonb_agg(jsonb_build_array(m.step_id, m.name, m.failed, m.data) order by m.ord)
          from executor.memo m where m.run_id = r.id))::text as shape
    from executor.run r join executor.wake w on w.run_id = r.id order by r.id`;
  const { waitKey, cancelKey } = await import("@/inngest/embedded/match");
  for (const row of rows) {
    if (row.hash !== waitKey("enrollment/woken", "data.enrollmentId", [row.e]))
      throw new Error("wait key differs");
    if (row.key !== cancelKey("bench-sleeper", "data.enrollmentId", [row.e]))
      throw new Error("cancel key differs");
  }
  const [real, seeded] = rows.map((row) => row.shape.replaceAll(row.e, "E"));
  if (rows.length !== 2 || real !== seeded) throw new Error(`Seeded sleepers differ:\n${real}\n${seeded}`);
}

async function measureBytes(sql: Sql): Promise<number> {
  const [row] = await sql<{ bytes: number; runs: number }[]>`
    select sum(pg_total_relation_size(('executor.' || t)::regclass))::float8 as bytes,
      (select count(*)::int from executor.run) as runs
    from unnest(array['run', 'memo', 'wake', 'run_key']) as t`;
  return Math.round((row?.bytes ?? 0) / (row?.runs ?? 1));
}

/** Due sleepers, woken by their timers: replay, one step recorded, the next wait recorded. */
async function measureWakes(bench: Bench, wakes: number): Promise<number> {
  const [due] = await bench.sql<{ at: number }[]>`
    select (extract(epoch from due_at) * 1000)::float8 as at from executor.wake order by due_at offset ${wakes} limit 1`;
  const counter = countTurns(bench);
  bench.shift((due?.at ?? 0) - bench.clock());
  return rate(bench, wakes, counter);
}

/** Sleepers woken by an event that matches their wait, the sending included. */
async function measureEvents(bench: Bench, count: number): Promise<number> {
  const rows = await bench.sql<{ e: string }[]>`
    select event->'data'->>'enrollmentId' as e from executor.run order by id desc limit ${count}`;
  const counter = countTurns(bench);
  return rate(bench, count, counter, async (send) => {
    for (let at = 0; at < rows.length; at += 500) {
      await send(
        rows.slice(at, at + 500).map(({ e }) => ({ name: "enrollment/woken", data: { enrollmentId: e } })),
      );
    }
  });
}

/** New runs by events: routed, started, two steps recorded, put to sleep. */
async function measureStarts(bench: Bench, count: number): Promise<number> {
  const [before] = await bench.sql<{ n: number }[]>`select count(*)::int as n from executor.memo`;
  const wanted = (before?.n ?? 0) + 2 * count;
  const from = performance.now();
  const executor = await bench.start();
  for (let at = 0; at < count; at += 500) {
    await executor.send(
      Array.from({ length: Math.min(500, count - at) }, () => ({
        name: "enrollment/started",
        data: { accountId: "a", enrollmentId: randomBytes(12).toString("hex"), run: 1 },
      })),
    );
  }
  await until(async () => {
    const [row] = await bench.sql<{ n: number }[]>`select count(*)::int as n from executor.memo`;
    return (row?.n ?? 0) >= wanted;
  }, 250);
  const seconds = (performance.now() - from) / 1_000;
  await executor.stop();
  return Math.round(count / seconds);
}

function countTurns(bench: Bench): { count: number } {
  const counter = { count: 0 };
  bench.probe.onTurn = () => {
    counter.count++;
  };
  return counter;
}

async function rate(
  bench: Bench,
  wanted: number,
  counter: { count: number },
  feed?: (send: (events: BenchEvent[]) => Promise<unknown>) => Promise<void>,
): Promise<number> {
  const from = performance.now();
  const executor = await bench.start();
  await feed?.(executor.send);
  await until(async () => counter.count >= wanted, 5);
  await executor.stop();
  return Math.round((wanted / (performance.now() - from)) * 1_000);
}

/** `perSecond` timers for `seconds`: how much later than due the step's body starts. */
async function measureLateness(
  bench: Bench,
  perSecond: number,
  seconds: number,
): Promise<{ p50: number; p99: number }> {
  const count = perSecond * seconds;
  const executor = await bench.start();
  const rows = await planTimers(bench, count, perSecond, 5_000);
  const due = new Map(rows.map((row) => [row.e, row.at]));
  const late: number[] = [];
  bench.probe.onTurn = (enrollmentId) => {
    const at = due.get(enrollmentId);
    if (at !== undefined) late.push(bench.clock() - at);
  };
  await until(async () => late.length >= count, 50);
  await executor.stop();
  late.sort((a, b) => a - b);
  const at = (share: number) => Math.round((late[Math.floor(late.length * share)] ?? 0) * 10) / 10;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Gives sleepers a due time each; again and with more lead when the machine was too slow to do it in time. */
async function planTimers(
  bench: Bench,
  count: number,
  perSecond: number,
  leadMs: number,
): Promise<{ e: string; at: number }[]> {
  const from = bench.clock() + leadMs;
  const rows = await bench.sql<{ e: string; at: number }[]>`
    with picked as (
      select run_id, row_number() over () as n from (select run_id from executor.wake order by run_id limit ${count}) p
    ), moved as (
      update executor.wake w set due_at = to_timestamp((${from}::float8 + p.n * 1000.0 / ${perSecond}::int) / 1000)
      from picked p where w.run_id = p.run_id returning w.run_id, w.due_at
    )
    select r.event->'data'->>'enrollmentId' as e, (extract(epoch from m.due_at) * 1000)::float8 as at
    from moved m join executor.run r on r.id = m.run_id`;
  return bench.clock() < from - 1_000 ? rows : planTimers(bench, count, perSecond, leadMs * 2);
}

/** CPU of this process and of its Postgres connections, in percent of one core, with nothing due. */
async function measureIdle(bench: Bench, seconds: number): Promise<number> {
  const executor = await bench.start();
  await pause(1_000);
  const backendsBefore = await backendTicks(bench.sql);
  const cpu = process.cpuUsage();
  await pause(seconds * 1_000);
  const { user, system } = process.cpuUsage(cpu);
  const backends = (await backendTicks(bench.sql)) - backendsBefore;
  await executor.stop();
  return Math.round((((user + system) / 1e6 + backends / 100) / seconds) * 1_000) / 10;
}

/** Clock ticks of 10 ms; 0 where /proc does not show the server's processes. */
async function backendTicks(sql: Sql): Promise<number> {
  const rows = await sql<
    { pid: number }[]
  >`select pid from pg_stat_activity where datname = current_database()`;
  let ticks = 0;
  for (const { pid } of rows) {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    ticks += Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  }
  return ticks;
}

async function until(isDone: () => Promise<boolean>, everyMs = 20): Promise<void> {
  while (!(await isDone())) await pause(everyMs);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

if (import.meta.url === new URL(process.argv[1] ?? "", "file:").href) {
  const { values } = parseArgs({
    options: { sleepers: { type: "string" }, wakes: { type: "string" }, server: { type: "string" } },
  });
  const server = values.server ?? process.env.TEST_DATABASE_URL;
  if (!server) throw new Error("Name a Postgres server with --server or TEST_DATABASE_URL.");
  const sleepers = Number(values.sleepers ?? 1_000_000);
  console.table(await measureExecutor(server, { sleepers, wakes: Number(values.wakes ?? 20_000) }));
}
