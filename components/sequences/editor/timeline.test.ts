import { describe, expect, it } from "vitest";
import type { Wait } from "@/lib/core/model";
import { momentsOf } from "./timeline";

const moments = (...waits: Wait[]) =>
  momentsOf(waits.map((wait) => ({ wait }))).map(({ fromDay, toDay, at, minutes }) =>
    [fromDay === toDay ? fromDay : `${fromDay}-${toDay}`, at ?? minutes].join(" "),
  );

describe("the moments of steps", () => {
  it("adds up days", () => {
    expect(
      moments({ amount: 0, unit: "minutes" }, { amount: 2, unit: "days" }, { amount: 3, unit: "days" }),
    ).toEqual(["0 0", "2 0", "5 0"]);
  });

  it("takes over a time of day and keeps it", () => {
    expect(moments({ amount: 2, unit: "days", at: "09:30" }, { amount: 1, unit: "days" })).toEqual([
      "2 09:30",
      "3 09:30",
    ]);
  });

  it("moves a time of day by elapsed hours, over midnight too", () => {
    expect(moments({ amount: 1, unit: "days", at: "22:15" }, { amount: 3, unit: "hours" })).toEqual([
      "1 22:15",
      "2 01:15",
    ]);
  });

  it("carries elapsed minutes into days", () => {
    expect(moments({ amount: 90, unit: "minutes" }, { amount: 47, unit: "hours" })).toEqual(["0 90", "2 30"]);
  });

  it("says the range that business days leave open", () => {
    const days = (amount: number) => moments({ amount, unit: "business_days" })[0];
    expect([1, 2, 5, 6].map(days)).toEqual(["1-3 0", "2-4 0", "5-7 0", "8-10 0"]);
  });

  const before = { relative: { side: "before", ifPassed: "skip" } } as const;
  const afterDate = { relative: { side: "after", ifPassed: "skip" } } as const;
  const anchored = (...waits: Wait[]) =>
    momentsOf(waits.map((wait) => ({ wait }))).map(({ anchor, fromDay, toDay, at, minutes }) => [
      anchor,
      fromDay === toDay ? fromDay : `${fromDay}..${toDay}`,
      at ?? minutes,
    ]);

  it("counts from the record's date where a wait does, and goes on from there", () => {
    expect(
      anchored(
        { amount: 0, unit: "minutes" },
        { amount: 3, unit: "days", at: "10:00", ...before },
        { amount: 2, unit: "days" },
        { amount: 5, unit: "days", ...afterDate },
      ),
    ).toEqual([
      ["start", 0, 0],
      ["date", -3, "10:00"],
      ["date", -1, "10:00"],
      ["date", 5, 0],
    ]);
  });

  it("says hours before a date as such, over a day too", () => {
    expect(
      anchored({ amount: 2, unit: "hours", ...before }, { amount: 26, unit: "hours", ...before }),
    ).toEqual([
      ["date", 0, -120],
      ["date", -1, -120],
    ]);
    expect(anchored({ amount: 24, unit: "hours", ...before }, { amount: 90, unit: "minutes" })).toEqual([
      ["date", -1, 0],
      ["date", 0, -1350],
    ]);
  });

  it("says the range of business days before a date", () => {
    expect(anchored({ amount: 2, unit: "business_days", ...before })).toEqual([["date", "-4..-2", 0]]);
  });
});
