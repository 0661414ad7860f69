import type { Bench, Figures } from "./bench";
import { percentOfCore, readCpu } from "./cpu";
import { pause, round } from "./numbers";
import { startWorker } from "./worker";

const SETTLE_MS = 5_000;

/** CPU of the worker and of Postgres while everybody sleeps, in percent of one core; a full run has one sweep in it. */
export async function measureIdle({ sql, databaseUrl, isQuick }: Bench): Promise<Figures> {
  const seconds = isQuick ? 5 : 60;
  const worker = await startWorker(databaseUrl, null);
  await pause(SETTLE_MS);
  const before = await readCpu(sql, worker.pid);
  await pause(seconds * 1000);
  const { worker: own, postgres } = percentOfCore(before, await readCpu(sql, worker.pid), seconds);
  await worker.stop();
  return { idlePercentOfCore: round(own + postgres), idleWorkerPercent: own, idlePostgresPercent: postgres };
}
