import { expect, test } from "vitest";
import { isSameNumber } from "./phone-numbers";
import { read } from "./test-readings";

test.each([
  "+55 11 98765-4321",
  "+5511987654321",
  "55 (11) 98765.4321",
  "+55 1 1 9 8 7 6 5 4 3 2 1",
  "+５５ １１ ９８７６５-４３２１",
])("reads a telephone number in any grouping: %s", (text) => {
  expect(read(`Ligue ${text}!`)).toEqual([expect.stringMatching(/^phone \+?5511987654321$/)]);
});

test.each([
  ["11987654321", true],
  ["011987654321", true],
  ["987654321", true],
  ["87654321", false],
  ["5511987654322", false],
  ["6511987654321", false],
])("knows the number without its country or town: %s", (said, isSame) => {
  expect(isSameNumber(said, "5511987654321")).toBe(isSame);
});
