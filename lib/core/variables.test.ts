import { expect, it } from "vitest";
import { TARGETS } from "./model";
import { aContact, NOW, someFacts } from "./test-facts";
import {
  contextOf,
  isAlwaysThere,
  lookupOf,
  namesOf,
  TARGET_VARIABLES,
  VARIABLES,
  variablesFor,
  variablesWith,
} from "./variables";

it("every built-in variable has a value in the context of a complete contact", () => {
  const { values } = contextOf(someFacts({ contact: aContact({ tags: ["vip", "gold"] }) }), NOW);
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

const charge = {
  kind: "charge" as const,
  id: "c",
  date: null,
  values: { amount: 99.9, status: "open", link: null },
};

it("the catalogue of a target has its own record and no other", () => {
  for (const target of TARGETS) {
    const own = namesOf(variablesFor(target, VARIABLES));
    for (const other of TARGETS) {
      for (const { name } of TARGET_VARIABLES[other]) expect(own.has(name)).toBe(other === target);
    }
  }
});

it("texts and conditions find the record's values and the conversation's inbox", () => {
  const conversation = { id: "thread", inboxId: "whatsapp", status: "open" as const, resolvedAt: null };
  const facts = someFacts({ record: charge, conversation });
  const { values } = contextOf(facts, NOW);
  expect(values.charge).toEqual({ amount: 99.9, status: "open" });
  expect(values.deal).toEqual({});
  const lookup = lookupOf(facts);
  expect(lookup("charge.amount")).toBe(99.9);
  expect(lookup("conversation.channel")).toBe("whatsapp");
  for (const nothing of [
    "charge.link",
    "deal.amount",
    "nothing",
    "",
    "contact.__proto__",
    "toString.length",
  ]) {
    expect(lookup(nothing)).toBeUndefined();
  }
});

it("only what is built in is always there", () => {
  const all = [...VARIABLES, ...TARGETS.flatMap((target) => TARGET_VARIABLES[target])];
  expect(all.filter(({ name }) => isAlwaysThere(name)).length).toBe(16);
  expect(isAlwaysThere("contact.first_name")).toBe(false);
});
