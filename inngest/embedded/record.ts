import { createRuns, type NewRun } from "./create-runs";
import type { Directory } from "./directory";
import { type EndedRun, endRuns } from "./end-runs";
import { laneOf } from "./lanes";
import { lockForRecording } from "./locks";
import { lookBack, type MatchPaths, type NewWait } from "./look-back";
import { insertMemos } from "./memos";
import { type Db, type Dispatch, kindCode, type Memo } from "./model";
import type { Outcome } from "./outcome";
import type { NewWake } from "./plan-wake";
import { type Settled, settleWakes } from "./settle";
import { releaseSlots } from "./slots";

/** What one dispatch wants recorded: results of steps, and at its end what the run waits for next. */
export interface Write {
  dispatch: Dispatch;
  memos: Memo[];
  /** Null for a checkpoint in the middle of a dispatch. */
  outcome: Outcome | null;
  slotKeys: string[];
}

/**
 * Records many writes in one transaction's worth of set-based statements. Answers, per write, whether the claim
 * was still its own; a write that lost its lease or whose run is over changes nothing.
 */
export async function recordWrites(
  tx: Db,
  writes: readonly Write[],
  directory: Directory,
  paths: MatchPaths,
  now: number,
): Promise<boolean[]> {
  await lockForRecording(tx);
  const live = await holdFences(tx, writes);
  const kept = writes.filter((write) => live.has(fenceKey(write.dispatch)));
  await insertMemos(
    tx,
    kept.flatMap(({ dispatch, memos }) => memos.map((memo) => ({ runId: dispatch.runId, memo }))),
  );
  await replaceWakes(tx, kept, directory, now);
  const settled: Settled[] = [];
  for (const { dispatch, memos, outcome } of kept) {
    const [memo] = memos;
    if (outcome?.kind === "settled" && memo) {
      settled.push({ runId: dispatch.runId, stepId: dispatch.stepId, memo });
    }
  }
  const { resumed } = await endRuns(
    tx,
    kept.flatMap((write) => endedBy(write, directory)),
    now,
    (name) => directory.heard.has(name),
  );
  const invokes = planInvokes(kept, directory, now);
  await createRuns(tx, invokes.runs);
  const matched = await lookBack(tx, kept.flatMap(newWaits), paths);
  await settleWakes(tx, [...settled, ...resumed, ...invokes.failed, ...matched], now);
  await releaseSlots(
    tx,
    kept.filter((write) => write.outcome !== null),
    now,
  );
  return writes.map((write) => live.has(fenceKey(write.dispatch)));
}

function fenceKey({ runId, stepId, gen }: Dispatch): string {
  return `${runId}:${stepId}:${gen}`;
}

async function holdFences(tx: Db, writes: readonly Write[]): Promise<Set<string>> {
  const rows = writes.map(({ dispatch }) => ({ r: dispatch.runId, s: dispatch.stepId, g: dispatch.gen }));
  const live = await tx<{ run_id: string; step_id: string; gen: number }[]>`
    select w.run_id, encode(w.step_id, 'hex') as step_id, w.gen
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as x(r bigint, s text, g int)
    join executor.wake w on w.run_id = x.r and w.step_id = decode(x.s, 'hex') and w.gen = x.g
    order by w.run_id, w.step_id for update of w`;
  return new Set(live.map((row) => `${row.run_id}:${row.step_id}:${row.gen}`));
}

/** The first new wake takes the place of the one that was claimed; a parallel group adds the others. */
async function replaceWakes(
  tx: Db,
  writes: readonly Write[],
  directory: Directory,
  now: number,
): Promise<void> {
  const replaced: object[] = [];
  const added: object[] = [];
  const groups: object[] = [];
  for (const { dispatch, outcome } of writes) {
    const l = laneOf(directory.byId.get(dispatch.fnId)?.rules ?? null, dispatch.event);
    const old = { r: dispatch.runId, s: dispatch.stepId, l };
    if (outcome?.kind === "again") replaced.push({ ...old, n: "", k: kindCode("run"), d: now, a: 0 });
    if (outcome?.kind === "retry") {
      // What ended by time has its result now: from here on it is the run that is tried again.
      const isStep = dispatch.kind === "step";
      const again = { n: isStep ? dispatch.stepId : "", k: kindCode(isStep ? "step" : "run") };
      replaced.push({ ...old, ...again, a: dispatch.attempt + 1, d: outcome.dueAt, m: dispatch.name });
    }
    if (outcome?.kind !== "next") continue;
    const [first, ...others] = outcome.wakes;
    if (first) replaced.push({ ...old, ...wakeColumns(first), f: true });
    for (const wake of others) added.push({ r: dispatch.runId, l, ...wakeColumns(wake) });
    if (others.length > 0) groups.push({ r: dispatch.runId, p: outcome.wakes.length });
  }
  if (replaced.length > 0) {
    await tx`
      update executor.wake w set step_id = decode(x.n, 'hex'), kind = x.k, due_at = to_timestamp(x.d / 1000),
        match_hash = x.h, attempt = x.a, lost = 0, leased = false, name = x.m, lane = x.l,
        since_no = case when x.f then null else w.since_no end
      from json_to_recordset(${JSON.stringify(replaced)}::text::json)
        as x(r bigint, s text, n text, k smallint, d float8, h bigint, a smallint, m text, f boolean, l int)
      where w.run_id = x.r and w.step_id = decode(x.s, 'hex')`;
  }
  if (added.length > 0) {
    await tx`
      insert into executor.wake (run_id, step_id, kind, due_at, match_hash, name, lane)
      select r, decode(n, 'hex'), k, to_timestamp(d / 1000), h, m, l
      from json_to_recordset(${JSON.stringify(added)}::text::json)
        as x(r bigint, n text, k smallint, d float8, h bigint, m text, l int)
      on conflict (run_id, step_id) do nothing`;
    await tx`
      update executor.run set pending = x.p
      from json_to_recordset(${JSON.stringify(groups)}::text::json) as x(r bigint, p smallint)
      where run.id = x.r`;
  }
}

function wakeColumns(wake: NewWake): object {
  const { stepId: n, dueAt: d, name: m } = wake;
  return { n, d, m, k: kindCode(wake.kind), h: wake.wait?.key ?? null, a: 0 };
}

function endedBy({ dispatch, outcome }: Write, directory: Directory): EndedRun[] {
  if (outcome?.kind !== "ended") return [];
  const known = directory.byId.get(dispatch.fnId);
  return [
    {
      runId: dispatch.runId,
      status: outcome.status,
      output: outcome.status === "completed" ? outcome.output : null,
      error: outcome.status === "failed" ? outcome.error : null,
      event: dispatch.event,
      slug: known?.slug ?? "",
      rules: known?.rules ?? null,
      parent: dispatch.parent,
    },
  ];
}

/** The waits for events that a write starts. */
export function newWaits({ dispatch, outcome }: Write): NewWait[] {
  if (outcome?.kind !== "next") return [];
  return outcome.wakes.flatMap((wake) =>
    wake.wait?.key
      ? [
          {
            ...wake.wait,
            key: wake.wait.key,
            runId: dispatch.runId,
            stepId: wake.stepId,
            name: wake.name,
            sinceNo: dispatch.sinceNo,
          },
        ]
      : [],
  );
}

function planInvokes(
  writes: readonly Write[],
  directory: Directory,
  now: number,
): { runs: NewRun[]; failed: Settled[] } {
  const runs: NewRun[] = [];
  const failed: Settled[] = [];
  for (const { dispatch, outcome } of writes) {
    for (const wake of outcome?.kind === "next" ? outcome.wakes : []) {
      if (!wake.invoke) continue;
      const { slug, payload } = wake.invoke;
      const target = directory.bySlug.get(slug);
      const parent = { runId: dispatch.runId, stepId: wake.stepId };
      if (!target || target.isRetired) {
        const error = { name: "Error", message: `No function is registered as "${slug}".` };
        failed.push({ ...parent, memo: { stepId: wake.stepId, name: wake.name, failed: true, data: error } });
        continue;
      }
      const correlation = `${dispatch.runId}.${wake.stepId}`;
      const own = { fn_id: slug, correlation_id: correlation, expire: wake.dueAt };
      const data = { ...(payload.data as object | undefined), _inngest: own };
      const event = { ...payload, name: "inngest/function.invoked", id: correlation, ts: now, data };
      runs.push({ fnId: target.id, rules: target.rules, event, dueAt: now, parent });
    }
  }
  return { runs, failed };
}
