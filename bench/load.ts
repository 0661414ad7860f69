import type { Bench, Figures } from "./bench";
import { percentOfCore, readCpu } from "./cpu";
import { countAsleepAgain, makeDue } from "./due";
import { pause, percentile, round } from "./numbers";
import { prepareReplies } from "./replies";
import { startWorker } from "./worker";

const PER_SECOND = 100;
/** Time to prepare the sleepers, and for the worker to settle. */
const LEAD_MS = 5_000;

/**
 * How late steps are at a steady 100 a second, from the due moment until the send is recorded, and how long it takes
 * from a reply until its run is over while that goes on.
 */
export async function measureLoad(bench: Bench): Promise<Figures> {
  const { sql, databaseUrl, isQuick } = bench;
  const seconds = isQuick ? 10 : 60;
  const due = bench.take(PER_SECOND * seconds);
  const worker = await startWorker(databaseUrl, null);
  const replies = await prepareReplies(bench);
  const startAt = Date.now() + LEAD_MS;
  await makeDue(bench, due, { startAt, everyMs: 1000 / PER_SECOND });
  await pause(startAt - Date.now());
  const before = await readCpu(sql, worker.pid);
  const replied = await replies.measure(seconds - 1);
  while ((await countAsleepAgain(sql, due)) < due.count) await pause(100);
  const cpu = percentOfCore(before, await readCpu(sql, worker.pid), (Date.now() - startAt) / 1000);
  await Promise.all([replies.stop(), worker.stop()]);
  const late = await readLateness(bench, due, startAt);
  return {
    latenessP50Ms: percentile(
      late.map((one) => one.sent),
      0.5,
    ),
    latenessP99Ms: percentile(
      late.map((one) => one.sent),
      0.99,
    ),
    latenessMaxMs: round(Math.max(...late.map((one) => one.sent))),
    latenessOfClaimP50Ms: percentile(
      late.map((one) => one.claimed),
      0.5,
    ),
    latenessOfClaimP99Ms: percentile(
      late.map((one) => one.claimed),
      0.99,
    ),
    latenessSteps: late.length,
    ...replied,
    loadWorkerCpuPercent: cpu.worker,
    loadPostgresCpuPercent: cpu.postgres,
  };
}

/** From the due moment to the claim and to the provider's answer. */
async function readLateness(
  { sql }: Bench,
  { from, count }: { from: number; count: number },
  startAt: number,
) {
  return sql<{ claimed: number; sent: number }[]>`
    select (extract(epoch from m.claimed_at) * 1000 - d.at)::float8 as claimed,
      (extract(epoch from m.sent_at) * 1000 - d.at)::float8 as sent
    from bench.sleeper s join messages m on m.enrollment_id = s."enrollmentId",
      lateral (select ${startAt}::float8 + (s.n - ${from}::int) * ${1000 / PER_SECOND}::float8 as at) d
    where s.n >= ${from} and s.n < ${from + count} and m.sent_at >= to_timestamp(${startAt}::float8 / 1000)`;
}
