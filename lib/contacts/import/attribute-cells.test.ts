import { expect, it } from "vitest";
import type { AttributeDefinition } from "@/lib/attributes/schema";
import type { AttributeType } from "@/lib/core/model";
import { attributesOf } from "./attribute-cells";

const definitionsOf = (type: AttributeType) =>
  new Map<string, AttributeDefinition>([
    ["x", { id: "1", key: "x", label: "X", type, options: ["Gold", "Silver"], isArchived: false }],
  ]);
const read = (type: AttributeType, cell: string) =>
  attributesOf({ line: 3, cells: [cell] }, ["attribute:x"], definitionsOf(type));

it.each<[AttributeType, string, string | number | boolean]>([
  ["number", "1.234,56", 1234.56],
  ["number", "1,234.56", 1234.56],
  ["number", "1.234", 1234],
  ["number", "0.125", 0.125],
  ["number", "-12,5", -12.5],
  ["currency", "R$ 1.234,56", 1234.56],
  ["percent", "12,5 %", 12.5],
  ["date", "2026-12-24", "2026-12-24"],
  ["date", "2026-12-24 10:00:00", "2026-12-24"],
  ["date", "24/12/2026", "2026-12-24"],
  ["date", "12/24/2026", "2026-12-24"],
  ["date", "5.1.2027", "2027-01-05"],
  ["checkbox", "Sim", true],
  ["checkbox", "não", false],
  ["checkbox", "1", true],
  ["list", "gold", "Gold"],
  ["link", "https://example.com/a", "https://example.com/a"],
  ["text", " 007 ", "007"],
])("a cell of a %s, %s, is %s", (type, cell, value) => {
  expect(read(type, cell)).toEqual({ x: value });
});

it.each<[AttributeType, string]>([
  ["number", "many"],
  ["date", "31/02/2026"],
  ["checkbox", "maybe"],
  ["list", "Bronze"],
  ["link", "example"],
])("a cell of a %s that is none, %s, leaves the row out", (type, cell) => {
  expect(read(type, cell)).toEqual({ line: 3, code: "attribute_invalid", data: { key: "x", value: cell } });
});

it("an attribute that nobody has defined stays the text that it is", () => {
  expect(attributesOf({ line: 3, cells: ["1,5"] }, ["attribute:free"], new Map())).toEqual({ free: "1,5" });
});
