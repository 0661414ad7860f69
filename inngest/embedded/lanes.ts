import { createHash } from "node:crypto";
import { scalarAt } from "./equality";
import type { FunctionRules } from "./rules";

/** Of runs without the key by which places are shared. */
export const NO_LANE = 0;
/** Of the places that others leave: so a lane whose steps hang never holds the last ones. */
const LARGEST_SHARE = 3 / 4;

/** How many wakes of a lane a claim may take. */
export interface Share {
  lane: number;
  most: number;
}

/** What an event or another run woke stands in a lane beside, so that it does not wait for all that fell due by time. */
export const WOKEN = 1;

/**
 * The lane in which a run's wakes stand, an even number: 31 bits of sha256 of its function and key. Lanes are served in
 * turn, each in the order in which its wakes fall due. Two that meet (among a thousand with a chance of one in four
 * thousand) share a turn.
 */
export function laneOf(rules: Pick<FunctionRules, "slug" | "fairBy"> | null, event: unknown): number {
  const value = rules?.fairBy ? scalarAt(event, rules.fairBy) : null;
  if (!rules || value === null) return NO_LANE;
  const key = JSON.stringify([rules.slug, value]);
  let lane = known.get(key);
  if (lane === undefined) {
    lane = createHash("sha256").update(key).digest().readInt32BE(0) & ~WOKEN;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, lane);
  }
  return lane;
}

/** Every write of a run asks for its lane again. */
const known = new Map<string, number>();
const MOST_KNOWN = 10_000;

/** The lane in which an event waits to be routed. */
export function laneOfEvent(fairBy: string | null, event: unknown): number {
  return laneOf({ slug: "", fairBy }, event);
}

/**
 * Shares `room` among the lanes in which something is due, so that they come to have equally many dispatches in flight;
 * among equals the one that waits longest is first. `places` is what the process has in all.
 */
export function shareOut(
  due: readonly { lane: number; at: number }[],
  inFlight: ReadonlyMap<number, number>,
  { places, room }: { places: number; room: number },
): Share[] {
  const all = [...inFlight.values()].reduce((sum, count) => sum + count, 0);
  const lanes = due
    .map(({ lane, at }) => {
      const has = inFlight.get(lane) ?? 0;
      const left = places - (all - has);
      return {
        lane,
        at,
        has,
        given: 0,
        most: lane === NO_LANE ? left : Math.floor(left * LARGEST_SHARE) || 1,
      };
    })
    .sort((a, b) => a.has - b.has || a.at - b.at);
  let left = room;
  for (let level = 1; left > 0; level++) {
    const open = lanes.filter(({ has, given, most }) => has + given < most);
    if (open.length === 0) break;
    for (const one of open) {
      if (left === 0 || one.has + one.given >= level) continue;
      one.given++;
      left--;
    }
  }
  return lanes.flatMap(({ lane, given }) => (given > 0 ? [{ lane, most: given }] : []));
}
