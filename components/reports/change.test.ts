import { describe, expect, it } from "vitest";
import { isEnough, NO_SENDS, ratesOf } from "@/lib/core/metrics";
import { changeOfCounts, changeOfRates, changeOfTimes } from "./change";

const figures = (sent: number, replied: number) => ({
  rates: ratesOf({ ...NO_SENDS, sent, replied }),
  isEnough: isEnough(sent),
});

describe("a change against the days before", () => {
  it("of counts is a share of what was there", () => {
    expect(changeOfCounts(120, 100)).toEqual({ kind: "up", by: 0.2 });
    expect(changeOfCounts(50, 100)).toEqual({ kind: "down", by: 0.5 });
    expect(changeOfCounts(5, 0)).toEqual({ kind: "new" });
    expect(changeOfCounts(0, 0)).toEqual({ kind: "same" });
  });

  it("of rates is in points, and is not judged where one side sent too little", () => {
    expect(changeOfRates("reply", figures(100, 25), figures(100, 50))).toEqual({ kind: "down", by: 0.25 });
    expect(changeOfRates("reply", figures(100, 25), figures(29, 1))).toEqual({ kind: "few" });
    expect(changeOfRates("read", figures(100, 25), figures(100, 50))).toEqual({ kind: "few" });
  });

  it("of times is in seconds, and is not judged over a handful of cases", () => {
    const many = (median: number) => ({ count: 30, median, p90: median });
    expect(changeOfTimes(many(90), many(60), isEnough)).toEqual({ kind: "up", by: 30 });
    expect(changeOfTimes({ ...many(90), count: 29 }, many(60), isEnough)).toEqual({ kind: "few" });
  });
});
