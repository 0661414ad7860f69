import { WOKEN } from "./lanes";
import { insertMemos } from "./memos";
import { type Db, kindCode, type Memo } from "./model";

/**
 * A wake that has got its result: a step that ran, an event that came, a run that was invoked and ended. A memo
 * without a name takes the wake's.
 */
export interface Settled {
  runId: string;
  stepId: string;
  memo: Memo;
}

/**
 * Records the results and lets the runs go on: a run whose last open wake is settled becomes due at `now`. Wakes
 * that are gone (run cancelled, result already there) are passed over. Call it under one of the locks.
 */
export async function settleWakes(tx: Db, settled: readonly Settled[], now: number): Promise<void> {
  if (settled.length === 0) return;
  const runIds = [...new Set(settled.map((one) => one.runId))];
  const runs = await tx<{ id: string; pending: number }[]>`
    select id, pending from executor.run where id = any(${runIds}::bigint[]) order by id for update`;
  const wanted = JSON.stringify(settled.map((one) => ({ r: one.runId, s: one.stepId })));
  const open = await tx<{ run_id: string; step_id: string; name: string | null }[]>`
    select w.run_id, encode(w.step_id, 'hex') as step_id, w.name from executor.wake w
    where (w.run_id, w.step_id) in (
      select r, decode(s, 'hex') from json_to_recordset(${wanted}::text::json) as x(r bigint, s text))
    order by w.run_id, w.step_id for update`;
  const names = new Map(open.map((wake) => [`${wake.run_id}:${wake.step_id}`, wake.name]));
  const first = new Map<string, Settled>();
  for (const one of settled) {
    const key = `${one.runId}:${one.stepId}`;
    if (!names.has(key) || first.has(key)) continue;
    first.set(key, { ...one, memo: { ...one.memo, name: one.memo.name ?? names.get(key) ?? null } });
  }
  await insertMemos(tx, [...first.values()]);

  const pending = new Map(runs.map((run) => [run.id, run.pending]));
  const goOn: { r: string; s: string }[] = [];
  const drop: { r: string; s: string }[] = [];
  const stillOpen = new Map<string, number>();
  for (const { runId, stepId } of first.values()) {
    const left = pending.get(runId) ?? 1;
    (left > 1 ? drop : goOn).push({ r: runId, s: stepId });
    if (left > 1) {
      pending.set(runId, left - 1);
      stillOpen.set(runId, left - 1);
    }
  }
  await dropWakes(tx, drop);
  await wakeRuns(tx, goOn, now);
  await keepPending(tx, stillOpen);
}

async function wakeRuns(tx: Db, wakes: { r: string; s: string }[], now: number): Promise<void> {
  if (wakes.length === 0) return;
  await tx`
    update executor.wake w set step_id = '', kind = ${kindCode("run")}, due_at = to_timestamp(${now}::float8 / 1000),
      match_hash = null, gen = w.gen + 1, attempt = 0, lost = 0, leased = false, name = null,
      lane = w.lane | ${WOKEN}::int
    from json_to_recordset(${JSON.stringify(wakes)}::text::json) as x(r bigint, s text)
    where w.run_id = x.r and w.step_id = decode(x.s, 'hex')`;
}

async function dropWakes(tx: Db, wakes: { r: string; s: string }[]): Promise<void> {
  if (wakes.length === 0) return;
  await tx`
    delete from executor.wake w
    using json_to_recordset(${JSON.stringify(wakes)}::text::json) as x(r bigint, s text)
    where w.run_id = x.r and w.step_id = decode(x.s, 'hex')`;
}

async function keepPending(tx: Db, pending: Map<string, number>): Promise<void> {
  if (pending.size === 0) return;
  const rows = [...pending].map(([r, p]) => ({ r, p }));
  await tx`
    update executor.run set pending = x.p
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as x(r bigint, p smallint)
    where run.id = x.r`;
}
