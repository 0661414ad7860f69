import { cancelKeysOf } from "./end-runs";
import { laneOf } from "./lanes";
import { type Db, kindCode, type StoredEvent } from "./model";
import type { FunctionRules } from "./rules";

export interface NewRun {
  fnId: number;
  rules: FunctionRules | null;
  event: StoredEvent;
  /** Milliseconds since 1970. */
  dueAt: number;
  parent?: { runId: string; stepId: string };
  replayOf?: string;
}

/** Stores runs that are due at their `dueAt`; answers their ids in the same order. */
export async function createRuns(tx: Db, runs: readonly NewRun[]): Promise<string[]> {
  if (runs.length === 0) return [];
  const ids = await tx<{ id: string }[]>`
    select executor.new_id() as id from generate_series(1, ${runs.length}::int)`;
  const rows = runs.map((run, index) => ({
    id: ids[index]?.id,
    fn: run.fnId,
    ev: JSON.stringify(run.event),
    pr: run.parent?.runId,
    ps: run.parent?.stepId,
    ro: run.replayOf,
    d: run.dueAt,
    l: laneOf(run.rules, run.event),
  }));
  const text = JSON.stringify(rows);
  await tx`
    insert into executor.run (id, fn_id, event, parent_run, parent_step, replay_of)
    select id, fn, ev::json, pr, decode(ps, 'hex'), ro
    from json_to_recordset(${text}::text::json)
      as x(id bigint, fn int, ev text, pr bigint, ps text, ro bigint)`;
  await tx`
    insert into executor.wake (run_id, due_at, kind, lane)
    select id, to_timestamp(d / 1000), ${kindCode("run")}::smallint, l
    from json_to_recordset(${text}::text::json) as x(id bigint, d float8, l int)`;
  const keys = runs.flatMap((run, index) =>
    cancelKeysOf(run.rules, run.event).map((h) => ({ h, r: ids[index]?.id })),
  );
  if (keys.length > 0) {
    await tx`
      insert into executor.run_key (hash, run_id)
      select h, r from json_to_recordset(${JSON.stringify(keys)}::text::json) as x(h bigint, r bigint)`;
  }
  return ids.map((row) => row.id);
}
