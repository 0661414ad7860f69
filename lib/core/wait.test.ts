import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Wait } from "./model";
import { dueAt } from "./wait";
import { MAX_WAIT, nominalMinutes } from "./wait-length";

const at = (iso: string) => new Date(iso);

describe("a wait is over", () => {
  it.each<[string, Wait, string, string, string]>([
    // Elapsed time does not know clocks.
    [
      "90 minutes",
      { amount: 90, unit: "minutes" },
      "Europe/Lisbon",
      "2026-03-29T00:30:00Z",
      "2026-03-29T02:00:00Z",
    ],
    [
      "24 hours over a change",
      { amount: 24, unit: "hours" },
      "Europe/Lisbon",
      "2026-03-28T09:30:00Z",
      "2026-03-29T09:30:00Z",
    ],
    // Days keep the hour on the wall.
    [
      "1 day in spring",
      { amount: 1, unit: "days" },
      "Europe/Lisbon",
      "2026-03-28T09:30:00Z",
      "2026-03-29T08:30:00Z",
    ],
    [
      "1 day in autumn",
      { amount: 1, unit: "days" },
      "Europe/Lisbon",
      "2026-10-24T08:30:00Z",
      "2026-10-25T09:30:00Z",
    ],
    [
      "3 days in autumn",
      { amount: 3, unit: "days" },
      "America/New_York",
      "2026-10-30T13:00:00Z",
      "2026-11-02T14:00:00Z",
    ],
    [
      "1 day into a gap",
      { amount: 1, unit: "days" },
      "America/New_York",
      "2026-03-07T07:30:00Z",
      "2026-03-08T07:30:00Z",
    ],
    [
      "1 day into an overlap",
      { amount: 1, unit: "days" },
      "America/New_York",
      "2026-10-31T05:30:00Z",
      "2026-11-01T05:30:00Z",
    ],
    [
      "1 day to a midnight that is skipped",
      { amount: 1, unit: "days" },
      "America/Sao_Paulo",
      "2018-11-03T03:00:00Z",
      "2018-11-04T03:00:00Z",
    ],
    [
      "2 days on Lord Howe",
      { amount: 2, unit: "days" },
      "Australia/Lord_Howe",
      "2026-10-02T23:00:00Z",
      "2026-10-04T22:30:00Z",
    ],
    [
      "30 days over Ramadan",
      { amount: 30, unit: "days" },
      "Africa/Casablanca",
      "2026-02-10T08:00:00Z",
      "2026-03-12T09:00:00Z",
    ],
    [
      "2 days in Kathmandu",
      { amount: 2, unit: "days", at: "09:30" },
      "Asia/Kathmandu",
      "2026-01-01T20:00:00Z",
      "2026-01-04T03:45:00Z",
    ],
    // At a time of day.
    [
      "2 days at 09:30",
      { amount: 2, unit: "days", at: "09:30" },
      "America/Sao_Paulo",
      "2026-11-18T15:00:00Z",
      "2026-11-20T12:30:00Z",
    ],
    [
      "today at 18:00",
      { amount: 0, unit: "days", at: "18:00" },
      "America/Sao_Paulo",
      "2026-11-18T15:00:00Z",
      "2026-11-18T21:00:00Z",
    ],
    [
      "0 days at a time that has passed",
      { amount: 0, unit: "days", at: "09:00" },
      "America/Sao_Paulo",
      "2026-11-18T15:00:00Z",
      "2026-11-19T12:00:00Z",
    ],
    [
      "at a time that the clocks skip",
      { amount: 1, unit: "days", at: "02:30" },
      "America/New_York",
      "2026-03-07T17:00:00Z",
      "2026-03-08T07:30:00Z",
    ],
    [
      "nothing",
      { amount: 0, unit: "days" },
      "America/Sao_Paulo",
      "2026-11-18T15:00:00Z",
      "2026-11-18T15:00:00Z",
    ],
    // Business days: 2026-11-20 is a Friday and a holiday here.
    [
      "1 business day from Thursday",
      { amount: 1, unit: "business_days" },
      "America/Sao_Paulo",
      "2026-11-19T15:00:00Z",
      "2026-11-23T15:00:00Z",
    ],
    [
      "1 business day from Sunday",
      { amount: 1, unit: "business_days" },
      "America/Sao_Paulo",
      "2026-11-22T15:00:00Z",
      "2026-11-23T15:00:00Z",
    ],
    [
      "5 business days",
      { amount: 5, unit: "business_days", at: "10:00" },
      "America/Sao_Paulo",
      "2026-11-16T15:00:00Z",
      "2026-11-24T13:00:00Z",
    ],
    [
      "0 business days from Saturday",
      { amount: 0, unit: "business_days" },
      "America/Sao_Paulo",
      "2026-11-21T15:00:00Z",
      "2026-11-23T15:00:00Z",
    ],
    [
      "0 business days on Friday at a time that has passed",
      { amount: 0, unit: "business_days", at: "09:00" },
      "America/Sao_Paulo",
      "2026-11-27T15:00:00Z",
      "2026-11-30T12:00:00Z",
    ],
  ])("%s", (_, wait, zone, from, due) => {
    expect(dueAt(wait, at(from), zone, [{ date: "2026-11-20" }]).toISOString()).toBe(at(due).toISOString());
  });
});

it("starting in the second of two equal hours, a wait is never over before it began", () => {
  const second = at("2026-11-01T06:10:00Z");
  const wait: Wait = { amount: 0, unit: "days", at: "01:30" };
  expect(dueAt(wait, second, "America/New_York", []) >= second).toBe(true);
});

it("no wait reaches back or further than its limit, whatever the zone, the start and the holidays", () => {
  const zones = [
    "Europe/Lisbon",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Apia",
  ];
  fc.assert(
    fc.property(
      fc.record({
        amount: fc.nat(525_600),
        unit: fc.constantFrom(...(["minutes", "hours", "days", "business_days"] as const)),
        at: fc.option(fc.constantFrom("00:00", "02:15", "09:30", "23:59"), { nil: undefined }),
      }),
      fc.date({ min: at("2000-01-01"), max: at("2040-01-01"), noInvalidDate: true }),
      fc.constantFrom(...zones),
      fc.array(fc.date({ min: at("2000-01-01"), max: at("2042-01-01"), noInvalidDate: true }), {
        maxLength: 30,
      }),
      (wait, from, zone, holidays) => {
        const isElapsed = wait.unit === "minutes" || wait.unit === "hours";
        const amount = isElapsed ? Math.min(wait.amount, MAX_WAIT[wait.unit]) : wait.amount;
        const dates = holidays.map((date) => ({ date: date.toISOString().slice(0, 10) }));
        const due = dueAt({ ...wait, amount }, from, zone, dates);
        expect(due >= from).toBe(true);
        expect(due.getTime() - from.getTime()).toBeLessThan(410 * 86_400_000);
      },
    ),
    { numRuns: 300 },
  );
});

it("a business week is shown as seven days", () => {
  expect(nominalMinutes({ amount: 5, unit: "business_days" })).toBe(7 * 1_440);
  expect(nominalMinutes({ amount: 2, unit: "hours" })).toBe(120);
});
