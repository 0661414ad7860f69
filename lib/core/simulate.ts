import { accountZone } from "./effective-zone";
import type { Because, Decision, Facts } from "./facts";
import { foresee, withoutQueue } from "./fold";
import { createHeap } from "./heap";
import { createShared } from "./shared-sends";
import { createLines, openingOf } from "./simulate-lines";
import { createTally, type Simulation } from "./simulation-tally";
import { DAY_MS } from "./zone";

/** A run to simulate, from `startAt` on. One of another sequence takes room and is not counted. */
export type SimulatedRun = { facts: Facts; startAt: Date; isOther: boolean };

export type SimulationProgress = { done: number; total: number };

/** Nothing further ahead is foreseen: a wait has at most a year. */
const HORIZON_MS = 400 * DAY_MS;
/** Between two yields; a few milliseconds of work. */
const TURNS_A_YIELD = 400;

/**
 * Folds the engine's own decisions over many runs at once, always that of the run whose moment comes first. What runs
 * share, the limits of inboxes and of contacts, is carried from one to the others, so that they wait for each other as
 * they would. Contacts stay silent. Yields how many runs are over, and returns what came of them.
 */
export function* simulate(
  runs: readonly SimulatedRun[],
  from: Date,
): Generator<SimulationProgress, Simulation> {
  const zone = runs[0] ? accountZone(runs[0].facts.settings) : "UTC";
  const heap = createHeap();
  const shared = createShared();
  const lines = createLines(zone, heap, shared);
  const tally = createTally(zone);
  // Those in a queue now are among the others.
  const states = runs.map(({ facts }) => withoutQueue(facts));
  /** The line that a run was let go from. */
  const lineOf = new Map<number, number>();
  const total = runs.filter(({ isOther }) => !isOther).length;
  let done = 0;
  for (const [run, { startAt }] of runs.entries())
    heap.push(Math.max(startAt.getTime(), from.getTime()), run);

  for (let turn = 1; ; turn++) {
    if (turn % TURNS_A_YIELD === 0) yield { done, total };
    const item = heap.pop();
    if (!item) return tally.result(total);
    const opening = openingOf(item.order);
    if (opening !== null) {
      lines.open(opening, item.atMs);
      continue;
    }
    const run = item.order;
    const state = states[run];
    if (!state) continue;
    const now = new Date(item.atMs);
    const { decision, nextFacts, nextAt } = foresee(shared.into(state), now);
    states[run] = nextFacts;
    if (decision.kind === "send") shared.take(nextFacts, decision.inboxId);
    const isOther = runs[run]?.isOther ?? true;
    if (!isOther) tally.count(run, decision, now);
    else if (decision.kind === "send") tally.countOther(decision.inboxId, now);

    const line = lineOf.get(run);
    lineOf.delete(run);
    const isHeld = isHeldByInbox(decision);
    if (line !== undefined && !isHeld && decision.kind !== "send") lines.passOn(line, item.atMs);
    const held = isHeld && nextAt && shared.inboxOf(nextFacts, decision.because);
    if (held) lineOf.set(run, lines.join(held, decision.because, nextAt, run));
    else if (nextAt && nextAt.getTime() <= from.getTime() + HORIZON_MS && !isStuck(decision.because)) {
      heap.push(nextAt.getTime(), run);
    } else {
      if (!isOther) done++;
      if (!isOther && nextAt) tally.countUnfinished();
    }
  }
}

const isHeldByInbox = (decision: Decision): boolean =>
  decision.kind === "wait" &&
  decision.because.code === "inbox_limit" &&
  decision.because.data.span !== "rest";

/** What ends only when a person acts. */
function isStuck({ code }: Because): boolean {
  return STUCK.has(code);
}

const STUCK = new Set(["inbox_paused", "template_unusable", "step_blocked", "run_paused", "sequence_paused"]);
