import type { Db } from "./model";

/** Runs and their steps stay readable for a while; events only as long as their ids are remembered. */
export const DEFAULT_RETENTION = { days: 7, eventHours: 24 };
const BATCH = 5_000;
const DAY_MS = 86_400_000;

/**
 * Deletes runs that ended more than `olderThanDays` ago with their steps, events that were routed more than 24
 * hours ago, and what else has no use any more. In batches, each its own statement. Answers the number of runs.
 */
export async function pruneFinished(
  db: Db,
  { olderThanDays, now = Date.now() }: { olderThanDays: number; now?: number },
): Promise<number> {
  const before = new Date(now - olderThanDays * DAY_MS).toISOString();
  const eventsBefore = new Date(now - DEFAULT_RETENTION.eventHours * 3_600_000).toISOString();
  const runs = await inBatches(async () => {
    const deleted = await db`
      with old as (
        select id from executor.run where ended_at < ${before} order by ended_at limit ${BATCH}
      ), memos as (
        delete from executor.memo where run_id in (select id from old)
      )
      delete from executor.run where id in (select id from old) returning 1`;
    return deleted.length;
  });
  await inBatches(async () => {
    const deleted = await db`
      delete from executor.event where seq in (
        select seq from executor.event where received_at < ${eventsBefore} and routed_no is not null
        order by received_at limit ${BATCH}) returning 1`;
    return deleted.length;
  });
  await db`delete from executor.event_key where received_at < ${eventsBefore}`;
  // Keys of runs that ended while their function's cancelOn was being changed.
  await db`
    delete from executor.run_key k
    where not exists (select 1 from executor.run r where r.id = k.run_id and r.status = 0)`;
  await db`delete from executor.once where until < ${new Date(now).toISOString()}`;
  await db`
    delete from executor.slot_queue q
    where not exists (select 1 from executor.wake w where w.run_id = q.run_id and w.step_id = q.step_id)`;
  return runs;
}

async function inBatches(deleteBatch: () => Promise<number>): Promise<number> {
  for (let total = 0; ; ) {
    const count = await deleteBatch();
    total += count;
    if (count < BATCH) return total;
  }
}
