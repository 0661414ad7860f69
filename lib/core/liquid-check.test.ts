import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderText } from "./liquid";
import { checkText, variablesWithoutFallback } from "./liquid-check";
import { NOW } from "./test-facts";

const known = new Set(["contact.name", "contact.first_name", "account.name"]);
const found = (text: string) =>
  checkText(text, known).map(({ code, line, column, length, variable, detail }) =>
    [code, `${line}:${column}+${length}`, variable ?? detail].join(" "),
  );

describe("a text is accepted", () => {
  it.each([
    "",
    "plain { text } with 100 % and {# hash #}",
    "{{ contact.first_name | default: 'you' }}",
    '{{ contact["name"] }}',
    "{% if contact.name == 'Ana' or account.name %}a{% elsif contact.first_name contains 'x' %}b{% else %}c{% endif %}",
    "{% unless contact.name %}x{% endunless %}",
    "{% case contact.name %}{% when 'a', 'b' %}1{% else %}2{% endcase %}",
    "{%- if contact.name -%} x {%- endif -%}",
    "{{ 'now' | date: '%d/%m' }}{{ 2 | times: 3 | plus: 1 }}",
  ])("%s", (text) => {
    expect(checkText(text, known)).toEqual([]);
  });
});

describe("a text is refused with the place and the reason", () => {
  it.each<[string, string[]]>([
    ["Hi {{ contact.first_nam }}", ["unknown_variable 1:7+17 contact.first_nam"]],
    [
      "a\nb {{ x | default: deal.value }}",
      ["unknown_variable 2:6+1 x", "unknown_variable 2:19+10 deal.value"],
    ],
    ["{% if contact.zip %}{% endif %}", ["unknown_variable 1:7+11 contact.zip"]],
    ["{{ contact }}", ["unknown_variable 1:4+7 contact"]],
    ["{{ contact[contact.name] }}", ["computed_name 1:4+20 contact.contact.name"]],
    ["Hi {{ contact.name", ['unclosed 1:4+15 output "{{ contact.name" not closed']],
    ["Hi {% if contact.name", ['unclosed 1:4+18 tag "{% if contact.name" not closed']],
    ["Hi contact.name }}", ["stray_braces 1:17+2 }}"]],
    ["{{ }}", ["empty_output 1:1+5 "]],
    ["{{ contact.name | shout }}", ["unknown_filter 1:1+26 shout"]],
    ["{% for c in contact %}{% endfor %}", ["tag_not_allowed 1:1+22 for", "tag_not_allowed 1:23+12 endfor"]],
    ["{% include 'x' %}", ["tag_not_allowed 1:1+17 include"]],
    ["{% assign x = 1 %}", ["tag_not_allowed 1:1+18 assign"]],
    ["{% layout 'x' %}", ["tag_not_allowed 1:1+16 layout"]],
    ["{% if contact.name %}x", ["syntax 1:1+21 tag {% if contact.name %} not closed"]],
    ["x{% endif %}", ['syntax 1:2+11 tag "endif" not found']],
    ["{{ contact.name == 'x' }}", ["syntax 1:1+25 one variable or text is expected"]],
    ["{{ contact.name account.name }}", ["syntax 1:1+31 one variable or text is expected"]],
    ["{{ (1..9) }}", ["syntax 1:1+12 one variable or text is expected"]],
    ["x".repeat(20_001), ["too_long 1:1+20001 "]],
  ])("%.40s", (text, problems) => {
    expect(found(text)).toEqual(problems);
  });

  it("with every refused tag and filter at once", () => {
    expect(found("{% for %}{{ contact.name | a }}{{ contact.name | b }}")).toHaveLength(3);
  });
});

it("what the check accepts can always be rendered once every name has a value", () => {
  const part = fc.constantFrom(
    "{{ contact.name }}",
    "{{ contact.first_name | default: 'x' }}",
    "{% if contact.name %}",
    "{% else %}",
    "{% endif %}",
    "{{ account.name | upcase }}",
    "{% case account.name %}",
    "{% when 'x' %}",
    "{% endcase %}",
    "text",
    "{{",
    "%}",
  );
  const values = { contact: { name: "A", first_name: "B" }, account: { name: "C" } };
  const context = { values, locale: "en", currency: "USD", zone: "UTC", now: NOW } as const;
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = parts.join("");
      if (checkText(text, known).length === 0) expect(renderText(text, context)).toMatchObject({ ok: true });
    }),
    { numRuns: 2_000 },
  );
});

it("no text makes the check throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => void checkText(`{{${text}`, known)),
  );
});

it.each<[string, string[]]>([
  ["{{ contact.name }} {{ contact.name }}", ["contact.name"]],
  ["{{ contact.name | upcase }}{{ contact.zip | default: 'x' }}", ["contact.name"]],
  ["{% if contact.name %}{{ contact.name }}{% endif %}", []],
  ["{{ broken", []],
])("%s prints %j without a fallback", (text, variables) => {
  expect(variablesWithoutFallback(text)).toEqual(variables);
});
