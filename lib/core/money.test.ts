import { describe, expect, it } from "vitest";
import { majorUnits, minorDigits, minorUnits } from "./money";

describe("an amount", () => {
  it.each([
    ["1.234,56", "BRL", 123_456],
    ["1,234.56", "USD", 123_456],
    ["1234", "BRL", 123_400],
    ["1.234", "BRL", 123_400],
    ["12,5", "EUR", 1_250],
    ["0,05", "EUR", 5],
    ["1 234,00", "EUR", 123_400],
    ["1500", "JPY", 1_500],
    ["1,500", "JPY", 1_500],
    ["1.250", "KWD", 1_250],
  ])("typed as %s in %s is %i minor units", (typed, currency, minor) => {
    expect(minorUnits(typed, currency)).toBe(minor);
  });

  it.each(["", "abc", "-5", "R$ 10", ",5", "99999999999999999999"])("is not %j", (typed) => {
    expect(minorUnits(typed, "BRL")).toBeNull();
  });

  it("is shown in major units of its own currency", () => {
    expect([majorUnits(123_456, "BRL"), majorUnits(1_500, "JPY"), majorUnits(1_250, "KWD")]).toEqual([
      1_234.56, 1_500, 1.25,
    ]);
    expect(minorDigits("nonsense")).toBe(2);
  });
});
