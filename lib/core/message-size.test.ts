import { describe, expect, it } from "vitest";
import { smsSize } from "./message-size";

describe("the size of an SMS", () => {
  it.each([
    ["", 0, false],
    ["a".repeat(160), 1, false],
    ["a".repeat(161), 2, false],
    ["a".repeat(306), 2, false],
    ["a".repeat(307), 3, false],
    ["é à ñ £ Ø Ç", 1, false],
    ["€".repeat(80), 1, false],
    ["€".repeat(81), 2, false],
    [`ã${"a".repeat(69)}`, 1, true],
    [`ã${"a".repeat(70)}`, 2, true],
    ["🙂".repeat(35), 1, true],
    ["🙂".repeat(36), 2, true],
  ])("counts segments as carriers do: %#", (text, segments, isUnicode) => {
    expect(smsSize(text)).toMatchObject({ segments, isUnicode });
  });

  it("names the characters that make it shorter", () => {
    expect(smsSize("Não é preço, não 🙂").forcing).toEqual(["ã", "ç", "🙂"]);
    expect(smsSize("Ola").forcing).toEqual([]);
  });
});
