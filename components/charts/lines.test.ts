import { expect, it } from "vitest";
import { linesOf } from "./lines";

it("a line runs from the left edge to the right, its top at the scale's", () => {
  expect(linesOf([0, 5, 10], 10)).toBe("M0 100L50 50L100 0");
});

it("a gap ends a line, and a value between gaps is a dot", () => {
  expect(linesOf([1, 1, null, 2, null], 2)).toBe("M0 50L25 50M75 0h0");
});

it("a single value is a dot in the middle", () => {
  expect(linesOf([1], 1)).toBe("M50 0h0");
});
