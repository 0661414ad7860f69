import { insertEvents } from "./events";
import { cancelKey, matchPaths, wantedValues } from "./match";
import { type Db, type RunStatus, type StepFailure, type StoredEvent, statusCode } from "./model";
import type { FunctionRules } from "./rules";
import { type Settled, settleWakes } from "./settle";

/** A run that is over, with what is needed to tell others. */
export interface EndedRun {
  runId: string;
  status: Exclude<RunStatus, "active">;
  output: unknown;
  error: StepFailure | null;
  event: StoredEvent;
  slug: string;
  /** Null when the function is no longer known: its cancel keys then wait for the retention sweep. */
  rules: FunctionRules | null;
  parent: { runId: string; stepId: string } | null;
}

const FINISHED = "inngest/function.finished";
const FAILED = "inngest/function.failed";
const CANCELLED = "inngest/function.cancelled";
/** The engine's own events start no chain of further ones, as on Inngest. */
const SILENT_TRIGGERS = new Set([FINISHED, FAILED, CANCELLED]);

/**
 * Ends runs: status, wakes and keys, the engine's events that somebody listens to, and the runs that invoked
 * them. Answers which runs it ended; those already over are passed over. Call it under one of the locks.
 */
export async function endRuns(
  tx: Db,
  ended: readonly EndedRun[],
  now: number,
  isHeard: (eventName: string) => boolean,
): Promise<{ endedIds: Set<string>; resumed: Settled[] }> {
  if (ended.length === 0) return { endedIds: new Set(), resumed: [] };
  const rows = ended.map((run) => ({
    r: run.runId,
    s: statusCode(run.status),
    o: run.status === "completed" ? JSON.stringify(run.output ?? null) : null,
    e: run.error && JSON.stringify(run.error),
  }));
  const done = await tx<{ id: string }[]>`
    update executor.run set status = x.s, output = x.o::json, error = x.e::json,
      ended_at = to_timestamp(${now}::float8 / 1000)
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as x(r bigint, s smallint, o text, e text)
    where run.id = x.r and run.status = 0
    returning run.id`;
  const endedIds = new Set(done.map((row) => row.id));
  const over = ended.filter((run) => endedIds.has(run.runId));
  await tx`delete from executor.wake where run_id = any(${[...endedIds]}::bigint[])`;
  const keys = over.flatMap((run) => cancelKeysOf(run.rules, run.event).map((h) => ({ h, r: run.runId })));
  if (keys.length > 0) {
    await tx`
      delete from executor.run_key k using json_to_recordset(${JSON.stringify(keys)}::text::json) as x(h bigint, r bigint)
      where k.hash = x.h and k.run_id = x.r`;
  }
  await insertEvents(
    tx,
    over.flatMap((run) => endEvents(run, now)).filter((event) => isHeard(event.name)),
  );
  return { endedIds, resumed: over.flatMap(resumeOf) };
}

/** Ends runs and resumes those that invoked them. */
export async function endAndResume(
  tx: Db,
  ended: readonly EndedRun[],
  now: number,
  isHeard: (eventName: string) => boolean,
): Promise<Set<string>> {
  const { endedIds, resumed } = await endRuns(tx, ended, now, isHeard);
  await settleWakes(tx, resumed, now);
  return endedIds;
}

/** The keys under which events can cancel a run with this trigger event; each once. */
export function cancelKeysOf(rules: FunctionRules | null, event: StoredEvent): string[] {
  const keys = (rules?.cancel ?? []).flatMap(({ match }) => {
    const values = wantedValues(match, event);
    return values && rules ? [cancelKey(rules.slug, matchPaths(match), values)] : [];
  });
  return [...new Set(keys)];
}

function resumeOf(run: EndedRun): Settled[] {
  if (!run.parent) return [];
  const { runId, stepId } = run.parent;
  const failed = run.status !== "completed";
  const data = failed
    ? (run.error ?? { name: "Error", message: "The invoked run was cancelled." })
    : (run.output ?? null);
  return [{ runId, stepId, memo: { stepId, name: null, failed, data } }];
}

/** Shapes of Inngest's pkg/execution/executor/finalize.go. */
function endEvents(run: EndedRun, now: number): StoredEvent[] {
  if (SILENT_TRIGGERS.has(run.event.name)) return [];
  const status = { completed: "Completed", failed: "Failed", cancelled: "Cancelled" }[run.status];
  const data = {
    function_id: run.slug,
    run_id: run.runId,
    event: run.event,
    events: [run.event],
    ...(run.error ? { error: run.error } : {}),
    ...(run.status === "completed" ? { result: run.output ?? null } : {}),
    ...(run.parent ? { correlation_id: `${run.parent.runId}.${run.parent.stepId}` } : {}),
    _inngest: { status },
  };
  const named = (name: string): StoredEvent => ({ name, id: run.runId, data, ts: now });
  const events = [named(FINISHED)];
  if (run.status === "failed") events.push(named(FAILED));
  if (run.status === "cancelled") events.push(named(CANCELLED));
  return events;
}
