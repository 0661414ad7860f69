import { dayOf, partsOf } from "./days";
import type { DateReading, Reader } from "./reading";

/** What one date may be: year null where it is not said. */
export type CalendarDay = { year: number | null; month: number; day: number };

/** A date without a year is one within a year from today, whichever way. */
const WITHIN_DAYS = 366;

/** Null stands for a date that no calendar has: nothing covers it. */
export function calendarDate(
  options: readonly CalendarDay[],
  written: string,
  { today }: Pick<Reader, "today">,
): DateReading {
  const real = options.filter(({ year, month, day }) => dayOf(year ?? LEAP_YEAR, month, day) !== null);
  return {
    kind: "date",
    covers: (day) => real.some((option) => isOn(option, day, today)),
    keys:
      real.length > 0
        ? real.map(({ year, month, day }) => `${year ?? ""}-${month}-${day}`)
        : [`written ${written}`],
    days: real.flatMap((option) => nearest(option, today)),
    part: null,
    isNow: false,
  };
}

const LEAP_YEAR = 2024;

function isOn(option: CalendarDay, day: number, today: number): boolean {
  const is = partsOf(day);
  if (is.month !== option.month || is.day !== option.day) return false;
  return option.year === null ? Math.abs(day - today) <= WITHIN_DAYS : option.year === is.year;
}

/** The day itself, or of one without a year the occurrence nearest to today. */
function nearest({ year, month, day }: CalendarDay, today: number): number[] {
  const current = partsOf(today).year;
  const years = year === null ? [current - 1, current, current + 1] : [year];
  const days = years.map((one) => dayOf(one, month, day)).filter((one) => one !== null);
  days.sort((one, other) => Math.abs(one - today) - Math.abs(other - today));
  return days.slice(0, 1);
}

/** `26` is 2026. */
export function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}
