import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RenderContext, renderText } from "./liquid";
import { NOW } from "./test-facts";

const context = (changes: Partial<RenderContext> = {}): RenderContext => ({
  values: {
    contact: {
      first_name: "ana",
      name: "Ana Lima",
      amount: 1_234.5,
      text_amount: "99.9",
      due: "2026-12-25",
      at: "2026-12-25T01:30:00Z",
      vip: true,
      late: false,
      evil: "{{ account.name }}",
    },
    account: { name: "Loja Azul" },
    agent: {},
  },
  locale: "pt-BR",
  currency: "BRL",
  zone: "America/Sao_Paulo",
  now: NOW,
  ...changes,
});
/** Formatters use spaces that cannot break. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("a value that is printed by its name alone", () => {
  const typed = (locale: "en" | "pt-BR" | "es") =>
    context({
      locale,
      values: {
        contact: {
          ...{ renewal: "2026-12-25", at: "2026-12-25T01:30:00Z", fee: 1_234.5, share: 12.5, vip: true },
          ...{ year: 2024, size: 1.5, soon: "next week", plan: "gold" },
        },
        charge: { amount: 99.9, currency: "USD" },
      },
      types: {
        ...{
          "contact.renewal": "date",
          "contact.at": "date",
          "contact.soon": "date",
          "contact.fee": "currency",
        },
        ...{ "contact.share": "percent", "contact.vip": "checkbox", "contact.year": "number" },
        ...{ "contact.size": "number", "contact.plan": "list", "charge.amount": "currency" },
        ...{ "contact.nothing": "date" },
      },
    });

  it.each([
    ["{{ contact.renewal }}", "12/25/2026", "25/12/2026", "25/12/2026"],
    ["{{contact.renewal | default: 'soon'}}", "12/25/2026", "25/12/2026", "25/12/2026"],
    ["{{ contact.at }}", "12/24/2026, 10:30 PM", "24/12/2026, 22:30", "24/12/2026, 22:30"],
    ["{{ contact.fee }}", "R$1,234.50", "R$ 1.234,50", "1234,50 BRL"],
    ["{{ charge.amount }}", "$99.90", "US$ 99,90", "99,90 US$"],
    ["{{ contact.share }}", "12.5%", "12,5%", "12,5 %"],
    ["{{ contact.vip }}", "yes", "sim", "sí"],
    ["{{ contact.year }} {{ contact.size }}", "2024 1.5", "2024 1,5", "2024 1,5"],
    ["{{ contact.soon }} {{ contact.plan }}", "next week gold", "next week gold", "next week gold"],
    ["{{ contact.nothing | default: 'soon' }}", "soon", "soon", "soon"],
    ["{% if contact.fee > 1000 %}{{ contact.fee | round }}{% endif %}", "1235", "1235", "1235"],
    ["{{ contact.renewal | date: '%d/%m' }}", "25/12", "25/12", "25/12"],
  ])("%s is written in the account's language", (text, ...expected) => {
    const said = (["en", "pt-BR", "es"] as const).map((locale) => {
      const rendered = renderText(text, typed(locale));
      return rendered.ok ? plain(rendered.text) : rendered;
    });
    expect(said).toEqual(expected);
  });

  it("is missing when it has no value, whatever its type", () => {
    expect(renderText("{{ contact.nothing }}", typed("en"))).toEqual({
      ok: false,
      missing: "contact.nothing",
    });
  });
});

describe("a text is filled in", () => {
  it.each([
    ["no variables: } { % stay", "no variables: } { % stay"],
    ["Oi {{ contact.first_name | capitalize }}!", "Oi Ana!"],
    ["Oi {{ contact.nick | default: 'você' }}!", "Oi você!"],
    ["{{ contact.nick | capitalize | default: 'x' }}", "x"],
    ["{{ contact.nick | default: contact.pet | default: 'x' }}", "x"],
    ["{{ contact.first_name | default: contact.pet }}", "ana"],
    ["{{ contact.nick | default: '' }}.", "."],
    ["{{ contact.evil }}", "{{ account.name }}"],
    ["{% if contact.nick %}{{ contact.nick }}{% else %}no{% endif %}", "no"],
    ["{% if contact.vip and contact.amount > 1000 %}VIP{% endif %}", "VIP"],
    ["{% unless contact.late %}in time{% endunless %}", "in time"],
    ["{% case contact.name %}{% when 'Bia' %}B{% when 'Ana Lima' %}A{% else %}-{% endcase %}", "A"],
    ["{{ contact.name | truncate: 5 }} {{ contact.name | replace: 'Lima', 'L.' | upcase }}", "An... ANA L."],
    ["{{ contact.amount | plus: 1 | times: 2 | round }}", "2471"],
    ["{{ contact.amount | money }}", "R$ 1.234,50"],
    ["{{ contact.text_amount | money: 'USD' }}", "US$ 99,90"],
    ["{{ contact.amount | number }} {{ contact.amount | number: 0 }}", "1.234,5 1.235"],
    ["{{ 5 | number }} {{ 5 | number: 2 }}", "5 5,00"],
    ["{{ 12.5 | percent }}", "12,5%"],
    ["{{ contact.due | date }}", "25/12/2026"],
    ["{{ contact.due | date: '%d de %B' }}", "25 de dezembro"],
    ["{{ contact.at | date: '%d/%m às %Hh%M' }}", "24/12 às 22h30"],
    ["{{ 'now' | date: '%Y-%m-%d' }}", "2026-11-18"],
  ])("%s", (text, expected) => {
    const rendered = renderText(text, context());
    expect(rendered.ok ? plain(rendered.text) : rendered).toBe(expected);
  });

  it("in the account's language", () => {
    const text = "{{ contact.amount | money }} {{ contact.due | date: 'long' }}";
    const inEnglish = renderText(text, context({ locale: "en", currency: "USD" }));
    expect(inEnglish).toEqual({ ok: true, text: "$1,234.50 December 25th, 2026" });
    const inSpanish = renderText("{{ contact.due | date: 'long' }}", context({ locale: "es" }));
    expect(inSpanish).toEqual({ ok: true, text: "25 de diciembre de 2026" });
  });
});

describe("a missing value is named and nothing is rendered", () => {
  it.each([
    ["{{ contact.nick }}", "contact.nick"],
    ["{{ contact.nick | upcase }}", "contact.nick"],
    ["{{ contact.nick | prepend: ' ' }}", "contact.nick"],
    ["{{ contact.name | append: contact.nick }}", "contact.nick"],
    ["{{ contact.nick | default: contact.pet }}", "contact.nick"],
    ["{% if contact.vip %}{{ agent.name }}{% endif %}", "agent.name"],
    ["{{ contact.__proto__ }}", "contact.__proto__"],
    ["{{ contact.constructor }}", "contact.constructor"],
    ["{{ deal.value }}", "deal"],
  ])("%s", (text, missing) => {
    expect(renderText(text, context())).toEqual({ ok: false, missing });
  });

  it("only where the text really uses it", () => {
    const rendered = renderText("{% if contact.late %}{{ contact.nick }}{% endif %}ok", context());
    expect(rendered).toEqual({ ok: true, text: "ok" });
  });

  it("a text with a fallback does not weaken the next one", () => {
    expect(renderText("{{ contact.nick | default: 'x' }}{{ contact.pet }}", context()).ok).toBe(false);
    expect(renderText("{{ contact.pet }}", context())).toEqual({ ok: false, missing: "contact.pet" });
  });
});

describe("what cannot be written fails instead of going out wrong", () => {
  it.each([
    "{{ contact.name | money }}",
    "{{ contact.name | date }}",
    "{{ contact.name | plus: 1 }}",
    "{{ 1 | divided_by: 0 }}",
    "{{ contact.amount | money: 'nonsense' }}",
    "{{ contact.at | date: '%Q' }}",
    "{{ (1..9999999) }}",
    "{% for i in (1..3) %}x{% endfor %}",
    "{{ contact.name",
    "{% if contact.vip %}",
    "{% include 'x' %}",
  ])("%s", (text) => {
    expect(renderText(text, context())).toMatchObject({ ok: false, missing: null });
  });

  it("replacements cannot grow a text without bound", () => {
    const grow = " | replace: 'a', 'aaaaaaaaaa'".repeat(12);
    expect(renderText(`{{ 'a'${grow} }}`, context())).toMatchObject({ ok: false, missing: null });
  });
});

it("no text throws or takes long", () => {
  const part = fc.constantFrom(
    "{{",
    "}}",
    "{%",
    "%}",
    " if ",
    " endif ",
    "contact",
    ".",
    "name",
    "|",
    "default:",
    "'",
    '"',
    "(1..9)",
    "[",
    "]",
    "case",
    "when",
    "else",
    "for x in contact",
    "__proto__",
    "\r\n",
    "date: '%",
    "replace:",
    ",",
    "-",
    "🎉",
    "size",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      renderText(parts.join(" "), context());
    }),
    { numRuns: 2_000 },
  );
});
