import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holds, type Lookup, matches } from "./conditions";
import { OPERATORS, type Operator } from "./model";

const values: Record<string, string | number | boolean | null> = {
  plan: "Gold",
  city: "São Paulo",
  code: "007",
  amount: 1_200.5,
  zero: 0,
  vip: true,
  due: "2026-11-18",
  at: "2026-11-19T01:30:00Z",
  blank: "  ",
  nothing: null,
};
const lookup: Lookup = (variable) => values[variable];

describe("a condition holds", () => {
  it.each<[string, Operator, string, boolean]>([
    ["plan", "equal", "gold", true],
    ["plan", "equal", " GOLD ", true],
    ["plan", "equal", "silver", false],
    ["city", "equal", "são paulo", true],
    ["code", "equal", "7", true],
    ["amount", "equal", "1200.50", true],
    ["amount", "equal", "many", false],
    ["zero", "equal", "0", true],
    ["vip", "equal", "true", true],
    ["vip", "equal", "false", false],
    ["vip", "not_equal", "false", true],
    ["due", "equal", "2026-11-18", true],
    ["plan", "not_equal", "gold", false],
    ["nothing", "equal", "", false],
    ["nothing", "not_equal", "gold", true],
    ["blank", "not_equal", "gold", true],
    ["city", "contains", "PAULO", true],
    ["city", "contains", "rio", false],
    ["amount", "contains", "200", true],
    ["nothing", "contains", "x", false],
    ["nothing", "not_contains", "x", true],
    ["city", "not_contains", "paulo", false],
    ["amount", "greater", "1200", true],
    ["amount", "greater", "1200.5", false],
    ["amount", "less", "10000", true],
    ["plan", "greater", "1", false],
    ["plan", "less", "z", false],
    ["nothing", "less", "5", false],
    ["vip", "greater", "0", false],
    ["due", "greater", "2026-11-17", true],
    ["due", "less", "2026-11-18", false],
    ["at", "less", "2026-11-19T02:00:00Z", true],
    // By the clock in São Paulo it is still the 18th.
    ["at", "equal", "2026-11-18", true],
    ["at", "greater", "2026-11-18", false],
    ["plan", "is_set", "", true],
    ["zero", "is_set", "", true],
    ["blank", "is_set", "", false],
    ["unknown", "is_set", "", false],
    ["unknown", "is_not_set", "", true],
    ["plan", "is_not_set", "", false],
    ["plan", "in", "silver, gold", true],
    ["plan", "in", "silver", false],
    ["amount", "in", "1,1200.5", true],
    ["plan", "in", "", false],
    ["nothing", "in", "a,,b", false],
  ])("%s %s %j: %j", (variable, operator, value, expected) => {
    expect(holds({ variable, operator, value }, lookup, "America/Sao_Paulo")).toBe(expected);
  });

  it("exactly when its opposite does not", () => {
    const pairs = [
      ["equal", "not_equal"],
      ["contains", "not_contains"],
      ["is_set", "is_not_set"],
    ] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null)),
        fc.string(),
        ([one, other], found, value) => {
          const is = (operator: Operator) => holds({ variable: "x", operator, value }, () => found);
          expect(is(one)).toBe(!is(other));
        },
      ),
    );
  });

  it("or not, but never fails", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OPERATORS),
        fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constant("2026-99-99")),
        fc.oneof(fc.string(), fc.constant("2026-11-18")),
        (operator, found, value) => {
          expect(typeof holds({ variable: "x", operator, value }, () => found)).toBe("boolean");
        },
      ),
    );
  });
});

describe("several conditions", () => {
  const gold = { variable: "plan", operator: "equal", value: "gold" } as const;
  const poor = { variable: "amount", operator: "less", value: "5" } as const;
  it.each([
    ["all", [gold, poor], false],
    ["any", [gold, poor], true],
    ["any", [poor], false],
    ["all", [], true],
    ["any", [], true],
  ] as const)("%s of %j: %j", (match, conditions, expected) => {
    expect(matches({ match, conditions: [...conditions] }, lookup)).toBe(expected);
  });

  it("stand in groups beside each other: (poor or gold) and not both", () => {
    const groups = [{ match: "any" as const, conditions: [poor, gold] }];
    expect(matches({ match: "all", conditions: [], groups }, lookup)).toBe(true);
    expect(matches({ match: "all", conditions: [gold], groups }, lookup)).toBe(
      matches({ match: "all", conditions: [gold] }, lookup),
    );
    expect(
      matches({ match: "all", conditions: [], groups: [{ match: "all", conditions: [poor, gold] }] }, lookup),
    ).toBe(false);
  });
});
