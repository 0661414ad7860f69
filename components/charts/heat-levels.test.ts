import { expect, it } from "vitest";
import { levelOf } from "./heat-levels";

it.each([
  { value: null, level: 0 },
  { value: 0, level: 0 },
  { value: 0.01, level: 1 },
  { value: 5, level: 2 },
  { value: 7.5, level: 3 },
  { value: 10, level: 4 },
])("$value of at most 10 is level $level: something is never drawn as nothing", ({ value, level }) => {
  expect(levelOf(value, 10)).toBe(level);
});

it("where nothing is largest everything is nothing", () => {
  expect(levelOf(0, 0)).toBe(0);
});
