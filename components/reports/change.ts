import type { Figures, Spread } from "@/lib/reports/schema";
import type { ShownMetric } from "./report-address";

/** What a number has become against the days before. */
export type Change =
  | { kind: "few" }
  | { kind: "new" }
  | { kind: "same" }
  | { kind: "up" | "down"; by: number };

/** Of counts, as a share of what was there before. */
export function changeOfCounts(now: number, before: number): Change {
  if (before === 0) return now === 0 ? { kind: "same" } : { kind: "new" };
  return changeBy((now - before) / before);
}

/** Of rates, in points between -1 and 1; not judged where too little was sent on either side. */
export function changeOfRates(
  metric: Exclude<ShownMetric, "sent">,
  now: Pick<Figures, "rates" | "isEnough">,
  before: Pick<Figures, "rates" | "isEnough">,
): Change {
  const [is, was] = [now.rates[metric], before.rates[metric]];
  if (is === null || was === null || !now.isEnough || !before.isEnough) return { kind: "few" };
  return changeBy(is - was);
}

/** Of medians, in seconds; not judged where too few cases stand behind one of them. */
export function changeOfTimes(now: Spread, before: Spread, isEnough: (count: number) => boolean): Change {
  if (now.median === null || before.median === null) return { kind: "few" };
  if (!isEnough(now.count) || !isEnough(before.count)) return { kind: "few" };
  return changeBy(now.median - before.median);
}

const changeBy = (difference: number): Change => {
  if (difference === 0) return { kind: "same" };
  return { kind: difference > 0 ? "up" : "down", by: Math.abs(difference) };
};
