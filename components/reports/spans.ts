import { NO_SENDS, type SendCounts } from "@/lib/core/metrics";
import type { DayCounts } from "@/lib/reports/schema";

/** Beyond so many days a line shows weeks: days would be hair. */
const MOST_DAYS = 92;
const WEEK = 7;

export type Span = { from: string; to: string; counts: SendCounts };

/** The days of a series, or its weeks where it is long. Weeks end with the series, so that only the first can be short. */
export function spansOf(series: readonly DayCounts[]): Span[] {
  const size = series.length > MOST_DAYS ? WEEK : 1;
  const short = series.length % size;
  const starts = [
    ...(short > 0 ? [0] : []),
    ...Array.from({ length: Math.floor(series.length / size) }, (_, at) => short + at * size),
  ];
  return starts.map((start, at) => spanOf(series.slice(start, starts[at + 1])));
}

function spanOf(days: readonly DayCounts[]): Span {
  const counts = { ...NO_SENDS };
  for (const day of days)
    for (const fact of Object.keys(counts) as (keyof SendCounts)[]) counts[fact] += day[fact];
  return { from: days[0]?.day ?? "", to: days.at(-1)?.day ?? "", counts };
}
