import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { difference, type Proportion, proportion } from "./intervals";

const known = (count: number, of: number): Proportion => {
  const share = proportion(count, of);
  if (!share) throw new Error("none out of none");
  return share;
};

describe("Wilson's interval of a share", () => {
  // Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %d out of %d is the published one", (count, of, low, high) => {
    expect(known(count, of).low).toBeCloseTo(low, 4);
    expect(known(count, of).high).toBeCloseTo(high, 4);
  });

  it("is none where there is nothing to take a share of", () => {
    expect(proportion(0, 0)).toBeNull();
  });

  it("lies between 0 and 1, holds the share, and is narrower for ten times as many", () => {
    fc.assert(
      fc.property(counts, ([count, of]) => {
        const { rate, low, high } = known(count, of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(rate);
        expect(high).toBeGreaterThanOrEqual(rate);
        expect(high).toBeLessThanOrEqual(1);
        const more = known(count * 10, of * 10);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });

  it("is the other share's, mirrored", () => {
    fc.assert(
      fc.property(counts, ([count, of]) => {
        expect(known(of - count, of).low).toBeCloseTo(1 - known(count, of).high, 12);
      }),
    );
  });
});

describe("Newcombe's interval of a difference", () => {
  // Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10, examples (a) to (h): p1 - p2.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])("of %d/%d and %d/%d is the published one", (a, m, b, n, low, high) => {
    const found = difference(known(b, n), known(a, m));
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
    expect(found.estimate).toBeCloseTo(a / m - b / n, 12);
  });

  it("lies between -1 and 1, holds the difference, turns with its sides and narrows with more of both", () => {
    fc.assert(
      fc.property(counts, counts, ([a, m], [b, n]) => {
        const { estimate, low, high } = difference(known(a, m), known(b, n));
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
        const turned = difference(known(b, n), known(a, m));
        expect(turned.low).toBeCloseTo(-high, 12);
        const more = difference(known(a * 10, m * 10), known(b * 10, n * 10));
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });
});

const counts = fc
  .integer({ min: 1, max: 10_000 })
  .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
