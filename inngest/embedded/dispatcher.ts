import { randomUUID } from "node:crypto";
import type { Inngest } from "inngest";
import type { Sql } from "postgres";
import { closeCheckpoints, openCheckpoints } from "./checkpoints";
import { renewLeases } from "./claim";
import type { Directory } from "./directory";
import { drive } from "./drive";
import type { Clock, Dispatch, Log, Memo } from "./model";
import { memoOf, type Outcome, outcomeOf } from "./outcome";
import type { Recorder } from "./recorder";
import type { RegisteredFunction } from "./rules";
import { renewSlots, takeSlots } from "./slots";

/** A run that kills its worker again and again is ended, or it would take every worker down for ever. */
const MOST_LOST_LEASES = 50;
/** Inngest's DefaultMaxStepLimit. */
const MOST_STEPS = 1_000;
const UNKNOWN_FUNCTION_PAUSE_MS = 30_000;

export interface DispatchCounts {
  dispatched: number;
  lost: number;
  failedToRecord: number;
}

export interface Dispatcher {
  /** Starts all of them at once, so that bodies of steps which run together can share their work. */
  launch(dispatches: Dispatch[]): Promise<void>;
  inFlight(): number;
  /** The same by lane. */
  inFlightOf(): Map<number, number>;
  renew(): Promise<void>;
  drained(): Promise<void>;
  counts: DispatchCounts;
  /** Functions that runs wait for and this process does not have, with the instant last seen. */
  unknown: Map<string, number>;
}

interface Held {
  dispatch: Dispatch;
  slotKeys: string[];
}

/** Drives claimed dispatches through the SDK and records what comes of them. */
export function createDispatcher(options: {
  sql: Sql;
  client: Inngest.Any;
  directory: Directory;
  recorder: Recorder;
  clock: Clock;
  leaseMs: number;
  log: Log;
  onFreed: () => void;
}): Dispatcher {
  const { sql, client, directory, recorder, clock, leaseMs, log, onFreed } = options;
  const name = randomUUID();
  const held = new Map<string, Held>();
  const open = new Set<Promise<void>>();
  const counts: DispatchCounts = { dispatched: 0, lost: 0, failedToRecord: 0 };
  const unknown = new Map<string, number>();
  let number = 0;

  async function launch(dispatches: Dispatch[]): Promise<void> {
    const mine = dispatches.filter((dispatch) => ownFunction(dispatch));
    const strangers = dispatches.filter((dispatch) => !ownFunction(dispatch));
    if (strangers.length > 0) await putOff(strangers);
    const limited = mine.filter((one) => one.kind === "run" || one.kind === "step" || one.pending === 1);
    const needsSlot = limited.filter((one) => ownFunction(one)?.rules.concurrency.length);
    const slots = new Map<Dispatch, string[]>();
    if (needsSlot.length > 0) {
      const now = clock();
      const { admitted } = await sql.begin((tx) => takeSlots(tx, needsSlot, directory, now, now + leaseMs));
      for (const [dispatch, keys] of admitted) slots.set(dispatch, keys);
    }
    const waiting = new Set(needsSlot.filter((one) => !slots.has(one)));
    for (const dispatch of mine) {
      const registered = ownFunction(dispatch);
      if (registered && !waiting.has(dispatch)) follow(dispatch, registered, slots.get(dispatch) ?? []);
    }
  }

  function ownFunction(dispatch: Dispatch): RegisteredFunction | undefined {
    return directory.own.get(directory.byId.get(dispatch.fnId)?.slug ?? "");
  }

  /** Runs of functions this process does not have are left to others, or until the function is back. */
  async function putOff(dispatches: Dispatch[]): Promise<void> {
    for (const { fnId } of dispatches) {
      const slug = directory.byId.get(fnId)?.slug ?? `function number ${fnId}`;
      if (!unknown.has(slug)) log("warn", `Runs of "${slug}" wait: this process has no such function.`);
      unknown.set(slug, clock());
    }
    const rows = dispatches.map(({ runId, stepId, gen }) => ({ r: runId, s: stepId, g: gen }));
    const until = clock() + UNKNOWN_FUNCTION_PAUSE_MS;
    await sql`
      update executor.wake w set due_at = to_timestamp(${until}::float8 / 1000), leased = false
      from json_to_recordset(${JSON.stringify(rows)}::text::json) as x(r bigint, s text, g int)
      where w.run_id = x.r and w.step_id = decode(x.s, 'hex') and w.gen = x.g`;
  }

  function follow(dispatch: Dispatch, registered: RegisteredFunction, slotKeys: string[]): void {
    const queueItemId = `${name}:${++number}`;
    held.set(queueItemId, { dispatch, slotKeys });
    counts.dispatched++;
    const done = carryOut(dispatch, registered, slotKeys, queueItemId)
      .catch((error: unknown) => {
        counts.failedToRecord++;
        log("error", "A dispatch could not be recorded; it will be repeated when its lease ends.", {
          runId: dispatch.runId,
          error: error instanceof Error ? error.message : String(error),
        });
      })
      .finally(() => {
        held.delete(queueItemId);
        open.delete(done);
        onFreed();
      });
    open.add(done);
  }

  async function carryOut(
    dispatch: Dispatch,
    registered: RegisteredFunction,
    slotKeys: string[],
    queueItemId: string,
  ): Promise<void> {
    let isLost = false;
    let unrecorded = memosOfElapsed(dispatch);
    async function write(memos: Memo[], outcome: Outcome | null): Promise<boolean> {
      if (isLost) return false;
      const all = [...unrecorded, ...memos];
      const live = await recorder.record({ dispatch, memos: all, outcome, slotKeys });
      unrecorded = [];
      if (!live && !isLost) counts.lost++;
      isLost ||= !live;
      return live;
    }

    const hopeless = whyHopeless(dispatch);
    if (hopeless) {
      await write([], { kind: "ended", status: "failed", error: { name: "Error", message: hopeless } });
    } else if (dispatch.pending > 1 && unrecorded.length > 0) {
      await write([], { kind: "settled" });
    } else {
      dispatch.memos.push(...unrecorded);
      openCheckpoints(queueItemId, (steps) =>
        write(
          steps.filter((op) => op.op === "StepRun").map((op) => memoOf(op, false, op.data ?? null)),
          null,
        ),
      );
      const result = await drive(dispatch, registered, client, queueItemId).finally(() =>
        closeCheckpoints(queueItemId),
      );
      const { memos, outcome } = outcomeOf(result, {
        kind: dispatch.kind,
        attempt: dispatch.attempt,
        maxAttempts: registered.rules.maxAttempts,
        event: dispatch.event,
        now: clock(),
      });
      await write(memos, outcome);
    }
  }

  return {
    launch,
    counts,
    unknown,
    inFlight: () => held.size,
    inFlightOf() {
      const lanes = new Map<number, number>();
      for (const { dispatch } of held.values()) lanes.set(dispatch.lane, (lanes.get(dispatch.lane) ?? 0) + 1);
      return lanes;
    },
    async renew() {
      const until = clock() + leaseMs;
      const all = [...held.values()];
      await renewLeases(
        sql,
        all.map((one) => one.dispatch),
        until,
      );
      await renewSlots(sql, all, until);
    },
    async drained() {
      while (open.size > 0) await Promise.all(open);
    },
  };
}

/** A wake that ended by time has its result only now; it is recorded together with what follows. */
function memosOfElapsed({ kind, stepId, name, memos }: Dispatch): Memo[] {
  if (kind === "run" || kind === "step" || memos.some((memo) => memo.stepId === stepId)) return [];
  if (kind !== "invoke") return [{ stepId, name, failed: false, data: null }];
  const data = { name: "Error", message: "Timed out waiting for the invoked function to finish." };
  return [{ stepId, name, failed: true, data }];
}

function whyHopeless(dispatch: Dispatch): string | null {
  if (dispatch.lost >= MOST_LOST_LEASES) {
    return `The worker stopped ${dispatch.lost} times in a row while it ran this function.`;
  }
  if (dispatch.memos.length > MOST_STEPS) return `The run has more than ${MOST_STEPS} steps.`;
  return null;
}
