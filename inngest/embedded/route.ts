import type { Sql } from "postgres";
import { createRuns } from "./create-runs";
import { type Directory, refreshDirectory } from "./directory";
import { cancelKeysOf, type EndedRun, endAndResume } from "./end-runs";
import { WAKE_CHANNEL } from "./events";
import { lockForRouting } from "./locks";
import type { Db, StoredEvent } from "./model";
import { type PlannedRun, planRoute, type RoutePlan, type UnroutedEvent } from "./plan-route";
import { settleWakes } from "./settle";

const BATCH = 1_000;
const ONCE_MS = 86_400_000;

/**
 * Routes one batch of events: starts runs, wakes waits, cancels runs; one transaction, one router at a time in the
 * whole database. Answers how many events it routed.
 */
export async function routeBatch(sql: Sql, directory: Directory, now: number): Promise<number> {
  const [waiting] = await sql`select 1 from executor.event where routed_no is null limit 1`;
  if (!waiting) return 0;
  return sql.begin(async (tx) => {
    await lockForRouting(tx);
    await refreshDirectory(tx, directory);
    const events = await takeEvents(tx);
    if (events.length === 0) return 0;
    const [route] = await tx<{ no: string }[]>`update executor.route set no = no + 1 returning no`;
    const no = route?.no ?? "0";
    const plan = planRoute(events, directory, await loadPaths(tx, events), now);
    const isHeard = (name: string) => directory.heard.has(name);
    await endAndResume(tx, await findCancelled(tx, plan), now, isHeard);
    await writeKeys(tx, plan, no);
    const runs = await keepFirst(tx, plan.runs, now);
    const ids = await createRuns(tx, runs);
    await endAndResume(tx, await findStillborn(tx, runs, ids), now, isHeard);
    await settleWaits(tx, plan, now);
    await tx`
      update executor.event set routed_no = ${no}::bigint where seq = any(${events.map((e) => e.seq)}::bigint[])`;
    await tx`select pg_notify(${WAKE_CHANNEL}, '')`;
    return events.length;
  });
}

/** The oldest of each lane, equally many of all that have some: those of one lane stay in their order. */
async function takeEvents(tx: Db): Promise<UnroutedEvent[]> {
  const rows = await tx<{ seq: string; received_at: number; body: StoredEvent }[]>`
    with recursive line as (
      (select lane from executor.event where routed_no is null order by lane limit 1)
      union all
      select next.lane from line cross join lateral (
        select lane from executor.event where routed_no is null and lane > line.lane order by lane limit 1) next
    )
    select e.seq, (extract(epoch from e.received_at) * 1000)::float8 as received_at, e.body
    from line cross join lateral (
      select seq, received_at, body from executor.event
      where routed_no is null and lane = line.lane
      order by seq limit (select ceil(${BATCH}::float8 / count(*)) from line)
    ) e order by e.seq limit ${BATCH}`;
  return rows.map((row) => ({ seq: row.seq, receivedAt: row.received_at, body: row.body }));
}

async function loadPaths(tx: Db, events: readonly UnroutedEvent[]): Promise<Map<string, string[]>> {
  const names = [...new Set(events.map((event) => event.body.name))];
  const rows = await tx<{ event_name: string; paths: string }[]>`
    select event_name, paths from executor.match_path where event_name = any(${names}::text[])`;
  const paths = new Map<string, string[]>();
  for (const row of rows) paths.set(row.event_name, [...(paths.get(row.event_name) ?? []), row.paths]);
  return paths;
}

interface CancelRow {
  i: number;
  id: string;
  event: StoredEvent;
  parent_run: string | null;
  parent_step: string | null;
}

async function findCancelled(tx: Db, plan: RoutePlan): Promise<EndedRun[]> {
  if (plan.cancels.length === 0) return [];
  const rows = plan.cancels.map((cancel, i) => ({ i, h: cancel.hash }));
  const found = await tx<CancelRow[]>`
    select x.i, r.id, r.event, r.parent_run, encode(r.parent_step, 'hex') as parent_step
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as x(i int, h bigint)
    join executor.run_key k on k.hash = x.h
    join executor.run r on r.id = k.run_id and r.status = 0`;
  const ended = new Map<string, EndedRun>();
  for (const row of found) {
    const cancel = plan.cancels[row.i];
    if (!cancel) continue;
    const { fn, withinMs, event } = cancel;
    if (withinMs !== null && event.receivedAt > startedAt(row.id) + withinMs) continue;
    const parent =
      row.parent_run && row.parent_step ? { runId: row.parent_run, stepId: row.parent_step } : null;
    ended.set(row.id, cancelledRun(row.id, row.event, fn.slug, fn.rules, parent));
  }
  return [...ended.values()];
}

/** Ids carry the millisecond they were made in. */
function startedAt(runId: string): number {
  return Number(BigInt(runId) >> 20n);
}

async function writeKeys(tx: Db, plan: RoutePlan, no: string): Promise<void> {
  if (plan.keys.length === 0) return;
  const rows = plan.keys.map(({ event, hash }) => ({ h: hash, s: event.seq }));
  await tx`
    insert into executor.event_key (hash, seq, routed_no, received_at)
    select x.h, x.s, ${no}::bigint, e.received_at
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as x(h bigint, s bigint)
    join executor.event e on e.seq = x.s`;
}

/** Leaves out runs whose idempotency key has started one within 24 hours. */
async function keepFirst(tx: Db, runs: PlannedRun[], now: number): Promise<PlannedRun[]> {
  const firsts = new Map<string, PlannedRun>();
  for (const run of runs) {
    const key = `${run.fnId}:${run.onceKey}`;
    if (run.onceKey !== null && !firsts.has(key)) firsts.set(key, run);
  }
  if (firsts.size === 0) return runs;
  const rows = [...firsts.values()].map((run) => ({ f: run.fnId, k: run.onceKey }));
  const taken = await tx<{ fn_id: number; key: string }[]>`
    insert into executor.once (fn_id, key, until)
    select f, decode(k, 'hex'), to_timestamp(${now + ONCE_MS}::float8 / 1000)
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as x(f int, k text)
    on conflict (fn_id, key) do update set until = excluded.until
      where once.until <= to_timestamp(${now}::float8 / 1000)
    returning fn_id, encode(key, 'hex') as key`;
  const allowed = new Set(taken.map((row) => firsts.get(`${row.fn_id}:${row.key}`)));
  return runs.filter((run) => run.onceKey === null || allowed.has(run));
}

/**
 * Finds new runs whose cancelling event was routed before their own: Inngest would let them live. It counts when
 * it was received later, or says it happened later.
 */
async function findStillborn(tx: Db, runs: PlannedRun[], ids: string[]): Promise<EndedRun[]> {
  const rows = runs.flatMap((run, i) =>
    cancelKeysOf(run.rules, run.event).map((h) => ({ i, h, s: run.trigger.seq })),
  );
  if (rows.length === 0) return [];
  const found = await tx<{ i: number; is_later: boolean; body: StoredEvent }[]>`
    select x.i, (k.received_at, k.seq) > (t.received_at, t.seq) as is_later, c.body
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as x(i int, h bigint, s bigint)
    join executor.event t on t.seq = x.s
    join executor.event_key k on k.hash = x.h and k.seq <> x.s
    join executor.event c on c.seq = k.seq`;
  const ended = new Map<string, EndedRun>();
  for (const { i, is_later: isLater, body } of found) {
    const run = runs[i];
    const id = ids[i];
    if (!run?.rules || !id || !(isLater || body.ts > run.event.ts)) continue;
    ended.set(id, cancelledRun(id, run.event, run.rules.slug, run.rules, null));
  }
  return [...ended.values()];
}

async function settleWaits(tx: Db, plan: RoutePlan, now: number): Promise<void> {
  if (plan.waits.length === 0) return;
  const rows = plan.waits.map((wait, i) => ({ i, h: wait.hash }));
  const found = await tx<{ i: number; run_id: string; step_id: string; name: string | null }[]>`
    select x.i, w.run_id, encode(w.step_id, 'hex') as step_id, w.name
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as x(i int, h bigint)
    join executor.wake w on w.match_hash = x.h
    order by x.i
    for update of w`;
  const settled = found.flatMap(({ i, run_id: runId, step_id: stepId, name }) => {
    const event = plan.waits[i]?.event.body;
    return event ? [{ runId, stepId, memo: { stepId, name, failed: false, data: event } }] : [];
  });
  await settleWakes(tx, settled, now);
}

export function cancelledRun(
  runId: string,
  event: StoredEvent,
  slug: string,
  rules: EndedRun["rules"],
  parent: { runId: string; stepId: string } | null,
): EndedRun {
  return { runId, status: "cancelled", output: null, error: null, event, slug, rules, parent };
}
