import { createHash } from "node:crypto";
import type { NewRun } from "./create-runs";
import type { Directory, KnownFunction } from "./directory";
import { scalarAt } from "./equality";
import { cancelKey, matchPaths, shownValues, waitKey } from "./match";
import type { StoredEvent } from "./model";

/** An event that nobody has routed yet. `receivedAt` is in milliseconds since 1970, by the database's clock. */
export interface UnroutedEvent {
  seq: string;
  receivedAt: number;
  body: StoredEvent;
}

export interface PlannedRun extends NewRun {
  trigger: UnroutedEvent;
  /** Sha1 in hex of what may start only one run in 24 hours. */
  onceKey: string | null;
}

export interface RoutePlan {
  runs: PlannedRun[];
  /** Every key under which an event may be found later: by waits and by runs it would cancel. */
  keys: { event: UnroutedEvent; hash: string }[];
  waits: { event: UnroutedEvent; hash: string }[];
  cancels: { event: UnroutedEvent; hash: string; fn: KnownFunction; withinMs: number | null }[];
}

/** Decides what a batch of events starts, wakes and cancels. Pure. */
export function planRoute(
  events: readonly UnroutedEvent[],
  directory: Directory,
  paths: ReadonlyMap<string, readonly string[]>,
  now: number,
): RoutePlan {
  const plan: RoutePlan = { runs: [], keys: [], waits: [], cancels: [] };
  const functions = [...directory.bySlug.values()];
  for (const event of events) {
    const { name } = event.body;
    for (const path of paths.get(name) ?? []) {
      const values = shownValues(path, event.body);
      if (values) plan.waits.push({ event, hash: waitKey(name, path, values) });
    }
    for (const fn of functions) {
      if (startsRun(fn, event.body)) plan.runs.push(planRun(fn, event, now));
      for (const { event: cancelName, match, withinMs } of fn.rules.cancel) {
        if (cancelName !== name) continue;
        const values = shownValues(matchPaths(match), event.body);
        if (!values) continue;
        plan.cancels.push({ event, hash: cancelKey(fn.slug, matchPaths(match), values), fn, withinMs });
      }
    }
  }
  plan.keys = distinctKeys([...plan.waits, ...plan.cancels]);
  return plan;
}

function startsRun(fn: KnownFunction, event: StoredEvent): boolean {
  if (fn.isRetired) return false;
  return fn.rules.triggers.some(
    (trigger) =>
      trigger.event === event.name &&
      trigger.equals.every(({ path, value }) => scalarAt(event, path) === value),
  );
}

function planRun(fn: KnownFunction, trigger: UnroutedEvent, now: number): PlannedRun {
  const { body, receivedAt } = trigger;
  const once = fn.rules.idempotency === null ? null : scalarAt(body, fn.rules.idempotency);
  return {
    fnId: fn.id,
    rules: fn.rules,
    event: body,
    // An event dated in the future starts its run then, as on Inngest.
    dueAt: body.ts > receivedAt + 1_000 ? body.ts : now,
    trigger,
    onceKey: once === null ? null : createHash("sha1").update(JSON.stringify(once)).digest("hex"),
  };
}

function distinctKeys(keys: RoutePlan["keys"]): RoutePlan["keys"] {
  const seen = new Map(
    keys.map((key) => [`${key.hash}:${key.event.seq}`, { event: key.event, hash: key.hash }]),
  );
  return [...seen.values()];
}
