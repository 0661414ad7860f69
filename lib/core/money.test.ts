import { describe, expect, it } from "vitest";
import { majorUnits, minorDigits, minorUnits, typedUnits } from "./money";

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
    ["12.990", "CLP", 12_990],
    ["12,990", "CLP", 12_990],
    ["1500.00", "JPY", 1_500],
    ["1.234.567,8", "EUR", 123_456_780],
    ["1,00,000.50", "INR", 10_000_050],
    ["1\u202f234,56", "EUR", 123_456],
    ["1'234.50", "CHF", 123_450],
    ["1,234.567", "KWD", 1_234_567],
    ["0.5", "USD", 50],
    ["10.000", "USD", 1_000_000],
  ])("typed as %s in %s is %i minor units", (typed, currency, minor) => {
    expect(minorUnits(typed, currency)).toBe(minor);
  });

  it.each([
    ...["", "abc", "-5", "R$ 10", ",5", "5,", "99999999999999999999", "1.2.3", "1,23,4"],
    ...["1.234,567", "12.345,6,7", "1,2345.00", "12.3456", "1..000", "１２"],
  ])("is not %j", (typed) => {
    expect(minorUnits(typed, "BRL")).toBeNull();
  });

  it.each([
    ["1500.50", "JPY"],
    ["1,5", "CLP"],
    ["1.2345", "KWD"],
  ])("is not %s in %s, which has no such fraction", (typed, currency) => {
    expect(minorUnits(typed, currency)).toBeNull();
  });

  it.each([
    ["1.250", "KWD", "en", 1_250],
    ["1.250", "KWD", "es", 1_250_000],
    ["1,250", "KWD", "pt-BR", 1_250],
    ["1,250", "KWD", "en", 1_250_000],
    ["1.250", "BRL", "en", 125_000],
    ["1,5", "BRL", "en", 150],
    ["1.5", "BRL", "pt-BR", 150],
  ])("%s of %s is read as somebody who writes %s means it", (typed, currency, locale, minor) => {
    expect(minorUnits(typed, currency, locale)).toBe(minor);
  });

  it.each(["en", "pt-BR", "es"])("put into a form of %s is read back as it was", (locale) => {
    for (const currency of ["BRL", "USD", "JPY", "CLP", "KWD"])
      for (const minor of [0, 5, 99, 1_255, 12_345, 1_000_000, 123_456_789])
        expect(minorUnits(typedUnits(minor, currency, locale), currency, locale)).toBe(minor);
  });

  it("is shown in major units of its own currency", () => {
    expect([majorUnits(123_456, "BRL"), majorUnits(1_500, "JPY"), majorUnits(1_250, "KWD")]).toEqual([
      1_234.56, 1_500, 1.25,
    ]);
    expect(minorDigits("nonsense")).toBe(2);
  });
});
