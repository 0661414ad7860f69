import { METRICS, type SendCounts, shareOf } from "@/lib/core/metrics";
import type { ShownMetric } from "./report-address";

/** A count, or a share; null where there is nothing to take a share of. */
export function shownValue(metric: ShownMetric, counts: SendCounts): number | null {
  if (metric === "sent") return counts.sent;
  const { counts: counted, outOf } = METRICS[metric];
  return shareOf(counts[counted], counts[outOf]);
}
