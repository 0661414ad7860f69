import type { AiOutcome } from "@/lib/core/model-maestro";

/** Calls of one account at once in one process: a bulk of drafts must not hold all of the executor's hands. */
const MOST_AT_ONCE = 8;
/** Of all accounts: a quarter of those hands, should every endpoint be slow. */
const MOST_OF_ALL = 100;
let runningOfAll = 0;
/** So many calls in a row that came to nothing, and the endpoint is left alone for a while. */
const FAILURES = 3;
const REST_MS = 30_000;
const FIRST_GUESS_MS = 3_000;
const SHORTEST_MS = 500;

/** What says that the endpoint is not there, rather than that it does not like a question. */
const ABSENCES: ReadonlySet<AiOutcome> = new Set(["timeout", "unavailable", "rate_limited", "unauthorized"]);

type State = {
  running: number;
  /** What a draft takes, of late. */
  takesMs: number;
  /** When the last of those that were turned away comes again. */
  lastMs: number;
  failures: number;
  restsUntilMs: number;
  outcome: AiOutcome;
};

/** By account. */
const states = new Map<string, State>();
const MOST_KEPT = 5_000;

export type Gate =
  | {
      kind: "open" /** Null: nobody was asked after all. */;
      leave: (outcome: AiOutcome | null, tookMs: number, now: Date) => void;
    }
  /** The endpoint did not answer lately: what it would come to. */
  | { kind: "resting"; outcome: AiOutcome }
  /** Too many are being written: come again then. */
  | { kind: "full"; until: Date };

/** Whether one more call may begin now. Those that are turned away come again one after another, not all at once. */
export function enterGate(accountId: string, now: Date): Gate {
  const state = stateOf(accountId);
  const nowMs = now.getTime();
  if (state.failures >= FAILURES && nowMs < state.restsUntilMs) {
    return { kind: "resting", outcome: state.outcome };
  }
  if (state.running >= MOST_AT_ONCE || runningOfAll >= MOST_OF_ALL) {
    const gapMs = Math.max(state.takesMs / MOST_AT_ONCE, SHORTEST_MS / MOST_AT_ONCE);
    state.lastMs = Math.max(state.lastMs, nowMs + SHORTEST_MS) + gapMs;
    return { kind: "full", until: new Date(Math.ceil(state.lastMs)) };
  }
  state.running += 1;
  runningOfAll += 1;
  return {
    kind: "open",
    leave(outcome, tookMs, at) {
      state.running -= 1;
      runningOfAll -= 1;
      if (outcome === null) return;
      state.takesMs = 0.7 * state.takesMs + 0.3 * tookMs;
      const isAbsent = ABSENCES.has(outcome);
      state.failures = isAbsent ? state.failures + 1 : 0;
      if (!isAbsent) return;
      state.outcome = outcome;
      state.restsUntilMs = at.getTime() + REST_MS;
    },
  };
}

function stateOf(accountId: string): State {
  const known = states.get(accountId);
  if (known) return known;
  if (states.size >= MOST_KEPT) {
    for (const [old, { running }] of states) if (running === 0) states.delete(old);
  }
  const state: State = {
    ...{ running: 0, takesMs: FIRST_GUESS_MS, lastMs: 0 },
    ...{ failures: 0, restsUntilMs: 0, outcome: "unavailable" },
  };
  states.set(accountId, state);
  return state;
}
