import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedWords } from "./words";

describe("changed words", () => {
  it("are told apart from those that stayed", () => {
    expect(changedWords("Hi Ana, how are you?", "Hi Ana, how is it?")).toEqual([
      { kind: "same", text: "Hi Ana, how " },
      { kind: "removed", text: "are" },
      { kind: "added", text: "is" },
      { kind: "same", text: " " },
      { kind: "removed", text: "you" },
      { kind: "added", text: "it" },
      { kind: "same", text: "?" },
    ]);
  });

  it("keep a variable whole", () => {
    const found = changedWords("Hi {{ contact.first_name }}!", "Hi {{ contact.name }}!");
    expect(found.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "{{ contact.first_name }}" },
      { kind: "added", text: "{{ contact.name }}" },
    ]);
  });

  it("put together are both texts, letter for letter", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc
        .array(fc.constantFrom("a", "b", " ", ",", "{{ x }}", "\n"), { maxLength: 30 })
        .map((parts) => parts.join("")),
    );
    const without = (found: ReturnType<typeof changedWords>, kind: string) =>
      found
        .filter((segment) => segment.kind !== kind)
        .map((segment) => segment.text)
        .join("");
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = changedWords(before, after);
        expect(without(found, "added")).toBe(before);
        expect(without(found, "removed")).toBe(after);
      }),
    );
  });

  it("of the longest texts are found, which would take minutes if each word were compared with each", () => {
    const long = (word: string) => `${word} `.repeat(4_000);
    expect(changedWords(`${long("a")}end`, `${long("b")}end`).at(-1)).toEqual({ kind: "same", text: " end" });
  });
});
