import { describe, expect, it } from "vitest";
import { afterLeaving, upNext, walkTo } from "./queue-order";

const rows = ["a", "b", "c"].map((id) => ({ id }));

describe("walking through the queue", () => {
  it.each([
    ["forward", "a", 1, "b"],
    ["back", "b", -1, "a"],
    ["no further than its end", "c", 1, null],
    ["no further than its beginning", "a", -1, null],
    ["from nowhere to the first", null, 1, "a"],
    ["from a draft that is not listed to the first", "x", -1, "a"],
  ] as const)("goes %s", (_, shown, by, expected) => {
    expect(walkTo(rows, shown, by)).toBe(expected);
  });

  it("goes nowhere in an empty queue", () => {
    expect(walkTo([], null, 1)).toBeNull();
  });
});

describe("after an act", () => {
  it.each([
    ["the next one is shown", "a", "b"],
    ["the one before, where the last was decided", "c", "b"],
    ["the first, where the draft was not listed", "x", "a"],
  ])("%s", (_, leaving, expected) => {
    expect(afterLeaving(rows, leaving)).toBe(expected);
  });

  it("nothing, where it was the only one", () => {
    expect(afterLeaving([{ id: "a" }], "a")).toBeNull();
  });
});

it("what comes next is read ahead, what is shown is not", () => {
  expect(upNext(rows, "a")).toEqual(["b", "c"]);
  expect(upNext(rows, "b")).toEqual(["c", "a"]);
  expect(upNext(rows, null)).toEqual(["a"]);
  expect(upNext([], null)).toEqual([]);
});
