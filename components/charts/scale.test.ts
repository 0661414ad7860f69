import { describe, expect, it } from "vitest";
import { columnAt, labelled, niceScale, placeOf } from "./scale";

describe("the scale of an axis", () => {
  it.each([
    { values: [7], ticks: [0, 2, 4, 6, 8] },
    { values: [1], ticks: [0, 1] },
    { values: [3], ticks: [0, 1, 2, 3] },
    { values: [1_204, 980], ticks: [0, 500, 1_000, 1_500] },
    { values: [100_000], ticks: [0, 25_000, 50_000, 75_000, 100_000] },
  ])("of counts has whole, round ticks up to the largest: $values", ({ values, ticks }) => {
    expect(niceScale(values)).toEqual({ top: ticks.at(-1), ticks });
  });

  it("of shares has round fractions without dust", () => {
    expect(niceScale([0.28, null], false).ticks).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it("of nothing is drawn all the same", () => {
    expect(niceScale([null, 0], false)).toEqual({ top: 1, ticks: [0, 1] });
  });
});

describe("columns", () => {
  it("are labelled as far as there is room, from the first on", () => {
    expect(labelled(30, 7)).toEqual([0, 5, 10, 15, 20, 25]);
    expect(labelled(3, 7)).toEqual([0, 1, 2]);
  });

  it.each([true, false])("are found again where they stand (bands: %s)", (isBanded) => {
    for (const count of [1, 2, 31])
      for (let index = 0; index < count; index++)
        expect(columnAt(placeOf(index, count, isBanded), count, isBanded)).toBe(index);
  });
});
