import type { Sql } from "postgres";
import { createRuns } from "./create-runs";
import { endAndResume } from "./end-runs";
import { WAKE_CHANNEL } from "./events";
import { lockForRouting } from "./locks";
import {
  type Db,
  RUN_STATUSES,
  type RunStatus,
  type StepFailure,
  type StoredEvent,
  statusCode,
  WAKE_KINDS,
  type WakeKind,
} from "./model";
import { cancelledRun } from "./route";
import type { FunctionRules } from "./rules";

export interface RunSummary {
  id: string;
  /** `<app>-<function>`. */
  functionId: string;
  status: RunStatus;
  startedAt: Date;
  endedAt: Date | null;
  eventName: string;
  error: StepFailure | null;
  /** What an active run waits for first; null when it has ended. */
  waiting: OpenWake | null;
}

export interface OpenWake {
  kind: WakeKind;
  name: string | null;
  dueAt: Date;
  attempt: number;
  /** A worker is on it at this moment (or died less than a lease ago). */
  isRunning: boolean;
}

export interface RunDetail extends RunSummary {
  event: StoredEvent;
  output: unknown;
  /** Set when the run was made by `replayRun`. */
  replayOf: string | null;
  /** The run that invoked this one. */
  parentRunId: string | null;
  steps: { id: string; name: string | null; at: Date; failed: boolean; data: unknown }[];
  wakes: OpenWake[];
}

interface RunRow {
  id: string;
  slug: string | null;
  status: number;
  ended_at: Date | null;
  event: StoredEvent;
  error: StepFailure | null;
  output: unknown;
  replay_of: string | null;
  parent_run: string | null;
}

/**
 * Runs, newest first. `ofData` keeps those whose trigger event has this value in its data; `before` is the id of the
 * last run of the page above; `limit` is at most 200.
 */
export async function listRuns(
  sql: Db,
  options: {
    status?: RunStatus;
    functionId?: string;
    ofData?: { field: string; value: string };
    before?: string;
    limit: number;
  },
): Promise<RunSummary[]> {
  const { status, functionId, ofData, before, limit } = options;
  const statuses = (status ? [status] : RUN_STATUSES).map(statusCode);
  const most = Math.min(limit, 200);
  // One walk down an index per function and status: a million sleepers do not stand before one failed run.
  const rows = await sql<RunRow[]>`
    select r.*, f.slug
    from executor.function f
    cross join unnest(${statuses}::smallint[]) as wanted(status)
    cross join lateral (
      select r.id, r.status, r.ended_at, r.event, r.error from executor.run r
      where r.fn_id = f.id and r.status = wanted.status
        ${ofData ? sql`and strpos(r.event::text, ${pairText(ofData)}) > 0` : sql``}
        ${before ? sql`and r.id < ${before}::bigint` : sql``}
      order by r.id desc limit ${most}
    ) r
    ${functionId ? sql`where f.slug = ${functionId}` : sql``}
    order by r.id desc limit ${most}`;
  const kept = rows.filter(({ event }) => !ofData || event.data[ofData.field] === ofData.value);
  const wakes = await openWakes(
    sql,
    kept.map((row) => row.id),
  );
  return kept.map((row) => summary(row, wakes.get(row.id)?.[0] ?? null));
}

/** Events are stored as JSON.stringify writes them; Postgres's own JSON operators fail on a text with \u0000. */
function pairText({ field, value }: { field: string; value: string }): string {
  return JSON.stringify({ [field]: value }).slice(1, -1);
}

/** One run with the results of its steps in the order they came, and what it waits for; null when unknown. */
export async function getRun(sql: Db, id: string): Promise<RunDetail | null> {
  if (!isRunId(id)) return null;
  const [row] = await sql<RunRow[]>`
    select r.id, f.slug, r.status, r.ended_at, r.event, r.error, r.output, r.replay_of, r.parent_run
    from executor.run r left join executor.function f on f.id = r.fn_id where r.id = ${id}`;
  if (!row) return null;
  const memos = await sql<{ id: string; name: string | null; failed: boolean; data: unknown; ord: string }[]>`
    select encode(step_id, 'hex') as id, name, failed, data, ord from executor.memo where run_id = ${id} order by ord`;
  const wakes = (await openWakes(sql, [id])).get(id) ?? [];
  return {
    ...summary(row, wakes[0] ?? null),
    event: row.event,
    output: row.output,
    replayOf: row.replay_of,
    parentRunId: row.parent_run,
    steps: memos.map(({ ord, ...memo }) => ({ ...memo, at: timeOf(ord) })),
    wakes,
  };
}

/** How many runs there are per function and status. */
export async function countRuns(
  sql: Db,
): Promise<{ functionId: string; status: RunStatus; isRetired: boolean; count: number }[]> {
  const rows = await sql<{ slug: string; status: number; is_retired: boolean; count: number }[]>`
    select f.slug, c.status, f.retired_at is not null as is_retired, c.count
    from (select fn_id, status, count(*)::int as count from executor.run group by fn_id, status) c
    join executor.function f on f.id = c.fn_id order by f.slug, c.status`;
  return rows.map((row) => ({
    functionId: row.slug,
    status: RUN_STATUSES[row.status] ?? "active",
    isRetired: row.is_retired,
    count: row.count,
  }));
}

/** Ends an active run as cancelled; a step that runs at this moment is not interrupted. False when it is over. */
export async function cancelRun(sql: Sql, id: string, now = Date.now()): Promise<boolean> {
  if (!isRunId(id)) return false;
  return sql.begin(async (tx) => {
    await lockForRouting(tx);
    const [row] = await tx<(RunRow & { config: FunctionRules; parent_step: string | null })[]>`
      select r.id, r.event, f.slug, f.config, r.parent_run, encode(r.parent_step, 'hex') as parent_step
      from executor.run r join executor.function f on f.id = r.fn_id where r.id = ${id} and r.status = 0`;
    if (!row) return false;
    const parent =
      row.parent_run && row.parent_step ? { runId: row.parent_run, stepId: row.parent_step } : null;
    const run = cancelledRun(id, row.event, row.slug ?? "", row.config, parent);
    const ended = await endAndResume(tx, [run], now, () => true);
    await tx`select pg_notify(${WAKE_CHANNEL}, '')`;
    return ended.has(id);
  });
}

/** Starts a new run from the same trigger event, with no steps done. Answers its id, or null when unknown. */
export async function replayRun(sql: Sql, id: string, now = Date.now()): Promise<string | null> {
  if (!isRunId(id)) return null;
  return sql.begin(async (tx) => {
    const [row] = await tx<{ fn_id: number; event: StoredEvent; config: FunctionRules }[]>`
      select r.fn_id, r.event, f.config from executor.run r join executor.function f on f.id = r.fn_id
      where r.id = ${id}`;
    if (!row) return null;
    const run = { fnId: row.fn_id, rules: row.config, event: row.event, dueAt: now, replayOf: id };
    const [newId] = await createRuns(tx, [run]);
    await tx`select pg_notify(${WAKE_CHANNEL}, '')`;
    return newId ?? null;
  });
}

async function openWakes(sql: Db, runIds: string[]): Promise<Map<string, OpenWake[]>> {
  const rows = await sql<
    { run_id: string; kind: number; name: string | null; due_at: Date; attempt: number; leased: boolean }[]
  >`
    select run_id, kind, name, due_at, attempt, leased from executor.wake
    where run_id = any(${runIds}::bigint[]) order by due_at`;
  const wakes = new Map<string, OpenWake[]>();
  for (const row of rows) {
    const { name, due_at: dueAt, attempt, leased: isRunning } = row;
    const wake = { kind: WAKE_KINDS[row.kind] ?? "run", name, dueAt, attempt, isRunning };
    wakes.set(row.run_id, [...(wakes.get(row.run_id) ?? []), wake]);
  }
  return wakes;
}

function summary(row: RunRow, waiting: OpenWake | null): RunSummary {
  return {
    id: row.id,
    functionId: row.slug ?? "",
    status: RUN_STATUSES[row.status] ?? "active",
    startedAt: timeOf(row.id),
    endedAt: row.ended_at,
    eventName: row.event.name,
    error: row.error,
    waiting,
  };
}

/** Ids of runs and steps carry the millisecond they were made in. */
function timeOf(id: string): Date {
  return new Date(Number(BigInt(id) >> 20n));
}

function isRunId(id: string): boolean {
  return /^\d{1,18}$|^[1-8]\d{18}$/.test(id);
}
