import { percentile, round } from "../numbers";
import type { Case, Group } from "./cases";
import type { Statement } from "./watched";

export type Measured = {
  group: Group;
  name: string;
  runs: number;
  p50Ms: number;
  p95Ms: number;
  maxMs: number;
  /** Of the slowest run. */
  statements: Statement[];
};

const WARM_UPS = 3;
/** A question that takes longer than this is far from its mark, which a few runs show as well. */
const SLOW_MS = 2_000;
const FEW = 5;

/** Asks again and again, and keeps what the slowest run said to the database. */
export async function measure(
  { group, name, ask }: Case,
  { runs, statements }: { runs: number; statements: () => Statement[] },
): Promise<Measured> {
  let longest = 0;
  for (let nth = 0; nth < WARM_UPS && longest <= SLOW_MS; nth++)
    longest = Math.max(longest, await msOf(() => ask(nth)));
  const times: number[] = [];
  let slowest: Statement[] = [];
  const many = longest > SLOW_MS ? Math.min(runs, FEW) : runs;
  for (let nth = 0; nth < many; nth++) {
    statements();
    const ms = await msOf(() => ask(nth));
    const said = statements();
    if (ms >= Math.max(0, ...times)) slowest = said;
    times.push(ms);
  }
  return {
    ...{ group, name, runs: times.length, statements: slowest },
    ...{ p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95), maxMs: round(Math.max(...times)) },
  };
}

async function msOf(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await act();
  return performance.now() - from;
}
