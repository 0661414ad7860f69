import type { Directory } from "./directory";
import { scalarAt } from "./equality";
import { hash64 } from "./match";
import type { Db, Dispatch } from "./model";
import type { FunctionRules } from "./rules";

/** Parked wakes are due at the end of time; a freed slot or the sweep brings them back. */
const PARKED = "9999-01-01T00:00:00Z";

interface Limit {
  key: string;
  limit: number;
}

/** The concurrency limits one dispatch falls under; at most two, as on Inngest. */
export function limitsOf({ slug, concurrency }: FunctionRules, event: unknown): Limit[] {
  return concurrency.map(({ limit, scope, key }) => {
    const value = key && ("value" in key ? key.value : scalarAt(event, key.path));
    return { key: hash64(["slot", scope === "fn" ? slug : scope, value]), limit };
  });
}

/**
 * Gives every dispatch the slots its function's limits ask for, until `until`. Those that find no room are parked
 * and left out of the answer; limits count dispatches that run at this moment, in all workers, not sleeping runs.
 */
export async function takeSlots(
  tx: Db,
  dispatches: readonly Dispatch[],
  directory: Directory,
  now: number,
  until: number,
): Promise<{ admitted: Map<Dispatch, string[]>; parked: Dispatch[] }> {
  const wanted = dispatches.map((dispatch) => {
    const known = directory.byId.get(dispatch.fnId);
    return { dispatch, limits: known ? limitsOf(known.rules, dispatch.event) : [] };
  });
  const keys = [...new Set(wanted.flatMap(({ limits }) => limits.map((limit) => limit.key)))].sort();
  for (const key of keys) await tx`select pg_advisory_xact_lock(${key}::bigint)`;
  const counts = await tx<{ key: string; taken: number }[]>`
    select key, count(*)::int as taken from executor.slot
    where key = any(${keys}::bigint[]) and until > to_timestamp(${now}::float8 / 1000) group by key`;
  const taken = new Map(counts.map((row) => [row.key, row.taken]));
  const admitted = new Map<Dispatch, string[]>();
  const parked: { dispatch: Dispatch; key: string }[] = [];
  for (const { dispatch, limits } of wanted) {
    const full = limits.find(({ key, limit }) => (taken.get(key) ?? 0) >= limit);
    if (full) {
      parked.push({ dispatch, key: full.key });
      continue;
    }
    for (const { key } of limits) taken.set(key, (taken.get(key) ?? 0) + 1);
    admitted.set(
      dispatch,
      limits.map((limit) => limit.key),
    );
  }
  await storeSlots(tx, admitted, until);
  await park(tx, parked);
  return { admitted, parked: parked.map((one) => one.dispatch) };
}

async function storeSlots(tx: Db, admitted: Map<Dispatch, string[]>, until: number): Promise<void> {
  const rows = [...admitted].flatMap(([{ runId, stepId }, keys]) =>
    [...new Set(keys)].map((k) => ({ k, r: runId, s: stepId })),
  );
  if (rows.length === 0) return;
  await tx`
    insert into executor.slot (key, run_id, step_id, until)
    select k, r, decode(s, 'hex'), to_timestamp(${until}::float8 / 1000)
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as x(k bigint, r bigint, s text)
    on conflict (key, run_id, step_id) do update set until = excluded.until`;
}

async function park(tx: Db, parked: { dispatch: Dispatch; key: string }[]): Promise<void> {
  if (parked.length === 0) return;
  const rows = parked.map(({ dispatch, key }) => ({
    k: key,
    r: dispatch.runId,
    s: dispatch.stepId,
    g: dispatch.gen,
  }));
  const text = JSON.stringify(rows);
  await tx`
    with still as (
      update executor.wake w set due_at = ${PARKED}, leased = false
      from json_to_recordset(${text}::text::json) as x(k bigint, r bigint, s text, g int)
      where w.run_id = x.r and w.step_id = decode(x.s, 'hex') and w.gen = x.g
      returning x.k, w.run_id, w.step_id
    )
    insert into executor.slot_queue (key, run_id, step_id) select k, run_id, step_id from still`;
}

/** Frees the slots of dispatches that ended and brings back as many parked wakes, the longest waiting first. */
export async function releaseSlots(
  tx: Db,
  ended: readonly { dispatch: Dispatch; slotKeys: string[] }[],
  now: number,
): Promise<void> {
  const rows = ended.flatMap(({ dispatch, slotKeys }) =>
    slotKeys.map((k) => ({ k, r: dispatch.runId, s: dispatch.stepId })),
  );
  if (rows.length === 0) return;
  await tx`
    delete from executor.slot s using json_to_recordset(${JSON.stringify(rows)}::text::json)
      as x(k bigint, r bigint, s text)
    where s.key = x.k and s.run_id = x.r and s.step_id = decode(x.s, 'hex')`;
  const freed = new Map<string, number>();
  for (const { k } of rows) freed.set(k, (freed.get(k) ?? 0) + 1);
  for (const [key, count] of [...freed].sort()) await unpark(tx, key, count, now);
}

/** Holds the slots of dispatches that still run. */
export async function renewSlots(
  db: Db,
  held: readonly { dispatch: Dispatch; slotKeys: string[] }[],
  until: number,
): Promise<void> {
  const rows = held.flatMap(({ dispatch, slotKeys }) =>
    slotKeys.map((k) => ({ k, r: dispatch.runId, s: dispatch.stepId })),
  );
  if (rows.length === 0) return;
  await db`
    update executor.slot s set until = to_timestamp(${until}::float8 / 1000)
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as x(k bigint, r bigint, s text)
    where s.key = x.k and s.run_id = x.r and s.step_id = decode(x.s, 'hex')`;
}

/** Brings back up to `count` wakes that wait for a slot of this key. */
export async function unpark(tx: Db, key: string, count: number, now: number): Promise<number> {
  const rows = await tx`
    with next as (
      delete from executor.slot_queue q where (q.key, q.ord) in (
        select key, ord from executor.slot_queue where key = ${key}::bigint
        order by ord limit ${count} for update skip locked)
      returning q.run_id, q.step_id
    )
    update executor.wake w set due_at = to_timestamp(${now}::float8 / 1000)
    from next where w.run_id = next.run_id and w.step_id = next.step_id and w.due_at = ${PARKED}
    returning 1`;
  return rows.length;
}

/**
 * Brings back parked wakes whose slots were freed by nobody: the holder's process died, or the wake that should
 * have taken the slot was cancelled. Answers how many.
 */
export async function sweepSlots(db: Db, directory: Directory, now: number): Promise<number> {
  await db`delete from executor.slot where until <= to_timestamp(${now}::float8 / 1000)`;
  const waiting = await db<{ key: string; fn_id: number; event: unknown; taken: number; queued: number }[]>`
    select q.key, r.fn_id, r.event, q.queued,
      (select count(*)::int from executor.slot s where s.key = q.key) as taken
    from (select key, min(run_id) as run_id, count(*)::int as queued from executor.slot_queue group by key) q
    left join executor.run r on r.id = q.run_id`;
  let back = 0;
  for (const row of waiting) {
    const rules = directory.byId.get(row.fn_id)?.rules;
    const limit = rules && limitsOf(rules, row.event).find((one) => one.key === row.key)?.limit;
    const room = limit === undefined ? row.queued : limit - row.taken;
    if (room > 0) back += await unpark(db, row.key, room, now);
  }
  return back;
}
