import { DAY_MS, isoDateOf, toLocalMs } from "@/lib/core/zone";
import type { Period, ReportFilter } from "./schema";

const USUAL_DAYS = 30;
/** Three years: what a screen can draw and a statement can read at once. */
export const MOST_DAYS = 1_096;

/** The period that a filter means on the day of `now` in the zone, and as many days before it. */
export function periodsOf(
  { days, from, to }: Pick<ReportFilter, "days" | "from" | "to">,
  now: Date,
  zone: string,
): { period: Period; before: Period } {
  const today = isoDateOf(toLocalMs(now.getTime(), zone));
  const period = from || to ? between(from, to, today) : lastDays(today, Number(days ?? USUAL_DAYS));
  return { period, before: lastDays(addDays(period.from, -1), period.days) };
}

function between(from: string | undefined, to: string | undefined, today: string): Period {
  if (!from) return lastDays(to ?? today, USUAL_DAYS);
  const [first, last] = [from, to ?? (from > today ? from : today)].sort() as [string, string];
  return lastDays(last, Math.min(MOST_DAYS, daysBetween(first, last) + 1));
}

const lastDays = (to: string, days: number): Period => ({ from: addDays(to, 1 - days), to, days });

const addDays = (day: string, days: number): string => isoDateOf(Date.parse(day) + days * DAY_MS);
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** Whether none of its days has begun yet. */
export const isFuture = ({ from }: Period, now: Date, zone: string): boolean =>
  from > isoDateOf(toLocalMs(now.getTime(), zone));

/** Every day of a period, the first one first. */
export const daysOf = ({ from, days }: Period): string[] =>
  Array.from({ length: days }, (_, n) => addDays(from, n));

/** The months that lie in a period from their first to their last day; null where none does. */
export function wholeMonths({ from, to }: Period): { from: string; to: string } | null {
  const first = from.endsWith("-01") ? from : firstOfMonthAfter(from);
  const last = addDays(`${addDays(to, 1).slice(0, 7)}-01`, -1);
  return first < last ? { from: first, to: last } : null;
}

/** What of a period is in none of its whole months: before and behind them, each possibly nothing. */
export const daysBeside = (
  { from, to }: Pick<Period, "from" | "to">,
  months: { from: string; to: string } | null,
): { from: string; to: string }[] =>
  months
    ? [
        { from, to: addDays(months.from, -1) },
        { from: addDays(months.to, 1), to },
      ]
    : [{ from, to }];

const firstOfMonthAfter = (day: string): string => `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
