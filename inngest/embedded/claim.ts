import type { Share } from "./lanes";
import { type Db, type Dispatch, type Memo, type StoredEvent, WAKE_KINDS } from "./model";

interface ClaimedRow {
  run_id: string;
  step_id: string;
  gen: number;
  lane: number;
  kind: number;
  attempt: number;
  lost: number;
  name: string | null;
  fn_id: number;
  pending: number;
  event: StoredEvent;
  parent_run: string | null;
  parent_step: string | null;
  since_no: string;
}

/**
 * Takes due wakes for `leaseMs`, the oldest of each lane up to its share, with all that is needed to replay their runs:
 * two queries for the whole batch. Times are milliseconds since 1970.
 */
export async function claimDue(
  db: Db,
  now: number,
  leaseMs: number,
  shares: readonly Share[],
): Promise<Dispatch[]> {
  if (shares.length === 0) return [];
  const [lanes, mosts] = [shares.map(({ lane }) => lane), shares.map(({ most }) => most)];
  const rows = await db<ClaimedRow[]>`
    with due as materialized (
      select oldest.run_id, oldest.step_id
      from unnest(${lanes}::int[], ${mosts}::int[]) share(lane, most) cross join lateral (
        select w.run_id, w.step_id from executor.wake w
        where w.lane = share.lane and w.due_at <= to_timestamp(${now}::float8 / 1000)
        order by w.due_at limit share.most for update skip locked
      ) oldest
      -- Tells the planner how few these are, or it reads whole tables for them.
      limit ${mosts.reduce((sum, most) => sum + most, 0)}
    ), claimed as (
      update executor.wake w set gen = w.gen + 1, due_at = to_timestamp(${now + leaseMs}::float8 / 1000),
        leased = true, match_hash = null,
        since_no = coalesce(w.since_no, (select no from executor.route)), lost = w.lost + w.leased::int::smallint
      from due d where w.run_id = d.run_id and w.step_id = d.step_id
      returning w.run_id, encode(w.step_id, 'hex') as step_id, w.gen, w.lane, w.kind, w.attempt, w.lost,
        w.name, w.since_no
    )
    select c.*, r.fn_id, r.pending, r.event, r.parent_run, encode(r.parent_step, 'hex') as parent_step
    from claimed c join executor.run r on r.id = c.run_id`;
  if (rows.length === 0) return [];
  const memos = await loadMemos(
    db,
    rows.map((row) => row.run_id),
  );
  return rows.map((row) => ({
    runId: row.run_id,
    stepId: row.step_id,
    gen: row.gen,
    lane: row.lane,
    kind: WAKE_KINDS[row.kind] ?? "run",
    attempt: row.attempt,
    lost: row.lost,
    name: row.name,
    fnId: row.fn_id,
    event: row.event,
    pending: row.pending,
    parent: row.parent_run && row.parent_step ? { runId: row.parent_run, stepId: row.parent_step } : null,
    memos: [...(memos.get(row.run_id) ?? [])],
    sinceNo: Number(row.since_no),
  }));
}

async function loadMemos(db: Db, runIds: string[]): Promise<Map<string, Memo[]>> {
  const rows = await db<{ run_id: string; step_id: string; failed: boolean; data: unknown }[]>`
    select run_id, encode(step_id, 'hex') as step_id, failed, data from executor.memo
    where run_id = any(${runIds}::bigint[]) order by run_id, ord`;
  const memos = new Map<string, Memo[]>();
  for (const row of rows) {
    const list = memos.get(row.run_id) ?? [];
    list.push({ stepId: row.step_id, name: null, failed: row.failed, data: row.data });
    memos.set(row.run_id, list);
  }
  return memos;
}

/** Moves the leases of dispatches that still run; answers nothing, a lost one is noticed when it records. */
export async function renewLeases(
  db: Db,
  held: readonly { runId: string; stepId: string; gen: number }[],
  until: number,
): Promise<void> {
  if (held.length === 0) return;
  const rows = held.map((one) => ({ r: one.runId, s: one.stepId, g: one.gen }));
  await db`
    with mine as materialized (
      select w.run_id, w.step_id from executor.wake w
      join json_to_recordset(${JSON.stringify(rows)}::text::json) as x(r bigint, s text, g int)
        on w.run_id = x.r and w.step_id = decode(x.s, 'hex') and w.gen = x.g and w.leased
      for update of w skip locked
    )
    update executor.wake w set due_at = to_timestamp(${until}::float8 / 1000)
    from mine where w.run_id = mine.run_id and w.step_id = mine.step_id`;
}
