import { expect, it } from "vitest";
import { lineIndex } from "./line-index";

it("remembers the first line of each of many texts, and no other", () => {
  const index = lineIndex();
  const lines = Array.from({ length: 20_000 }, (_, number) => number + 1);
  for (const line of lines) index.add(`person-${line}@example.com`, line);
  for (const line of lines) index.add(`person-${line}@example.com`, line + 1);
  expect(lines.filter((line) => index.get(`person-${line}@example.com`) !== line)).toEqual([]);
  expect(lines.filter((line) => index.get(`nobody-${line}@example.com`) !== undefined)).toEqual([]);
});
