import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bench, Figures } from "./bench";
import { percentOfCore, readCpu } from "./cpu";
import { type Arrival, compareArrivals, mostWithin, readArrivals } from "./limits-log";
import { countSent, type Limited, makeLimited, makeLimitedDue, readLimited } from "./limits-world";
import { pause, percentile, round } from "./numbers";
import { root } from "./paths";
import { freePort } from "./web";
import { startPart, startWorker } from "./worker";

const STEPS = { quick: 3_730, full: 100_000 };
const LEAD_MS = { quick: 15_000, full: 90_000 };
/** Two, because a limit that holds within one process may not hold across them. */
const WORKERS = 2;
const SMALL_AT_ONCE = 10;
const SMALL_EVERY_MS = 4_000;
const LOOK_EVERY_MS = 2_000;
/** For requests that would come too late, or twice. */
const AFTERWARDS_MS = 5_000;

/**
 * Everything of two large accounts falls due at the same moment and goes through numbers with a limit per second, while
 * ten steps of a small account fall due every few seconds. What reached the provider, and when, is read from its log.
 */
export async function measureLimits(
  { sql, databaseUrl, isQuick, profileFolder }: Bench,
  steps = isQuick ? STEPS.quick : STEPS.full,
): Promise<Figures> {
  const stub = await startStub();
  const large = Math.round(steps * 0.8);
  const seconds = large / 80;
  const bursts = isQuick ? 3 : Math.max(3, Math.floor((seconds * 1000) / SMALL_EVERY_MS));
  const small = bursts * SMALL_AT_ONCE;
  const wanted = [
    { name: "Large", perSecond: 80, count: large },
    { name: "Medium", perSecond: 20, count: Math.max(1, steps - large - small) },
    { name: "Small", perSecond: null, count: small },
  ];
  const all = await makeLimited(sql, wanted, stub.url);
  const workers = await Promise.all(
    Array.from({ length: WORKERS }, () => startWorker(databaseUrl, profileFolder)),
  );
  const startAt = Date.now() + (isQuick ? LEAD_MS.quick : LEAD_MS.full);
  const smallEveryMs = (seconds * 1000) / bursts;
  for (const one of all) {
    const atOnce = one.perSecond === null ? SMALL_AT_ONCE : one.count;
    await makeLimitedDue(sql, one, { startAt, atOnce, everyMs: smallEveryMs });
  }
  await pause(startAt - Date.now());
  const before = await readAllCpu(sql, workers);
  const giveUpAt = startAt + seconds * 2_000 + 120_000;
  while ((await countSent(sql, all, startAt)) < steps && Date.now() < giveUpAt) await pause(LOOK_EVERY_MS);
  const elapsed = (Date.now() - startAt) / 1000;
  const cpu = percentOfCore(before, await readAllCpu(sql, workers), elapsed);
  await pause(AFTERWARDS_MS);
  await Promise.all(workers.map((worker) => worker.stop()));
  const arrivals = (await stub.stop()).filter(({ at }) => at >= startAt - 1_000);
  if (arrivals.length === 0) throw new Error("No message reached the stub.");
  const reports = await Promise.all(
    all.map(async (one) =>
      reportOf(one, arrivals, await readLimited(sql, one, startAt), { startAt, smallEveryMs }),
    ),
  );
  const total = (key: "duplicates" | "missing") => reports.reduce((sum, report) => sum + report[key], 0);
  return {
    limitsSteps: steps,
    limitsSeconds: round(elapsed),
    limitsDuplicates: total("duplicates"),
    limitsMissing: total("missing"),
    ...Object.assign({}, ...reports.map((report) => report.figures)),
    limitsWorkersCpuPercent: cpu.worker,
    limitsPostgresCpuPercent: cpu.postgres,
  };
}

function reportOf(
  { name, number, perSecond, range }: Limited,
  all: Arrival[],
  { messages, turns, pacer, ledger }: Awaited<ReturnType<typeof readLimited>>,
  { startAt, smallEveryMs }: { startAt: number; smallEveryMs: number },
) {
  const arrivals = all.filter((one) => one.number === number);
  const instants = arrivals.map(({ at }) => at);
  const found = compareArrivals(
    arrivals,
    messages.map(({ id }) => id),
  );
  const perStep = {
    [`limits${name}DecisionsPerStep`]: round(turns / range.count, 2),
    [`limits${name}LedgerRowsPerStep`]: round(ledger / range.count, 2),
  };
  const missing = found.missing + range.count - messages.length;
  if (perSecond === null) {
    const numberOf = new Map(messages.map(({ id, n }) => [id, n]));
    const late = arrivals.map(({ at, message }) => {
      const burst = Math.floor(((numberOf.get(message) ?? range.from) - range.from) / SMALL_AT_ONCE);
      return at - startAt - burst * smallEveryMs;
    });
    const lateness = {
      [`limits${name}LateP50Ms`]: percentile(late, 0.5),
      [`limits${name}LateP99Ms`]: percentile(late, 0.99),
      [`limits${name}LateMaxMs`]: round(Math.max(...late)),
    };
    return { ...found, missing, figures: { ...lateness, ...perStep } };
  }
  const [first = 0, last = 0] = [instants[0], instants.at(-1)];
  const drained = (arrivals.length - 1) / ((last - first) / 1000);
  return {
    ...found,
    missing,
    figures: {
      [`limits${name}BusiestSecond`]: mostWithin(instants, 1_000),
      [`limits${name}ShareOfLimit`]: round(drained / perSecond, 3),
      [`limits${name}FirstAfterMs`]: round(first - startAt),
      [`limits${name}PacerTurnsPerStep`]: round(pacer / range.count, 3),
      ...perStep,
    },
  };
}

async function readAllCpu(sql: Bench["sql"], workers: { pid: number }[]) {
  const all = await Promise.all(workers.map(({ pid }) => readCpu(sql, pid)));
  return { worker: all.reduce((sum, one) => sum + one.worker, 0), postgres: all[0]?.postgres ?? 0 };
}

async function startStub() {
  const folder = join(root, ".data");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "bench-limits.log");
  const port = await freePort();
  const args = ["--import", "tsx", "bench/limits-stub.ts", file, String(port)];
  const part = await startPart("stub", args, {}, "stub ready");
  return {
    url: `http://127.0.0.1:${port}`,
    async stop(): Promise<Arrival[]> {
      await part.stop();
      return readArrivals(await readFile(file, "utf8"));
    },
  };
}
