import type { Wait } from "./model";
import { MAX_WAIT } from "./wait-length";
import {
  DAY_MS,
  isoDateOf,
  MINUTE_MS,
  startOfDay,
  timeOfDayMs,
  toInstantMs,
  toLocalMs,
  weekdayOf,
} from "./zone";

export type Holidays = readonly { date: string }[];

/**
 * When a wait that began at `from` is over. Minutes and hours are elapsed time. Days are calendar days at the same
 * wall-clock time in the zone, or at the wait's time of day; business days skip weekends and holidays.
 * Never earlier than `from`: an `at` that has passed today, with an amount of 0, means the next such day.
 */
export function dueAt(wait: Wait, from: Date, zone: string, holidays: Holidays): Date {
  const fromMs = from.getTime();
  switch (wait.unit) {
    case "minutes":
      return new Date(fromMs + wait.amount * MINUTE_MS);
    case "hours":
      return new Date(fromMs + wait.amount * 60 * MINUTE_MS);
    case "days":
      return new Date(calendarDueMs(wait, fromMs, zone, () => true));
    case "business_days":
      return new Date(calendarDueMs(wait, fromMs, zone, businessDays(holidays)));
  }
}

function calendarDueMs(
  wait: Wait,
  fromMs: number,
  zone: string,
  counts: (localMs: number) => boolean,
): number {
  const fromLocal = toLocalMs(fromMs, zone);
  const time = wait.at ? timeOfDayMs(wait.at) : fromLocal - startOfDay(fromLocal);
  let day = startOfDay(fromLocal);
  for (let left = Math.min(wait.amount, MAX_WAIT[wait.unit]); left > 0; ) {
    day += DAY_MS;
    if (counts(day)) left--;
  }
  while (!counts(day) || day + time < fromLocal) day += DAY_MS;
  // Of a time that the clocks show twice the first is meant, which may lie before the second, where we started.
  return Math.max(fromMs, toInstantMs(day + time, zone));
}

/** Whether a day, in local milliseconds, is none of the weekend and no holiday. */
export function businessDays(holidays: Holidays): (localMs: number) => boolean {
  const closed = new Set(holidays.map((holiday) => holiday.date));
  return (localMs) => weekdayOf(localMs) < 5 && !closed.has(isoDateOf(localMs));
}
