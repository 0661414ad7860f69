import { expect, it } from "vitest";
import { sparkPoints } from "./spark-points";

it("a line goes from the left to the right, its largest value at the top and nothing at the bottom", () => {
  expect(sparkPoints([0, 5, 10], 23, 13)).toBe("1.5,11.5 11.5,6.5 21.5,1.5");
});

it("nothing at all is a flat line at the bottom", () => {
  expect(sparkPoints([0, 0], 23, 13)).toBe("1.5,11.5 21.5,11.5");
});
