import { expect, it } from "vitest";
import { harmless } from "./harmless";

it.each([
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ["+1+1", "'+1+1"],
  ["-2+3", "'-2+3"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  ["＝1", "'＝1"],
  ["+5511987654321", "+5511987654321"],
  [-7.5, "-7.5"],
  ["Ana = Bo", "Ana = Bo"],
  [null, ""],
  [true, "true"],
])("%j becomes %j", (cell, told) => {
  expect(harmless(cell)).toBe(told);
});
