import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEqualities, scalarAt } from "./equality";
import { hash64, matchPaths, parseMatch, shownValues, waitKey, wantedValues } from "./match";

describe("plain equality", () => {
  it("reads paths and literals in any order, joined by &&", () => {
    expect(parseEqualities("event.data.a == async.data.b && 'x && y' == async.data.c")).toEqual([
      { left: { from: "event", path: "data.a" }, right: { from: "async", path: "data.b" } },
      { left: { from: "literal", value: "x && y" }, right: { from: "async", path: "data.c" } },
    ]);
  });

  it.each([
    "",
    "event.data.a",
    "event.data.a != async.data.a",
    "event.data.a == async.data.a || true == true",
    "event.data.a == async.data.a == true",
    "size(event.data.a) == 3",
    "event.data['a'] == async.data.a",
    "user.id == async.data.a",
  ])("does not read %j", (expression) => {
    expect(parseEqualities(expression)).toBeNull();
  });

  it("finds a wait by the event exactly when the fields are equal", () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(value, value, (wanted, shown) => {
        const match = parseMatch("event.data.id == async.data.id");
        if (!match) throw new Error("not read");
        const paths = matchPaths(match);
        const own = wantedValues(match, { data: { id: wanted } });
        const incoming = shownValues(paths, { data: { id: shown } });
        const isFound =
          own !== null && incoming !== null && waitKey("e", paths, own) === waitKey("e", paths, incoming);
        expect(isFound).toBe(wanted === shown && wanted !== null && wanted !== undefined);
      }),
    );
  });

  it("does not depend on the order of the conditions", () => {
    const [one, two] = [
      parseMatch("event.data.a == async.data.a && event.data.b == async.data.b"),
      parseMatch("async.data.b == event.data.b && async.data.a == event.data.a"),
    ];
    expect(one).toEqual(two);
  });

  it("reads no inherited properties", () => {
    expect(scalarAt({ data: {} }, "data.constructor.name")).toBeNull();
  });

  it("makes keys that fit a signed 64-bit column", () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => BigInt.asIntN(64, BigInt(hash64([text]))) === BigInt(hash64([text])),
      ),
    );
  });
});
