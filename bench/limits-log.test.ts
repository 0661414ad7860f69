import { describe, expect, it } from "vitest";
import { compareArrivals, mostWithin, readArrivals } from "./limits-log";

describe("the busiest stretch", () => {
  it("is found wherever it begins, not only where a second of the clock does", () => {
    // Two in each second of the clock, and four within the one around its turn.
    expect(mostWithin([0, 800, 900, 1_050, 1_100, 2_000], 1_000)).toBe(4);
  });

  it("does not hold the instant that is exactly its length after the first", () => {
    expect(mostWithin([0, 500, 1_000, 1_500], 1_000)).toBe(2);
    expect(mostWithin([0, 0.0005, 999.9999, 1_000.0001], 1_000)).toBe(3);
    expect(mostWithin([], 1_000)).toBe(0);
  });
});

describe("the log of the stub", () => {
  const log = [
    "5000000000 clock 1700000000000",
    "5002500000 1 b",
    "5001500000 1 a",
    "5003000000 2 a",
    "",
  ].join("\n");

  it("is read in the order of arrival, by the wall's clock", () => {
    expect(readArrivals(log)).toEqual([
      { at: 1_700_000_000_001.5, number: "1", message: "a" },
      { at: 1_700_000_000_002.5, number: "1", message: "b" },
      { at: 1_700_000_000_003, number: "2", message: "a" },
    ]);
  });

  it("shows what came twice and what never came", () => {
    expect(compareArrivals(readArrivals(log), ["a", "b", "c"])).toEqual({ duplicates: 1, missing: 1 });
  });
});
