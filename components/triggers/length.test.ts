import { expect, it } from "vitest";
import { lengthOf } from "./length";

it.each([
  [5, { amount: 5, unit: "minutes" }],
  [90, { amount: 90, unit: "minutes" }],
  [120, { amount: 2, unit: "hours" }],
  [1_440, { amount: 1, unit: "days" }],
  [129_600, { amount: 90, unit: "days" }],
  [0, { amount: 0, unit: "minutes" }],
])("%i minutes are said in the largest unit that says them whole", (minutes, length) => {
  expect(lengthOf(minutes)).toEqual(length);
});
