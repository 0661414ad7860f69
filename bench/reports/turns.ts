import { readFile } from "node:fs/promises";
import type { ReservedSql, Sql } from "postgres";

const WARM_UPS = 4;

/** Does the same work one way or the other and answers what of it counts, by the meter that it is given. */
export type Turn = (
  sql: ReservedSql,
  measured: (work: () => Promise<unknown>) => Promise<void>,
) => Promise<void>;

export type Compared = {
  /** How much more the first way takes, of the second: the median of the ratios of neighbouring turns. */
  percent: number;
  /** Seconds of one turn, in the median. */
  seconds: [number, number];
  /** What was counted: CPU of the server's process, which other work on the machine hardly changes, or the clock. */
  by: "cpu" | "clock";
};

/** Two ways of the same work in many short turns on one connection, each pair in the other order than the one before. */
export async function compareInTurns(sql: Sql, ways: [Turn, Turn], rounds: number): Promise<Compared> {
  const one = await sql.reserve();
  try {
    const pid = await localBackend(one);
    const read = async () => (pid ? await cpuSeconds(pid) : performance.now() / 1000);
    const take = async (turn: Turn): Promise<number> => {
      let seconds = 0;
      await turn(one, async (work) => {
        const from = await read();
        await work();
        seconds += (await read()) - from;
      });
      return seconds;
    };
    const pairs: [number, number][] = [];
    for (let nth = 0; nth < rounds + WARM_UPS; nth++) {
      const [first, second] = ways;
      const pair: [number, number] = [0, 0];
      if (nth % 2 === 0) pair[0] = await take(first);
      pair[1] = await take(second);
      if (nth % 2 === 1) pair[0] = await take(first);
      if (nth >= WARM_UPS) pairs.push(pair);
    }
    return {
      percent: (median(pairs.map(([first, second]) => first / second)) - 1) * 100,
      seconds: [median(pairs.map(([first]) => first)), median(pairs.map(([, second]) => second))],
      by: pid ? "cpu" : "clock",
    };
  } finally {
    one.release();
  }
}

/** The process that serves the connection, where it runs on this machine and Linux tells what it has used. */
async function localBackend(sql: ReservedSql): Promise<number | null> {
  const [row] = await sql<{ pid: number; database: string }[]>`
    select pg_backend_pid() as pid, current_database() as database`;
  if (!row) return null;
  const line = await readFile(`/proc/${row.pid}/cmdline`, "utf8").catch(() => "");
  const isIt = line.startsWith("postgres:") && line.includes(` ${row.database} `);
  return isIt && (await cpuSeconds(row.pid)) > 0 ? row.pid : null;
}

/** To the nanosecond, once the process waits again. */
async function cpuSeconds(pid: number): Promise<number> {
  const line = await readFile(`/proc/${pid}/schedstat`, "utf8").catch(() => "");
  return Number(line.split(" ")[0] ?? 0) / 1e9;
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
