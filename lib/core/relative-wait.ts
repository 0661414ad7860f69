import type { RecordFacts } from "./facts";
import type { Wait } from "./model";
import { businessDays, type Holidays } from "./wait";
import { MAX_WAIT } from "./wait-length";
import { DAY_MS, MINUTE_MS, startOfDay, timeOfDayMs, toInstantMs, toLocalMs } from "./zone";

/**
 * The moment that lies the wait's amount before or after the record's date; null without a date. Minutes and hours
 * are elapsed time. Days keep the wait's time of day, or else the date's own; a day without a time begins at 00:00 in
 * the zone. Business days are counted away from the date, so "0 business days before" a Sunday is the Friday.
 */
export function relativeMoment(
  wait: Wait & { relative: NonNullable<Wait["relative"]> },
  date: RecordFacts["date"],
  zone: string,
  holidays: Holidays,
): Date | null {
  if (!date) return null;
  const anchorLocal = "on" in date ? Date.parse(`${date.on}T00:00:00Z`) : toLocalMs(date.at.getTime(), zone);
  if (Number.isNaN(anchorLocal)) return null;
  const sign = wait.relative.side === "before" ? -1 : 1;
  const amount = Math.min(wait.amount, MAX_WAIT[wait.unit]);
  if (wait.unit === "minutes" || wait.unit === "hours") {
    const anchor = "on" in date ? toInstantMs(anchorLocal, zone) : date.at.getTime();
    return new Date(anchor + sign * amount * (wait.unit === "hours" ? 60 : 1) * MINUTE_MS);
  }
  const counts = wait.unit === "days" ? () => true : businessDays(holidays);
  const time = wait.at ? timeOfDayMs(wait.at) : anchorLocal - startOfDay(anchorLocal);
  let day = startOfDay(anchorLocal);
  for (let left = amount; left > 0; ) {
    day += sign * DAY_MS;
    if (counts(day)) left--;
  }
  while (!counts(day)) day += sign * DAY_MS;
  return new Date(toInstantMs(day + time, zone));
}
