import { expect, it } from "vitest";
import { aContact, NOW, someFacts } from "./test-facts";
import { contextOf, namesOf, VARIABLES, variablesWith } from "./variables";

it("every built-in variable has a value in the context of a complete contact", () => {
  const { values } = contextOf(someFacts(), NOW);
  for (const { name } of VARIABLES) {
    const [group = "", key = ""] = name.split(".");
    expect(values[group]?.[key], name).toBeTruthy();
  }
});

it("blank values are missing values", () => {
  const contact = aContact({
    firstName: " ",
    email: null,
    attributes: { plan: "", score: 0, vip: false, note: null },
  });
  const { values } = contextOf(someFacts({ contact, agent: null }), NOW);
  expect(values.contact).toEqual({ name: "Ana Lima", phone: "+5511987654321", score: 0, vip: false });
  expect(values.agent).toEqual({});
});

it("an attribute never stands in for a built-in value or a prototype", () => {
  const attributes = JSON.parse('{"email":"x@evil.example","__proto__":"p","first_name":"Eve"}');
  const { values } = contextOf(
    someFacts({ contact: aContact({ email: null, firstName: "", attributes }) }),
    NOW,
  );
  expect(Object.keys(values.contact ?? {})).toEqual(["__proto__", "name", "phone"]);
  expect(Object.getPrototypeOf(values.contact)).toBe(null);
});

it("the catalogue adds the account's attributes under the contact", () => {
  const catalogue = variablesWith([
    { key: "plan", label: "Plan", type: "text" },
    { key: "email", label: "Mail", type: "text" },
    { key: "Not a key", label: "?", type: "text" },
  ]);
  expect(catalogue).toHaveLength(VARIABLES.length + 1);
  expect(namesOf(catalogue).has("contact.plan")).toBe(true);
});
