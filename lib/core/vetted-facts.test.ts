import { expect, test } from "vitest";
import type { RecordFacts } from "./facts";
import type { AttributeType } from "./model";
import { aContact, NOW, someFacts } from "./test-facts";
import { sameFacts } from "./vetted-change";
import { vettedFactsOf } from "./vetted-facts";

const NOTHING = { knowledge: "", instruction: "" };
const byName = (facts: ReturnType<typeof vettedFactsOf>, name: string) =>
  facts.find((fact) => fact.name === name);

test("tells of a charge what it comes to, by kind, and not its status", () => {
  const record: RecordFacts = {
    ...{ kind: "charge", id: "1", date: { on: "2026-11-20" } },
    values: {
      title: "Pedido 1042",
      amount: 349.9,
      currency: "USD",
      due_date: "2026-11-20",
      status: "pending",
      link: null,
    },
  };
  const facts = vettedFactsOf(someFacts({ record }), NOTHING, NOW);
  expect(byName(facts, "charge.amount")).toEqual({
    name: "charge.amount",
    kind: "amount",
    value: 349.9,
    currency: "USD",
  });
  expect(byName(facts, "charge.due_date")).toEqual({
    name: "charge.due_date",
    kind: "day",
    value: "2026-11-20",
  });
  expect(facts.map(({ name }) => name)).not.toContain("charge.status");
  expect(facts.map(({ name }) => name)).not.toContain("charge.link");
});

test("tells a moment on the wall of the contact's own zone", () => {
  const record: RecordFacts = {
    ...{ kind: "appointment", id: "1", date: { at: NOW } },
    values: {
      title: "Visita",
      starts_at: "2026-11-18T15:00:00.000Z",
      ends_at: null,
      location: "Rua A, 12",
      status: "booked",
    },
  };
  const settings = { ...someFacts().settings, useContactZone: true };
  const facts = vettedFactsOf(
    someFacts({ record, settings, contact: aContact({ timeZone: "Asia/Tokyo" }) }),
    NOTHING,
    NOW,
  );
  expect(byName(facts, "appointment.starts_at")).toEqual({
    name: "appointment.starts_at",
    kind: "moment",
    value: "2026-11-19T00:00",
  });
});

test("takes attributes by their type, and what is not of it as a text", () => {
  const attributes = {
    plan: "Pro",
    fee: "12.5",
    rate: 10,
    since: "2020-05-01",
    site: "https://a.com",
    odd: "soon",
    vip: true,
    email: "x",
  };
  const attributeTypes: Record<string, AttributeType> = {
    fee: "currency",
    rate: "percent",
    since: "date",
    site: "link",
    odd: "date",
    vip: "checkbox",
  };
  const facts = vettedFactsOf(
    someFacts({ contact: aContact({ attributes }), account: { name: "Loja", attributeTypes } }),
    NOTHING,
    NOW,
  );
  expect(byName(facts, "contact.plan")).toEqual({ name: "contact.plan", kind: "text", value: "Pro" });
  expect(byName(facts, "contact.fee")).toEqual({
    name: "contact.fee",
    kind: "amount",
    value: 12.5,
    currency: "BRL",
  });
  expect(byName(facts, "contact.rate")).toEqual({ name: "contact.rate", kind: "percent", value: 10 });
  expect(byName(facts, "contact.since")).toEqual({ name: "contact.since", kind: "day", value: "2020-05-01" });
  expect(byName(facts, "contact.site")).toEqual({
    name: "contact.site",
    kind: "link",
    value: "https://a.com",
  });
  expect(byName(facts, "contact.odd")).toEqual({ name: "contact.odd", kind: "text", value: "soon" });
  expect(byName(facts, "contact.vip")).toBeUndefined();
  expect(byName(facts, "contact.email")).toEqual({
    name: "contact.email",
    kind: "email",
    value: "ana@example.com",
  });
});

test("counts the account's own sentences, and leaves out what is blank", () => {
  const facts = vettedFactsOf(
    someFacts({ agent: null }),
    { knowledge: "Abrimos às 9h.", instruction: " " },
    NOW,
  );
  expect(byName(facts, "knowledge")).toEqual({ name: "knowledge", kind: "text", value: "Abrimos às 9h." });
  expect(facts.map(({ name }) => name)).not.toContain("instruction");
  expect(facts.map(({ name }) => name)).not.toContain("agent.name");
});

test("names the fact that has changed or gone, and minds no new one", () => {
  const before = vettedFactsOf(someFacts(), { knowledge: "Sem juros.", instruction: "" }, NOW);
  const later = vettedFactsOf(someFacts(), { knowledge: "Com juros.", instruction: "Cobrar" }, NOW);
  expect(sameFacts(before, before)).toBeNull();
  expect(sameFacts(before, later)).toEqual({ fact: "knowledge", before: "Sem juros.", after: "Com juros." });
  expect(sameFacts(before.slice(0, 1), later)).toBeNull();
  expect(sameFacts(before, before.slice(1))).toEqual({
    fact: "contact.name",
    before: "Ana Lima",
    after: null,
  });
});
