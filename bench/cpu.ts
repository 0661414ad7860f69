import { readFile } from "node:fs/promises";
import type { Sql } from "postgres";

/** Clock ticks per second, as Linux counts them for every process. */
const TICKS = 100;

/** Seconds of CPU until now; 0 where /proc does not show them. */
export type CpuSeconds = { worker: number; postgres: number };

/** Of the worker, and of the server's processes that serve this database: those that ended in between are lost. */
export async function readCpu(sql: Sql, workerPid: number): Promise<CpuSeconds> {
  const rows = await sql<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database() or backend_type <> 'client backend'`;
  const backends = await Promise.all(rows.map(({ pid }) => secondsOfProcess(pid)));
  return { worker: await secondsOfProcess(workerPid), postgres: backends.reduce((sum, one) => sum + one, 0) };
}

/** Percent of one core between two readings. */
export function percentOfCore(before: CpuSeconds, after: CpuSeconds, seconds: number): CpuSeconds {
  const percent = (from: number, to: number) => Math.round(((to - from) / seconds) * 1000) / 10;
  return {
    worker: percent(before.worker, after.worker),
    postgres: percent(before.postgres, after.postgres),
  };
}

async function secondsOfProcess(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS;
}
