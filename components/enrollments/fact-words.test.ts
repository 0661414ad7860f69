import { describe, expect, it } from "vitest";
import { factName, factSays } from "./fact-words";
import type { Translate } from "./sentence";

const known: Record<string, string> = { "step.variable.names.charge.amount": "Amount of the charge" };
const t: Translate = Object.assign((key: string) => known[key] ?? key, {
  has: (key: string) => key in known,
});

describe("a fact is called", () => {
  it.each([
    ["as the builder calls it", "charge.amount", "Amount of the charge"],
    ["by its plain name where it is the account’s own", "contact.due_day", "due day"],
    ["by its plain name, whatever letters that has", "contact.a b.c", "a b.c"],
  ])("%s", (_, name, expected) => {
    expect(factName(t, name)).toBe(expected);
  });
});

describe("a fact says", () => {
  it.each([
    ["120 BRL", "pt-BR", "R$\u00a0120,00"],
    ["1234.50 EUR", "en", "€1,234.50"],
    ["-5 USD", "en", "-$5.00"],
    ["2026-03-03", "en", "Mar 3, 2026"],
    ["2026-03-03 09:00", "en", "Mar 3, 2026, 09:00"],
    ["10%", "en", "10%"],
    ["Gold", "en", "Gold"],
    ["2026-13-45", "en", "2026-13-45"],
    ["", "en", ""],
  ])("%s in %s as %s", (says, locale, expected) => {
    expect(factSays(says, locale)).toBe(expected);
  });
});
