import { expect, it } from "vitest";
import { isEnough, NO_SENDS, ratesOf } from "./metrics";

it("has no rate where there is nothing to take a share of", () => {
  const { failure, ...others } = ratesOf({ ...NO_SENDS, attempted: 2, failed: 2 });
  expect(failure).toBe(1);
  expect(new Set(Object.values(others))).toEqual(new Set([null]));
});

it("takes each rate out of what its definition says", () => {
  const counts = {
    ...{ attempted: 250, sent: 200, delivered: 160, read: 80, replied: 40, positive: 10, optedOut: 4 },
    ...{ failed: 25, unknown: 25, skipped: 7, converted: 20 },
  };
  expect(ratesOf(counts)).toEqual({
    ...{ delivered: 0.8, read: 0.5, reply: 0.2, positive: 0.05, conversion: 0.1, optOut: 0.02, failure: 0.1 },
  });
});

it("judges nothing by fewer than thirty", () => {
  expect([isEnough(29), isEnough(30)]).toEqual([false, true]);
});
