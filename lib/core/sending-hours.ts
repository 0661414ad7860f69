import type { SendingHours } from "./model";
import { fractionOf } from "./split";
import type { Holidays } from "./wait";
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

/** When sending is allowed. Quiet hours are the rest. */
export type Calendar = {
  hours: SendingHours;
  /** The sequence's own hours; both must be open. */
  narrower: SendingHours | null;
  zone: string;
  holidays: Holidays;
};

/** Spreads what waited for the opening, so that a thousand people do not get 09:00:00. */
export const JITTER_MS = 15 * MINUTE_MS;
/** A calendar that stays closed for a year will not open. */
const HORIZON_DAYS = 366;

/** Whether the clocks on the wall show a time at which sending is allowed. */
export function isOpen(at: Date, calendar: Calendar): boolean {
  return isOpenAt(at.getTime(), calendar);
}

export type Opening = { ok: true; at: Date } | { ok: false; error: "no_open_day" };

/**
 * The first moment after `now` at which sending is allowed, moved by up to 15 minutes within the same window; the
 * same seed (the run's) always gets the same moment. `now` itself is taken to be quiet.
 */
export function nextOpening(now: Date, calendar: Calendar, seed: string): Opening {
  if (neverOpens(calendar.hours, calendar.narrower)) return NO_OPEN_DAY;
  const nowMs = now.getTime();
  // From yesterday: where clocks go back over midnight, yesterday's hours occur again.
  const firstDay = startOfDay(toLocalMs(nowMs, calendar.zone)) - DAY_MS;
  for (let day = firstDay; day <= firstDay + HORIZON_DAYS * DAY_MS; day += DAY_MS) {
    const window = firstWindowAfter(nowMs, day, calendar);
    if (window) return { ok: true, at: new Date(spread(window, calendar, seed)) };
  }
  return NO_OPEN_DAY;
}

/** For how long sending is allowed on a local day (its midnight, in local milliseconds) from the moment `from` of it on. */
export function openMsOn(day: number, from: number, calendar: Pick<Calendar, "hours" | "holidays">): number {
  if (isHoliday(day, calendar)) return 0;
  const time = from - day;
  return openRanges({ ...calendar, narrower: null }, weekdayOf(day)).reduce(
    (sum, range) => sum + Math.max(0, range.to - Math.max(range.from, time)),
    0,
  );
}

/** What is wrong with a calendar as a form sends it; null when nothing is. */
export function hoursProblem(hours: SendingHours): "hours_invalid" | "hours_never_open" | null {
  const days = hours.map((_, weekday) => rangesOf(hours, weekday));
  if (days.flat().some(({ from, to }) => from >= to)) return "hours_invalid";
  return days.every((ranges) => ranges.length === 0) ? "hours_never_open" : null;
}

/** Whether the two calendars are never open together, whatever the day. */
export function neverOpens(hours: SendingHours, narrower: SendingHours | null): boolean {
  return !hours.some((_, weekday) => openRanges({ hours, narrower }, weekday).length > 0);
}

const NO_OPEN_DAY: Opening = { ok: false, error: "no_open_day" };

type Range = { from: number; to: number };

function isOpenAt(atMs: number, calendar: Calendar): boolean {
  const localMs = toLocalMs(atMs, calendar.zone);
  const time = localMs - startOfDay(localMs);
  if (!openRanges(calendar, weekdayOf(localMs)).some(({ from, to }) => from <= time && time < to))
    return false;
  return !isHoliday(localMs, calendar);
}

/** What both calendars leave open on a weekday, in milliseconds since midnight. */
function openRanges({ hours, narrower }: Pick<Calendar, "hours" | "narrower">, weekday: number): Range[] {
  const ranges = rangesOf(hours, weekday);
  if (!narrower) return ranges;
  const own = rangesOf(narrower, weekday);
  return ranges.flatMap((a) =>
    own
      .map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }))
      .filter(({ from, to }) => from < to),
  );
}

function rangesOf(hours: SendingHours, weekday: number): Range[] {
  return (hours[weekday] ?? []).map(({ from, to }) => ({
    from: timeOfDayMs(from),
    to: to === "00:00" ? DAY_MS : timeOfDayMs(to),
  }));
}

function isHoliday(localMs: number, { holidays }: Pick<Calendar, "holidays">): boolean {
  if (holidays.length === 0) return false;
  const date = isoDateOf(localMs);
  return holidays.some((holiday) => holiday.date === date);
}

/** The earliest window of a day that begins after `nowMs`, as instants. */
function firstWindowAfter(nowMs: number, day: number, calendar: Calendar): Range | null {
  if (isHoliday(day, calendar)) return null;
  let first: Range | null = null;
  for (const { from, to } of openRanges(calendar, weekdayOf(day))) {
    for (const occurrence of ["first", "second"] as const) {
      const start = toInstantMs(day + from, calendar.zone, occurrence);
      // A window that the clocks skip altogether has a start that is not open.
      if (start <= nowMs || (first && start >= first.from) || !isOpenAt(start, calendar)) continue;
      first = { from: start, to: toInstantMs(day + to, calendar.zone) };
    }
  }
  return first;
}

function spread(window: Range, calendar: Calendar, seed: string): number {
  const room = Math.min(JITTER_MS, window.to - window.from - MINUTE_MS);
  const moved = window.from + Math.max(0, Math.floor(room * fractionOf(seed)));
  return isOpenAt(moved, calendar) ? moved : window.from;
}
