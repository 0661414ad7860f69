import { Temporal } from "temporal-polyfill";

/**
 * The one place where local time becomes an instant and back. Policy: a local time that the clocks skip moves
 * forward by the length of the gap; one that occurs twice means the first. (Temporal calls this "compatible".)
 *
 * Inside, a local time is "local milliseconds": the milliseconds since 1970 that a clock on the wall would count.
 * So whole days are whole multiples of `DAY_MS` and calendar arithmetic is plain addition.
 */
export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** Whether this machine's zone data has the name. Offsets such as `+03:00` are not zones: they know no summer time. */
export function isKnownZone(name: string): boolean {
  let isKnown = knownZones.get(name);
  if (isKnown === undefined) {
    isKnown = /^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name) && isAccepted(name);
    if (knownZones.size >= MAX_NAMES) knownZones.clear();
    knownZones.set(name, isKnown);
  }
  return isKnown;
}

/** The local milliseconds that clocks in the zone show at an instant. */
export function toLocalMs(instantMs: number, zone: string): number {
  const offset = settledOffsetMs(Math.floor(instantMs / DAY_MS), zone) ?? offsetMsAt(instantMs, zone);
  return instantMs + offset;
}

/** The instant of a local time. `second` takes the later one where the clocks show it twice. */
export function toInstantMs(localMs: number, zone: string, occurrence: "first" | "second" = "first"): number {
  const offset = settledOffsetMs(Math.floor(localMs / DAY_MS), zone);
  if (offset !== null) return localMs - offset;
  const disambiguation = occurrence === "first" ? "compatible" : "later";
  return Temporal.Instant.fromEpochMilliseconds(localMs)
    .toZonedDateTimeISO("UTC")
    .toPlainDateTime()
    .toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
}

/** The instant of a date `2026-03-29` and a time `09:30` in the zone, as a form sends them. */
export function instantOf(date: string, time: string, zone: string): Date {
  return new Date(toInstantMs(Date.parse(`${date}T${time}:00Z`), zone));
}

/** The local date, `2026-03-29`, of local milliseconds. */
export function isoDateOf(localMs: number): string {
  return new Date(localMs).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekdayOf(localMs: number): number {
  // 1970-01-01 was a Thursday.
  const daysSinceThursday = Math.floor(localMs / DAY_MS) % 7;
  return (daysSinceThursday + 10) % 7;
}

/** Local milliseconds of the midnight that begins the day. */
export function startOfDay(localMs: number): number {
  return Math.floor(localMs / DAY_MS) * DAY_MS;
}

/** Milliseconds since midnight of `09:30`. */
export function timeOfDayMs(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE_MS;
}

/** Bounds the memory of the caches: zone names may come from imported contacts. */
const MAX_NAMES = 2_000;
const MAX_DAYS_PER_ZONE = 4_000;
const knownZones = new Map<string, boolean>();
const midnightOffsets = new Map<string, Map<number, number>>();

function isAccepted(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The offset of everything in and around a day, or null when the clocks change nearby. It saves the decision most
 * of its calls to Temporal. No zone changes its clocks there and back within three days.
 */
function settledOffsetMs(day: number, zone: string): number | null {
  const before = midnightOffsetMs(day - 1, zone);
  return before === midnightOffsetMs(day + 2, zone) ? before : null;
}

function midnightOffsetMs(day: number, zone: string): number {
  let days = midnightOffsets.get(zone);
  if (!days) {
    if (midnightOffsets.size >= MAX_NAMES) midnightOffsets.clear();
    days = new Map();
    midnightOffsets.set(zone, days);
  }
  let offset = days.get(day);
  if (offset === undefined) {
    if (days.size >= MAX_DAYS_PER_ZONE) days.clear();
    offset = offsetMsAt(day * DAY_MS, zone);
    days.set(day, offset);
  }
  return offset;
}

function offsetMsAt(instantMs: number, zone: string): number {
  return (
    Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000
  );
}
