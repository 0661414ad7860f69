import type { DigestEvery } from "@/lib/core/metrics";
import { DAY_MS, isoDateOf, toLocalMs, weekdayOf } from "@/lib/core/zone";

/** Digests of what has ended go out in the morning, by the account's clocks. */
const MORNING_MS = 8 * 3_600_000;

/** The newest day, week (Monday to Sunday) or month whose digest is due: it ended, and it is eight in the morning since. */
export function duePeriod(every: DigestEvery, now: Date, zone: string): { from: string; to: string } {
  // Days that begin at eight.
  const today = isoDateOf(toLocalMs(now.getTime(), zone) - MORNING_MS);
  const last = addDays(today, -1);
  switch (every) {
    case "day":
      return { from: last, to: last };
    case "week": {
      const sunday = addDays(today, -1 - weekdayOf(Date.parse(today)));
      return { from: addDays(sunday, -6), to: sunday };
    }
    case "month": {
      const to = addDays(`${today.slice(0, 7)}-01`, -1);
      return { from: `${to.slice(0, 7)}-01`, to };
    }
  }
}

const addDays = (day: string, days: number): string => isoDateOf(Date.parse(day) + days * DAY_MS);
