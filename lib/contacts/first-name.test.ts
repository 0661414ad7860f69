import { expect, it } from "vitest";
import { firstNameOf } from "./first-name";

it.each([
  ["Ana Souza", "Ana"],
  ["Souza, Ana Maria", "Ana"],
  ["Souza,", "Souza"],
  ["Ana", "Ana"],
  ["  Ana  Souza ", "Ana"],
  ["", ""],
])("of %j is %j, so that a greeting reads well", (name, first) => {
  expect(firstNameOf(name)).toBe(first);
});
