import fc from "fast-check";
import { expect, test } from "vitest";
import type { VettedFact } from "../model-maestro";
import { DAY_MS } from "../zone";
import { dayOfIso } from "./days";
import { guard } from "./guard";
import { amountsOf, datesOf, linksOf, percentsOf, phonesOf, timesOf } from "./test-formats";
import { ask, TODAY } from "./test-guard";

type Language = "en" | "pt-BR" | "es";

/** What stands around the value says nothing of its own. */
const AROUND: Record<Language, readonly (readonly [string, string])[]> = {
  en: [
    ["Hi Ana, this is about ", "."],
    ["Just to confirm: ", ", right?"],
    ["So we have ", " and that is all.\nThank you!"],
  ],
  "pt-BR": [
    ["Oi Ana, é sobre ", "."],
    ["Só confirmando: ", ", certo?"],
    ["Ficou ", " e é isso.\nObrigada!"],
  ],
  es: [
    ["Hola Ana, es sobre ", "."],
    ["Solo para confirmar: ", ", ¿verdad?"],
    ["Quedó ", " y eso es todo.\n¡Gracias!"],
  ],
};

const NAMES: readonly VettedFact[] = [
  { name: "contact.first_name", kind: "name", value: "Ana" },
  { name: "account.name", kind: "name", value: "Loja Azul" },
];

const language = fc.constantFrom<Language>("en", "pt-BR", "es");
const isoOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
const today = dayOfIso(TODAY);

/** A fact and the ways to write it. */
const said = language.chain((one) =>
  fc
    .oneof(
      fc.integer({ min: 1, max: 99_999_999 }).map((cents) => ({
        fact: { name: "charge.amount", kind: "amount", value: cents / 100, currency: "BRL" } as VettedFact,
        ways: amountsOf(cents),
      })),
      fc.integer({ min: today - 300, max: today + 300 }).map((day) => ({
        fact: { name: "charge.due_date", kind: "day", value: isoOf(day) } as VettedFact,
        ways: datesOf(one, day),
      })),
      fc.integer({ min: 0, max: 1_439 }).map((minutes) => ({
        fact: {
          name: "appointment.starts_at",
          kind: "moment",
          value: `${isoOf(today + 3)}T${new Date(minutes * 60_000).toISOString().slice(11, 16)}`,
        } as VettedFact,
        ways: timesOf(one, minutes),
      })),
      fc.integer({ min: 1, max: 100 }).map((percent) => ({
        fact: { name: "contact.rate", kind: "percent", value: percent } as VettedFact,
        ways: percentsOf(percent),
      })),
      fc.integer({ min: 11_900_000_000, max: 99_999_999_999 }).map((digits) => ({
        fact: { name: "contact.phone", kind: "phone", value: `+55${digits}` } as VettedFact,
        ways: phonesOf(String(digits)),
      })),
      fc.integer({ min: 1_000, max: 99_999 }).map((id) => ({
        fact: { name: "charge.link", kind: "link", value: `https://pay.example.com/p/${id}` } as VettedFact,
        ways: linksOf(`pay.example.com/p/${id}`),
      })),
    )
    .chain(({ fact, ways }) =>
      fc.record({
        language: fc.constant(one),
        fact: fc.constant(fact),
        way: fc.constantFrom(...ways),
        around: fc.constantFrom(...AROUND[one]),
        /** Which digit is changed, and by how much. */
        at: fc.nat(),
        by: fc.integer({ min: 1, max: 9 }),
      }),
    ),
);

const findings = (text: string, language: Language, facts: readonly VettedFact[]) =>
  guard(ask(text, { language, facts }));

test("a value of the facts is never found, whichever way it is written", () => {
  fc.assert(
    fc.property(said, ({ language, fact, way, around: [before, behind] }) => {
      expect(findings(before + way + behind, language, [...NAMES, fact])).toEqual([]);
    }),
    { numRuns: 1_000, seed: 7 },
  );
});

test("a value with one digit changed is always found", () => {
  fc.assert(
    fc.property(said, ({ language, fact, way, around: [before, behind], at, by }) => {
      const digits = [...way.matchAll(/\d/g)].map(({ index }) => index);
      const index = digits[at % digits.length] ?? 0;
      const changed = way.slice(0, index) + ((Number(way[index]) + by) % 10) + way.slice(index + 1);
      expect({
        changed,
        found: findings(before + changed + behind, language, [...NAMES, fact]).length > 0,
      }).toEqual({ changed, found: true });
    }),
    { numRuns: 1_000, seed: 7 },
  );
});

test("any text at all is answered, with positions that lie in it", () => {
  const parts = fc.constantFrom(
    "R$ ",
    "1.234,56",
    "às ",
    "9h30",
    "{{",
    "🙂",
    "\u200b",
    "１２",
    "٣",
    "terça",
    "@",
    "x.com",
    "\n",
    "[",
    "%",
    "/",
    "-",
    "’",
    "é",
    "\ud83d",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(parts, { maxLength: 40 }).map((list) => list.join("")),
  );
  fc.assert(
    fc.property(text, language, (text, language) => {
      for (const { from, to, words } of guard(ask(text, { language }))) {
        expect(words).toBe(text.slice(from, to));
        expect(from <= to && to <= text.length).toBe(true);
      }
    }),
    { numRuns: 500, seed: 7 },
  );
});
