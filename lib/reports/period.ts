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

export const addDays = (day: string, days: number): string => isoDateOf(Date.parse(day) + days * DAY_MS);
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** Whether none of its days has begun yet. */
export const isFuture = ({ from }: Period, now: Date, zone: string): boolean =>
  from > isoDateOf(toLocalMs(now.getTime(), zone));

/** Every day of a period, the first one first. */
export const daysOf = ({ from, days }: Period): string[] =>
  Array.from({ length: days }, (_, n) => addDays(from, n));
