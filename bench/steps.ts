import type { Bench, Figures } from "./bench";
import { percentOfCore, readCpu } from "./cpu";
import { countAsleepAgain, makeDue, readRecordedAt } from "./due";
import { pause, round } from "./numbers";
import { startWorker } from "./worker";

const LOOK_EVERY_MS = 500;

/**
 * Steps per second through the whole path: many sleepers fall due at the same moment, and the real worker decides,
 * claims, sends to the phone on the screen, records and goes to sleep again, for all of them.
 */
export async function measureSteps(bench: Bench): Promise<Figures> {
  const { sql, databaseUrl, isQuick, profileFolder } = bench;
  const due = bench.take(isQuick ? 3_000 : 20_000);
  const worker = await startWorker(databaseUrl, profileFolder);
  const startAt = Date.now() + (isQuick ? 3_000 : 15_000);
  await makeDue(bench, due, { startAt, everyMs: 0 });
  await pause(startAt - Date.now());
  const before = await readCpu(sql, worker.pid);
  while ((await countAsleepAgain(sql, due)) < due.count) await pause(LOOK_EVERY_MS);
  const seconds = (Date.now() - startAt) / 1000;
  const cpu = percentOfCore(before, await readCpu(sql, worker.pid), seconds);
  await worker.stop();
  const lastAt = Math.max(...(await readRecordedAt(sql, due)));
  await assertSentOnce(bench, due);
  return {
    stepsPerSecond: round((due.count / (lastAt - startAt)) * 1000),
    stepsWorkerCpuPercent: cpu.worker,
    stepsPostgresCpuPercent: cpu.postgres,
  };
}

async function assertSentOnce(
  { sql }: Bench,
  { from, count }: { from: number; count: number },
): Promise<void> {
  const [row] = await sql<{ sent: number; runs: number }[]>`
    select count(*)::int as sent, count(distinct m.enrollment_id)::int as runs
    from bench.sleeper s join messages m on m.enrollment_id = s."enrollmentId"
    where s.n >= ${from} and s.n < ${from + count} and m.status = 'sent'`;
  if (row?.sent !== 2 * count || row.runs !== count)
    throw new Error(`Not each step was sent once: ${JSON.stringify(row)}`);
}
