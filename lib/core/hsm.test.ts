import { expect, it } from "vitest";
import { bodyVariables, fillBody } from "./hsm";

it.each([
  ["Hi {{1}}, {{2}} is due.", ["Ana", "R$ 10"], undefined, "Hi Ana, R$ 10 is due."],
  ["{{2}} {{1}} {{ 2 }}", ["a", "b"], undefined, "b a b"],
  ["Hi {{first_name}}: {{amount}}", ["10", "Ana"], ["amount", "first_name"], "Hi Ana: 10"],
  ["Hi {{1}} {{2}}", ["Ana"], undefined, "Hi Ana {{2}}"],
  ["Hi {{other}}", ["Ana"], ["first_name"], "Hi {{other}}"],
  ["Hi {{1}}", ["{{2}} $& $1", "x"], undefined, "Hi {{2}} $& $1"],
  ["No variables", [], undefined, "No variables"],
])("%j with %j reads %j", (body, parameters, names, expected) => {
  expect(fillBody(body, parameters, names)).toBe(expected);
});

it("a body's variables are counted once each", () => {
  expect(bodyVariables("{{1}} {{2}} {{ 1 }} {{x y}} {1}")).toEqual(["1", "2"]);
  expect(bodyVariables("{{name}} {{amount}}")).toEqual(["name", "amount"]);
});
