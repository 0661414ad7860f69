import { describe, expect, it } from "vitest";
import { firstOpenStepId, matchingStepId } from "./matching-step";
import { aStep } from "./test-facts";

const of = (...ids: string[]) => ({ steps: ids.map((id) => aStep({ id })) });

describe("the matching step of another version", () => {
  it.each([
    ["the same one, wherever it stands there", "b", of("c", "b", "a"), "b"],
    ["the next that is still there, when it is gone", "b", of("a", "c", "d"), "c"],
    ["the next but one, when both are gone", "b", of("a", "d", "x"), "d"],
    ["none, when nothing after it is left", "c", of("a", "b", "x"), null],
    ["none for a run past its last step", null, of("a", "b"), null],
    ["none for a step that the old version does not have", "y", of("y"), null],
  ])("is %s", (_, stepId, to, expected) => {
    expect(matchingStepId(stepId, of("a", "b", "c", "d"), to)).toBe(expected);
  });
});

describe("the first open step", () => {
  it.each([
    ["the step itself", "b", [], "b"],
    ["the next one, when something was recorded of it", "b", ["b"], "c"],
    ["never one before it", "c", ["c"], null],
    ["none past the last step", null, [], null],
  ])("is %s", (_, stepId, recorded, expected) => {
    expect(firstOpenStepId(stepId, of("a", "b", "c"), new Set(recorded))).toBe(expected);
  });
});
