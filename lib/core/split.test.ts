import { expect, it } from "vitest";
import { fractionOf, isHeldOut, runSeed, variantOf } from "./split";
import { aStep, STEP_2 } from "./test-facts";

const seeds = Array.from({ length: 10_000 }, (_, n) =>
  runSeed({ sequenceId: "s", contactId: `contact-${n}` }),
);
const variant = (id: string, weight: number) => ({
  id,
  weight,
  content: { type: "text" as const, text: id },
});
const split = aStep({ weight: 2, variants: [variant("b", 1), variant("c", 1)] });
const shareOf = (isIn: (seed: string) => boolean) => seeds.filter(isIn).length / seeds.length;

it("a run's variant never changes and says what that variant says", () => {
  for (const seed of seeds.slice(0, 100)) {
    const { variantId, content } = variantOf(split, seed);
    expect(variantOf(split, seed)).toEqual({ variantId, content });
    expect(content).toEqual(variantId === split.id ? split.content : { type: "text", text: variantId });
  }
});

it("variants share the runs by their weights", () => {
  for (const [id, share] of [
    [split.id, 0.5],
    ["b", 0.25],
    ["c", 0.25],
  ] as const) {
    expect(Math.abs(shareOf((seed) => variantOf(split, seed).variantId === id) - share)).toBeLessThan(0.02);
  }
});

it("the variant of one step tells nothing about another step's", () => {
  const other = aStep({ ...split, id: STEP_2 });
  const both = shareOf(
    (seed) => variantOf(split, seed).variantId === split.id && variantOf(other, seed).variantId === other.id,
  );
  expect(Math.abs(both - 0.25)).toBeLessThan(0.02);
});

it("a step with one text has no variant", () => {
  expect(variantOf(aStep(), "seed").variantId).toBe(null);
});

it("half-typed weights of nothing leave the step's own text", () => {
  const none = aStep({ weight: 0, variants: [variant("b", 0)] });
  expect(variantOf(none, "seed").variantId).toBe(none.id);
});

it.each([0, 10, 50, 100])("%i percent are held out, whatever their variant", (percent) => {
  expect(Math.abs(shareOf((seed) => isHeldOut(seed, percent)) - percent / 100)).toBeLessThan(0.02);
  const heldWithOwn = shareOf(
    (seed) => isHeldOut(seed, percent) && variantOf(split, seed).variantId === split.id,
  );
  expect(Math.abs(heldWithOwn - percent / 200)).toBeLessThan(0.02);
});

it("a fraction is at least 0 and less than 1", () => {
  expect(Math.min(...seeds.map(fractionOf))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...seeds.map(fractionOf))).toBeLessThan(1);
});
