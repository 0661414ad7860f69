import { expect, it } from "vitest";
import { firstStepId, nextStepId, stepOf } from "./next-step";
import { aSnapshot, STEP_1, STEP_2 } from "./test-facts";

it("the pointer walks from the first step to none", () => {
  const snapshot = aSnapshot();
  expect(firstStepId(snapshot)).toBe(STEP_1);
  expect(nextStepId(STEP_1, snapshot)).toBe(STEP_2);
  expect(nextStepId(STEP_2, snapshot)).toBe(null);
});

it("a step that the version does not have leads nowhere", () => {
  expect(nextStepId("gone", aSnapshot())).toBe(null);
  expect(stepOf("gone", aSnapshot())).toBe(null);
  expect(firstStepId({ steps: [] })).toBe(null);
});
