import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STEP_DEFAULTS, type Step } from "@/lib/core/model";
import { addVariant, changeVariant, makeOnly, percentsOf, removeVariant, variantsOf } from "./variants";

const text = (words: string) => ({ type: "text" as const, text: words });
const step: Step = {
  id: "a",
  wait: { amount: 0, unit: "minutes" },
  channel: "automatic",
  windowClosed: { do: "skip" },
  ...STEP_DEFAULTS,
  content: text("A"),
  weight: 3,
  variants: [{ id: "b", weight: 1, content: text("B") }],
};
const words = (changed: Partial<Step>) =>
  variantsOf({ ...step, ...changed }).map(({ content, weight }) => [
    content.type === "text" && content.text,
    weight,
  ]);

describe("the variants of a step", () => {
  it("begin with the step's own content", () => {
    expect(words({})).toEqual([
      ["A", 3],
      ["B", 1],
    ]);
  });

  it("change one by one, the first in the step itself", () => {
    expect(words(changeVariant(step, "a", { content: text("A2") }))[0]).toEqual(["A2", 3]);
    expect(words(changeVariant(step, "b", { weight: 9 }))[1]).toEqual(["B", 9]);
  });

  it("are added as a copy with an id of its own, up to four", () => {
    const copied = { ...step, ...addVariant(step, { id: "b", weight: 1, content: text("B") }) };
    expect(words(copied)[2]).toEqual(["B", 1]);
    expect(new Set(variantsOf(copied).map(({ id }) => id)).size).toBe(3);
    const full = { ...copied, variants: [...copied.variants, ...step.variants] };
    expect(addVariant(full, { id: "b", weight: 1, content: text("B") })).toEqual({});
  });

  it("move up when the first one goes, and the step keeps its id", () => {
    const left = { ...step, ...removeVariant(step, "a") };
    expect(words(left)).toEqual([["B", 1]]);
    expect(left.id).toBe("a");
    expect(words(removeVariant(step, "b"))).toEqual([["A", 3]]);
  });

  it("end with the one that is made the only one", () => {
    expect(words(makeOnly({ id: "b", weight: 1, content: text("B") }))).toEqual([["B", 1]]);
  });
});

describe("shares in percent", () => {
  it.each([
    [
      [1, 1],
      [50, 50],
    ],
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      [3, 1],
      [75, 25],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [
      [99, 1, 1],
      [98, 1, 1],
    ],
  ])("%j are %j", (weights, percents) => expect(percentsOf(weights)).toEqual(percents));

  it("add up to 100 and are never off by a whole percent", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 }), (weights) => {
        const percents = percentsOf(weights);
        const sum = weights.reduce((a, b) => a + b, 0);
        expect(percents.reduce((a, b) => a + b, 0)).toBe(100);
        for (const [index, weight] of weights.entries()) {
          expect(Math.abs((percents[index] ?? 0) - (weight * 100) / sum)).toBeLessThan(1);
        }
      }),
    );
  });
});
