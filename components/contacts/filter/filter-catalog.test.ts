import { expect, it } from "vitest";
import { completeOf } from "./filter-catalog";

it("a half-written condition and an empty group do not count", () => {
  const named = { variable: "contact.name", operator: "contains" as const, value: "ana" };
  const open = { ...named, value: " " };
  const unset = { ...named, operator: "is_not_set" as const, value: "" };
  expect(
    completeOf({
      match: "all",
      conditions: [named, open, unset],
      groups: [
        { match: "any", conditions: [open] },
        { match: "any", conditions: [open, named] },
      ],
    }),
  ).toEqual({ match: "all", conditions: [named, unset], groups: [{ match: "any", conditions: [named] }] });
  expect(completeOf({ match: "any", conditions: [open] })).toEqual({ match: "any", conditions: [] });
});
