import { keepSegments } from "@/lib/reports/keep-segments";
import { askFor } from "@/lib/segments/members";
import type { Figures } from "../bench";
import { secondsOf } from "../numbers";
import type { Known } from "./cases";

/** Begins to keep the account's segments, and looks at them again: how long each takes, of the slowest segment. */
export async function keepSegmentsOf({ accountId, segments }: Known): Promise<Figures> {
  const now = new Date();
  for (const id of segments) await askFor(accountId, id, now);
  const first = await slowest(() => keepSegments(accountId, now));
  // As if nobody had looked for so long: every one of them is due.
  const again = await slowest(() => keepSegments(accountId, new Date(now.getTime() + HOUR_MS)));
  return { reportsSegmentBeginSeconds: first, reportsSegmentLookSeconds: again };
}

const HOUR_MS = 3_600_000;

/** In seconds, of as many turns as there are. */
async function slowest(turn: () => Promise<number>): Promise<number> {
  let longest = 0;
  for (let looked = 1; looked > 0; ) {
    const seconds = await secondsOf(async () => {
      looked = await turn();
    });
    longest = Math.max(longest, seconds);
  }
  return Math.round(longest * 10) / 10;
}
