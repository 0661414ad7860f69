import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SendingHours } from "./model";
import { type Calendar, hoursProblem, isOpen, JITTER_MS, nextOpening } from "./sending-hours";
import { ALWAYS, OFFICE } from "./test-facts";

const at = (iso: string) => new Date(iso);
const CLOSED: SendingHours = Array.from({ length: 7 }, () => []);
const daily = (from: string, to: string): SendingHours => Array.from({ length: 7 }, () => [{ from, to }]);
const calendar = (changes: Partial<Calendar> = {}): Calendar => ({
  hours: OFFICE,
  narrower: null,
  zone: "America/Sao_Paulo",
  holidays: [],
  ...changes,
});

describe("sending is allowed", () => {
  it.each<[string, string, Partial<Calendar>, boolean]>([
    ["on Wednesday at noon", "2026-11-18T15:00:00Z", {}, true],
    ["at the opening minute", "2026-11-18T12:00:00Z", {}, true],
    ["not a second before", "2026-11-18T11:59:59.999Z", {}, false],
    ["not at the closing minute", "2026-11-18T21:00:00Z", {}, false],
    ["not on Sunday", "2026-11-22T15:00:00Z", {}, false],
    ["not on a holiday", "2026-11-18T15:00:00Z", { holidays: [{ date: "2026-11-18" }] }, false],
    [
      "by the local date of a holiday",
      "2026-11-19T02:00:00Z",
      { hours: ALWAYS, holidays: [{ date: "2026-11-18" }] },
      false,
    ],
    [
      "until midnight at the end of the day",
      "2026-11-19T02:59:59Z",
      { hours: daily("20:00", "00:00") },
      true,
    ],
    [
      "only where the sequence's hours are open too",
      "2026-11-18T15:00:00Z",
      { narrower: daily("13:00", "15:00") },
      false,
    ],
    ["where both are open", "2026-11-18T16:30:00Z", { narrower: daily("13:00", "15:00") }, true],
    ["in the contact's zone", "2026-11-18T12:30:00Z", { zone: "America/Rio_Branco" }, false],
    [
      "never with hours that end before they begin",
      "2026-11-18T15:00:00Z",
      { hours: daily("18:00", "09:00") },
      false,
    ],
  ])("%s", (_, now, changes, open) => {
    expect(isOpen(at(now), calendar(changes))).toBe(open);
  });
});

describe("what is quiet waits for the next opening", () => {
  it.each<[string, string, Partial<Calendar>, string]>([
    ["this morning", "2026-11-18T05:00:00Z", {}, "2026-11-18T12:00:00Z"],
    ["tomorrow", "2026-11-18T22:00:00Z", {}, "2026-11-19T12:00:00Z"],
    ["on Monday", "2026-11-20T22:00:00Z", {}, "2026-11-23T12:00:00Z"],
    [
      "after the holidays",
      "2026-12-24T22:00:00Z",
      { holidays: [{ date: "2026-12-25" }, { date: "2026-12-28" }] },
      "2026-12-29T12:00:00Z",
    ],
    [
      "in the sequence's hours",
      "2026-11-18T12:30:00Z",
      { narrower: daily("13:00", "15:00") },
      "2026-11-18T16:00:00Z",
    ],
    [
      "after the lunch break",
      "2026-11-18T15:30:00Z",
      {
        hours: Array.from({ length: 7 }, () => [
          { from: "09:00", to: "12:00" },
          { from: "13:00", to: "18:00" },
        ]),
      },
      "2026-11-18T16:00:00Z",
    ],
    [
      "at 09:00 summer time",
      "2026-03-28T20:00:00Z",
      { zone: "Europe/Lisbon", hours: daily("09:00", "18:00") },
      "2026-03-29T08:00:00Z",
    ],
    [
      "at 09:00 winter time",
      "2026-10-24T20:00:00Z",
      { zone: "Europe/Lisbon", hours: daily("09:00", "18:00") },
      "2026-10-25T09:00:00Z",
    ],
    [
      "when midnight is skipped",
      "2018-11-04T02:30:00Z",
      { hours: daily("00:00", "01:30") },
      "2018-11-04T03:00:00Z",
    ],
    [
      "a day later when the clocks skip the window",
      "2026-03-08T06:00:00Z",
      { zone: "America/New_York", hours: daily("02:00", "03:00") },
      "2026-03-09T06:00:00Z",
    ],
    [
      "in the second of two equal hours",
      "2026-11-01T05:50:00Z",
      { zone: "America/New_York", hours: daily("01:10", "01:40") },
      "2026-11-01T06:10:00Z",
    ],
  ])("%s", (_, now, changes, opensAt) => {
    const opening = nextOpening(at(now), calendar(changes), "seed");
    if (!opening.ok) throw new Error(opening.error);
    const moved = opening.at.getTime() - at(opensAt).getTime();
    expect(moved).toBeGreaterThanOrEqual(0);
    expect(moved).toBeLessThan(JITTER_MS);
  });

  it("is spread over the quarter of an hour, always alike for the same run", () => {
    const openings = Array.from({ length: 1_000 }, (_, index) => {
      const opening = nextOpening(at("2026-11-18T05:00:00Z"), calendar(), `enrollment-${index}`);
      return opening.ok
        ? Math.floor((opening.at.getTime() - Date.parse("2026-11-18T12:00:00Z")) / 60_000)
        : -1;
    });
    for (let minute = 0; minute < 15; minute++) {
      const share = openings.filter((one) => one === minute).length;
      expect(share).toBeGreaterThan(30);
      expect(share).toBeLessThan(110);
    }
    const again = nextOpening(at("2026-11-18T06:00:00Z"), calendar(), "enrollment-0");
    expect(again).toEqual(nextOpening(at("2026-11-18T05:00:00Z"), calendar(), "enrollment-0"));
  });

  it("stays within a window that is shorter than the spread", () => {
    const short = calendar({ hours: daily("09:00", "09:05") });
    for (let index = 0; index < 200; index++) {
      const opening = nextOpening(at("2026-11-18T05:00:00Z"), short, `run-${index}`);
      expect(opening.ok && isOpen(opening.at, short)).toBe(true);
    }
  });
});

describe("a calendar with no open day is an error, not a loop", () => {
  const allYear = Array.from({ length: 400 }, (_, day) => ({
    date: new Date(Date.UTC(2026, 10, 1 + day)).toISOString().slice(0, 10),
  }));
  it.each<[string, Partial<Calendar>]>([
    ["no day has hours", { hours: CLOSED }],
    ["the list of days is empty", { hours: [] }],
    ["the sequence's hours never meet the account's", { narrower: daily("19:00", "20:00") }],
    ["hours end before they begin", { hours: daily("18:00", "09:00") }],
    ["every day is a holiday", { holidays: allYear }],
  ])("%s", (_, changes) => {
    expect(nextOpening(at("2026-11-18T05:00:00Z"), calendar(changes), "seed")).toEqual({
      ok: false,
      error: "no_open_day",
    });
  });
});

it("the next opening lies ahead and is open, in any zone and calendar", () => {
  const time = fc.constantFrom("00:00", "00:30", "01:30", "02:15", "03:00", "09:00", "18:00", "23:45");
  const day = fc.array(fc.record({ from: time, to: time }), { maxLength: 3 });
  const hours = fc.array(day, { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(
      hours,
      fc.option(hours),
      fc.constantFrom(
        "America/New_York",
        "Australia/Lord_Howe",
        "America/Havana",
        "Africa/Casablanca",
        "Asia/Gaza",
      ),
      fc.date({ min: at("2024-01-01"), max: at("2028-01-01"), noInvalidDate: true }),
      (open, narrower, zone, now) => {
        const some = calendar({ hours: open, narrower, zone });
        const opening = nextOpening(now, some, now.toISOString());
        if (!opening.ok) return;
        expect(opening.at > now).toBe(true);
        expect(isOpen(opening.at, some)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

it("hours are checked as a form sends them", () => {
  expect(hoursProblem(OFFICE)).toBe(null);
  expect(hoursProblem(daily("18:00", "09:00"))).toBe("hours_invalid");
  expect(hoursProblem(CLOSED)).toBe("hours_never_open");
});
