import { describe, expect, it } from "vitest";
import type { AttributeType } from "@/lib/core/model";
import { readValue } from "./value";

const read = (type: AttributeType, text: string) => readValue({ type, options: ["gold", "silver"] }, text);

describe("readValue", () => {
  it.each([
    ["text", "  Ana ", "Ana"],
    ["number", "12,5", 12.5],
    ["number", "-3", -3],
    ["currency", "1234.50", 1234.5],
    ["percent", "12.5 %", 12.5],
    ["link", "https://example.com/a?b=c", "https://example.com/a?b=c"],
    ["date", "2028-02-29", "2028-02-29"],
    ["list", "gold", "gold"],
    ["checkbox", "true", true],
    ["checkbox", "false", false],
  ] as const)("takes %s %j", (type, text, value) => {
    expect(read(type, text)).toEqual({ ok: true, value });
  });

  it.each([
    ["text", "x".repeat(1_001), "text_too_long?max=1000"],
    ["number", "1.234,50", "attribute_number"],
    ["number", "twelve", "attribute_number"],
    ["number", "1e400", "attribute_number"],
    ["number", "9999999999999999999", "attribute_number"],
    ["currency", "R$ 10", "attribute_number"],
    ["percent", "%", "attribute_number"],
    ["link", "javascript:alert(1)", "attribute_link"],
    ["link", "example.com", "attribute_link"],
    ["link", "https://", "attribute_link"],
    ["date", "2026-02-30", "attribute_date"],
    ["date", "30/02/2026", "attribute_date"],
    ["list", "bronze", "attribute_list"],
    ["checkbox", "yes", "attribute_checkbox"],
  ] as const)("refuses %s %j with a sentence", (type, text, error) => {
    expect(read(type, text)).toEqual({ ok: false, error });
  });

  it("takes a blank text of any type as no value", () => {
    for (const type of ["text", "number", "date", "list", "checkbox"] as const)
      expect(read(type, "  ")).toEqual({ ok: true, value: null });
  });
});
