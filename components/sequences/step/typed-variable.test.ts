import { describe, expect, it } from "vitest";
import type { Variable } from "@/lib/core/variables";
import { insertVariable, outputOf, typedVariable } from "./typed-variable";

/** `|` marks the caret. */
const at = (marked: string) => ({ text: marked.replace("|", ""), caret: marked.indexOf("|") });
const typed = (marked: string) => {
  const { text, caret } = at(marked);
  return typedVariable(text, caret)?.query ?? null;
};
const inserted = (marked: string) => {
  const { text, caret } = at(marked);
  const next = insertVariable(text, caret, outputOf({ name: "contact.name", type: "text" }, null));
  return `${next.text.slice(0, next.caret)}|${next.text.slice(next.caret)}`;
};

describe("a variable being typed", () => {
  it("begins with a brace", () => {
    expect(["Hi {|", "Hi {{|", "Hi {{ |", "Hi {{ contact.fi|"].map(typed)).toEqual([
      "",
      "",
      "",
      "contact.fi",
    ]);
  });

  it("is none once it is closed, filtered or left", () => {
    expect(["Hi|", "{{ a }}|", "{{ a | default|", "{ |{", "a{{ b c|"].map(typed)).toEqual([
      null,
      null,
      null,
      "",
      null,
    ]);
  });

  it("is replaced by the chosen one", () => {
    expect(inserted("Hi {{ con|, welcome")).toBe("Hi {{ contact.name }}|, welcome");
  });

  it("goes in at the caret when none was begun", () => {
    expect(inserted("Hi |!")).toBe("Hi {{ contact.name }}|!");
  });

  it("does not double braces that are there", () => {
    expect(inserted("Hi {{|}}!")).toBe("Hi {{ contact.name }}|!");
  });

  it("carries a fallback for people without a value", () => {
    const written = (name: string, type: Variable["type"], fallback: string | null = null) =>
      outputOf({ name, type }, fallback);
    expect(written("contact.first_name", "text", "there")).toBe(
      '{{ contact.first_name | default: "there" }}',
    );
    expect(written("charge.amount", "currency")).toBe("{{ charge.amount | money: charge.currency }}");
    expect(written("contact.budget", "currency")).toBe("{{ contact.budget | money }}");
    expect(written("charge.due_date", "date", "soon")).toBe('{{ charge.due_date | date | default: "soon" }}');
  });
});
