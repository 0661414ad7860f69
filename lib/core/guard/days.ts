import { DAY_MS, weekdayOf } from "../zone";

/** Days are counted from 1970-01-01, so that a difference of dates is a subtraction. */
export function dayOfIso(iso: string): number {
  return Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY_MS);
}

/** Null for a day that no calendar has. */
export function dayOf(year: number, month: number, day: number): number | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? Math.floor(at.getTime() / DAY_MS) : null;
}

export function partsOf(day: number): { year: number; month: number; day: number; weekday: number } {
  const at = new Date(day * DAY_MS);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    /** 0 is Monday. */
    weekday: weekdayOf(day * DAY_MS),
  };
}

/** The same day of the month so many months later. */
export function monthsLater(day: number, months: number): number | null {
  const { year, month, day: ofMonth } = partsOf(day);
  const count = year * 12 + month - 1 + months;
  return dayOf(Math.floor(count / 12), (count % 12) + 1, ofMonth);
}

export const mondayOf = (day: number): number => day - partsOf(day).weekday;
