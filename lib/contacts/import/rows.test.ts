import { describe, expect, it } from "vitest";
import { duplicateFinder } from "./duplicates";
import { readRow } from "./rows";

const mapping = ["name", "phone", "email", "timeZone", "attribute:plan"];
const read = (...cells: string[]) => readRow({ line: 7, cells }, mapping, BRAZIL);
const BRAZIL = { country: "BR", definitions: new Map() };
const problem = (code: string, data = {}) => ({ line: 7, code, data });

describe("readRow", () => {
  it("normalises addresses and derives the WhatsApp id", () => {
    expect(read("Ana Souza", "(11) 98765-4321", "ANA@example.com", "America/Sao_Paulo", "gold")).toEqual({
      line: 7,
      name: "Ana Souza",
      firstName: null,
      timeZone: "America/Sao_Paulo",
      tags: [],
      attributes: { plan: "gold" },
      identities: [
        { kind: "phone", value: "+5511987654321" },
        { kind: "whatsapp", value: "5511987654321" },
        { kind: "email", value: "ana@example.com" },
      ],
    });
  });

  it.each([
    ["a cell too few", ["Ana", "11987654321", "", ""], problem("column_count", { expected: 5, found: 4 })],
    ["a cell too many", ["Ana", "1", "", "", "", "x"], problem("column_count", { expected: 5, found: 6 })],
    ["no address", ["Ana", "", " ", "", ""], problem("no_address")],
    ["an invalid phone", ["Ana", "123", "", "", ""], problem("phone_invalid", { value: "123" })],
    ["an invalid email", ["Ana", "", "ana@", "", ""], problem("email_invalid", { value: "ana@" })],
    [
      "an unknown zone",
      ["Ana", "", "a@b.co", "Mars/Olympus", ""],
      problem("zone_unknown", { value: "Mars/Olympus" }),
    ],
    ["an endless name", ["x".repeat(201), "", "a@b.co", "", ""], problem("cell_too_long", { max: 200 })],
    [
      "an endless attribute",
      ["Ana", "", "a@b.co", "", "x".repeat(1001)],
      problem("cell_too_long", { max: 1000 }),
    ],
  ])("tells the line and the reason of a row with %s", (_what, cells, expected) => {
    expect(read(...cells)).toEqual(expected);
  });
});

it("a repeated address is told with the line that had it first", () => {
  const find = duplicateFinder();
  const row = (line: number, phone: string, email: string) =>
    find(readRow({ line, cells: ["Ana", phone, email, "", ""] }, mapping, BRAZIL));
  expect(row(2, "11987654321", "ana@example.com")).toHaveProperty("identities");
  expect(row(3, "+55 11 98765-4321", "")).toEqual({ line: 3, code: "duplicate_in_file", data: { first: 2 } });
  expect(row(4, "", "Ana@Example.com")).toEqual({ line: 4, code: "duplicate_in_file", data: { first: 2 } });
  expect(row(5, "", "bo@example.com")).toHaveProperty("identities");
});
