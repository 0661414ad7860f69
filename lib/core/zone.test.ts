import { describe, expect, it } from "vitest";
import { clockOf } from "./test-clock";
import { instantOf, isKnownZone, isoDateOf, toInstantMs, toLocalMs, weekdayOf } from "./zone";

describe("a local time becomes an instant by the written policy", () => {
  it.each([
    // A skipped time moves forward by the gap, a repeated one means the first.
    ["Europe/Lisbon", "2026-03-29", "01:30", "2026-03-29T01:30:00Z", "gap"],
    ["Europe/Lisbon", "2026-10-25", "01:30", "2026-10-25T00:30:00Z", "overlap"],
    ["Europe/Lisbon", "2026-07-01", "09:00", "2026-07-01T08:00:00Z", "summer"],
    ["America/New_York", "2026-03-08", "02:30", "2026-03-08T07:30:00Z", "gap"],
    ["America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00Z", "overlap"],
    ["America/Sao_Paulo", "2018-11-04", "00:00", "2018-11-04T03:00:00Z", "midnight that does not exist"],
    ["America/Sao_Paulo", "2018-02-17", "23:30", "2018-02-18T01:30:00Z", "overlap before midnight"],
    ["America/Sao_Paulo", "2026-11-01", "00:00", "2026-11-01T03:00:00Z", "no summer time any more"],
    ["Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45:00Z", "gap of half an hour"],
    ["Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45:00Z", "overlap of half an hour"],
    ["Asia/Kathmandu", "2026-01-01", "09:30", "2026-01-01T03:45:00Z", "quarter-hour offset"],
    ["Asia/Kathmandu", "1986-01-01", "00:05", "1985-12-31T18:35:00Z", "gap of a quarter of an hour"],
    ["Africa/Casablanca", "2026-02-15", "02:30", "2026-02-15T01:30:00Z", "overlap as Ramadan begins"],
    ["Africa/Casablanca", "2026-03-22", "02:30", "2026-03-22T02:30:00Z", "gap as Ramadan ends"],
    ["Pacific/Apia", "2011-12-30", "12:00", "2011-12-30T22:00:00Z", "a day that does not exist"],
  ])("%s %s %s is %s (%s)", (zone, date, time, instant) => {
    expect(instantOf(date, time, zone).toISOString()).toBe(new Date(instant).toISOString());
  });

  it("reaches the second of two equal times on request", () => {
    const local = Date.parse("2026-11-01T01:30:00Z");
    expect(toInstantMs(local, "America/New_York", "second")).toBe(Date.parse("2026-11-01T06:30:00Z"));
    expect(toInstantMs(local, "America/Bogota", "second")).toBe(Date.parse("2026-11-01T06:30:00Z"));
  });
});

it("a week begins with Monday = 0, before 1970 too", () => {
  expect(weekdayOf(Date.parse("2026-11-16T00:00:00Z"))).toBe(0);
  expect(weekdayOf(Date.parse("2026-11-22T23:59:59Z"))).toBe(6);
  expect(weekdayOf(Date.parse("1969-12-29T12:00:00Z"))).toBe(0);
  expect(isoDateOf(Date.parse("2026-11-16T23:59:59Z"))).toBe("2026-11-16");
});

it.each([
  ["Europe/Lisbon", true],
  ["UTC", true],
  ["America/Argentina/Buenos_Aires", true],
  ["Mars/Olympus", false],
  ["+03:00", false],
  ["", false],
  ["Europe/Lisbon ", false],
  ["__proto__", false],
])("the zone %j is known: %s", (name, isKnown) => {
  expect(isKnownZone(name)).toBe(isKnown);
});

describe("every zone, around every change of its clocks from 2024 to 2037", () => {
  it("agrees with an independent reading of the clocks", () => {
    let cases = 0;
    const mismatches: string[] = [];
    for (const zone of Intl.supportedValuesOf("timeZone")) {
      const read = clockOf(zone);
      for (const { at, before, after } of changesOf(read)) {
        for (const minutes of PROBE_MINUTES) {
          for (const seconds of [-1, 0, 1]) {
            const probe = at + minutes * 60_000 + seconds * 1_000;
            for (const local of new Set([probe + before, probe + after])) {
              cases++;
              // The first instant at which the clocks show it; in a gap, what they would have shown.
              const shown = [local - Math.max(before, after), local - Math.min(before, after)].find(
                (instant) => read(instant) === local,
              );
              const expected = shown ?? local - before;
              if (toInstantMs(local, zone) !== expected)
                mismatches.push(`${zone} ${new Date(local).toISOString()}`);
            }
            if (toLocalMs(probe, zone) !== read(probe)) mismatches.push(`${zone} at ${probe}`);
          }
        }
      }
    }
    expect(mismatches).toEqual([]);
    expect(cases).toBeGreaterThan(50_000);
  });
});

const PROBE_MINUTES = [-1_500, -61, -60, -31, -30, -15, 0, 15, 30, 31, 60, 61, 1_500];

function changesOf(read: (instantMs: number) => number) {
  const changes: { at: number; before: number; after: number }[] = [];
  const offset = (at: number) => read(at) - at;
  const week = 7 * 86_400_000;
  for (let from = Date.UTC(2024, 0, 1); from < Date.UTC(2038, 0, 1); from += week) {
    let [low, high] = [from, from + week];
    const [before, after] = [offset(low), offset(high)];
    if (before === after) continue;
    while (high - low > 1_000) {
      const middle = Math.floor((low + high) / 2_000) * 1_000;
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, before, after });
  }
  return changes;
}
