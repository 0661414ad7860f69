import { describe, expect, it } from "vitest";
import { renderText } from "@/lib/core/liquid";
import * as checks from "@/lib/core/liquid-check";
import { addFallback, markedRanges } from "./marked-ranges";

const known = new Set(["contact.first_name", "contact.plan", "account.name"]);
const marks = (text: string) =>
  markedRanges(text, known, checks)?.map(({ from, to, tone }) => `${tone}:${text.slice(from, to)}`);

describe("what is underlined", () => {
  it.each([
    ["Hi {{ contact.first_name | default: 'there' }}", []],
    ["Hi {{ contact.frist_name }}", ["red:contact.frist_name"]],
    ["Hi\n{{ account.name }}\n🙂 {{contact.foo}}, {{ deal.amount }}", ["red:contact.foo", "red:deal.amount"]],
    ["{% if contact.foo %}x{% endif %}", ["red:contact.foo"]],
    ["{{ contact.plan }} {{ contact.plan | upcase }}", ["amber:contact.plan", "amber:contact.plan"]],
    ["{{ contact.plan }} {{ contact.foo }}", ["amber:contact.plan", "red:contact.foo"]],
    ["a {{ }} b", ["red:{{ }}"]],
    ["a }} b", ["red:}}"]],
    ["{{ contact.plan | nope }}", ["red:{{ contact.plan | nope }}"]],
    ["open {{ contact.plan", ["red:{{ contact.plan"]],
    ["plain text", []],
  ])("of %j is %j", (text, expected) => expect(marks(text)).toEqual(expected));

  it("says nothing of a name that is always there, or that a condition looks after", () => {
    expect(marks("{{ account.name }}")).toEqual([]);
    expect(marks("{% if contact.plan %}{{ contact.plan }}{% endif %}")).toEqual([]);
  });

  it("is known of plain texts before the checks are there, and of no other", () => {
    const plain = "{{ contact.plan }} {{ contact.first_name | default: 'you' }}";
    expect(markedRanges(plain, known, null)).toEqual(markedRanges(plain, known, checks));
    expect(markedRanges("no variable", known, null)).toEqual([]);
    expect(markedRanges("{{ contact.foo }}", known, null)).toBeNull();
    expect(markedRanges("{{ contact.plan | upcase }}", known, null)).toBeNull();
  });
});

describe("adding a fallback", () => {
  it("covers every output of the variable and leaves the caret in the last one", () => {
    const { text, caret } = addFallback(
      "{{ contact.plan }} and {{contact.plan|upcase}}",
      "contact.plan",
      "Basic",
    );
    expect(text).toBe('{{ contact.plan | default: "Basic" }} and {{contact.plan | default: "Basic"|upcase}}');
    expect(text.slice(0, caret)).toBe(
      '{{ contact.plan | default: "Basic" }} and {{contact.plan | default: "Basic',
    );
    const rendered = renderText(text, {
      values: { contact: {} },
      locale: "en",
      currency: "USD",
      zone: "UTC",
      now: new Date(0),
    });
    expect(rendered).toEqual({ ok: true, text: "Basic and BASIC" });
  });

  it("leaves a longer name and one with a fallback alone", () => {
    const text = '{{ contact.plan_name }} {{ contact.plan | default: "x" }}';
    expect(addFallback(text, "contact.plan", "Basic").text).toBe(text);
  });
});
