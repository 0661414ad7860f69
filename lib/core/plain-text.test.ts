import fc from "fast-check";
import { expect, it } from "vitest";
import { renderText } from "./liquid";
import { checkText, variablesWithoutFallback } from "./liquid-check";
import { plainText, plainWithoutFallback, renderPlain } from "./plain-text";

const context = {
  values: {
    contact: { first_name: "Ana", plan: "", age: 0, score: 1.5, vip: true, nothing: null },
    account: { name: "Sol {{ contact.plan }}" },
  },
  locale: "en" as const,
  currency: "BRL",
  zone: "America/Sao_Paulo",
  now: new Date("2026-11-22T12:00:00Z"),
  types: { "contact.score": "number" as const },
};
const names = [
  ...["contact.first_name", "contact.plan", "contact.age", "contact.score", "contact.vip", "contact.nothing"],
  ...["contact.unknown", "account.name", "deal.title", "contact.size", "contact.first", "true.name", "nil.x"],
];
const known = new Set(names);

/** Texts as people write them, whole and broken: every piece may stand beside every other. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(...names).map((name) => `{{ ${name} }}`),
      fc.constantFrom(...names).map((name) => `{{${name}|default:'you'}}`),
      fc.constantFrom(...names).map((name) => `{{ ${name} | default: "100%, \`you\` & | more" }}`),
      fc.constantFrom(
        "{{ contact.age | plus: 1 }}",
        "{{- contact.plan -}}",
        "{{ 'x' }}",
        '{{ "x" | default: "y" }}',
      ),
      fc.constantFrom(
        "{% if contact.vip %}",
        "{% endif %}",
        "{% raw %}",
        "{{ contact.plan",
        "{{",
        "}}",
        "{",
        "}",
        "%}",
      ),
      fc.constantFrom("Hi ", "\n", " | default: 'x'", "'", '"', "\\", "contact.plan", " ", "🙂", "é"),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(""));
const runs = { numRuns: 5_000 };

it("says of a text what the engine says, or nothing", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const plain = renderPlain(text, context);
      if (plain) expect(plain).toEqual(renderText(text, context));
    }),
    runs,
  );
});

it("finds no text plain that the check finds fault with", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const plain = plainText(text);
      if (!plain) return;
      const names = new Set([...known, ...plain.outputs.map(({ name }) => name)]);
      expect(checkText(text, names)).toEqual([]);
      expect(plainWithoutFallback(plain).sort()).toEqual(variablesWithoutFallback(text).sort());
    }),
    runs,
  );
});

it.each([
  ["Hello", "Hello"],
  ["Hi {{ contact.first_name }}, and {{contact.plan | default: 'friend'}}!", "Hi Ana, and friend!"],
  ["{{ contact.age }}", "0"],
])("fills %j in by itself", (text, expected) => {
  expect(renderPlain(text, context)).toEqual({ ok: true, text: expected });
});

it("names the first value that is missing", () => {
  expect(renderPlain("{{ contact.first_name }} {{ contact.unknown }} {{ contact.other }}", context)).toEqual({
    ok: false,
    missing: "contact.unknown",
  });
});

it.each([
  "{{ contact.age | money }}",
  "{% if contact.vip %}x{% endif %}",
  "a } b",
  `${"long ".repeat(1_001)}`,
])("leaves text %# to the engine", (text) => {
  expect(plainText(text)).toBeNull();
});

it("leaves a value that is written by its type to the engine", () => {
  expect(renderPlain("{{ contact.score }}", context)).toBeNull();
});
