import { describe, expect, it } from "vitest";
import { daysOf, MOST_DAYS, periodsOf } from "./period";
import { reportFilterSchema } from "./schema";

/** 23:30 of the 20th in Sao Paulo. */
const NOW = new Date("2026-11-21T02:30:00Z");
const of = (filter: Parameters<typeof periodsOf>[0], zone = "America/Sao_Paulo") =>
  periodsOf(filter, NOW, zone);

describe("the period of a report", () => {
  it.each([
    [{}, "2026-10-22", "2026-11-20", "2026-09-22", "2026-10-21"],
    [{ days: "7" as const }, "2026-11-14", "2026-11-20", "2026-11-07", "2026-11-13"],
    [{ from: "2026-11-01", to: "2026-11-01" }, "2026-11-01", "2026-11-01", "2026-10-31", "2026-10-31"],
    [{ from: "2026-11-19" }, "2026-11-19", "2026-11-20", "2026-11-17", "2026-11-18"],
    [{ to: "2026-03-01" }, "2026-01-31", "2026-03-01", "2026-01-01", "2026-01-30"],
    // From and to weigh more than a number of days.
    [{ days: "365" as const, from: "2026-11-19" }, "2026-11-19", "2026-11-20", "2026-11-17", "2026-11-18"],
    // The wrong way round.
    [{ from: "2026-11-05", to: "2026-11-01" }, "2026-11-01", "2026-11-05", "2026-10-27", "2026-10-31"],
    // In the future.
    [{ from: "2030-01-01" }, "2030-01-01", "2030-01-01", "2029-12-31", "2029-12-31"],
    [{ from: "2030-01-01", to: "2030-01-03" }, "2030-01-01", "2030-01-03", "2029-12-29", "2029-12-31"],
  ])("of %j", (filter, from, to, beforeFrom, beforeTo) => {
    const { period, before } = of(filter);
    expect([period.from, period.to, before.from, before.to]).toEqual([from, to, beforeFrom, beforeTo]);
    expect(before.days).toBe(period.days);
    expect(daysOf(period)).toHaveLength(period.days);
    expect([daysOf(period)[0], daysOf(period).at(-1)]).toEqual([from, to]);
  });

  it("ends with the day that it is in the account's zone", () => {
    expect(of({}, "Asia/Tokyo").period.to).toBe("2026-11-21");
  });

  it("keeps the last days of one that is too long", () => {
    const { period } = of({ from: "2000-01-01", to: "2026-11-20" });
    expect(period).toMatchObject({ days: MOST_DAYS, to: "2026-11-20", from: "2023-11-21" });
  });
});

describe("the filter of a report", () => {
  it.each([
    [{ days: "31" }],
    [{ from: "2026-02-30" }],
    [{ from: "1999-12-31" }],
    [{ to: "2200-01-01" }],
    [{ sequence: "all" }],
    [{ channel: "fax" }],
  ])("refuses %j", (filter) => {
    expect(reportFilterSchema.safeParse(filter).success).toBe(false);
  });
});
