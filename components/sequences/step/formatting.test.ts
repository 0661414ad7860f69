import { describe, expect, it } from "vitest";
import { parseMarks } from "@/lib/core/marks";
import { applyFormat, type Format } from "./formatting";

/** `[` and `]` stand around what is chosen, `|` is a caret alone. */
function chosenIn(marked: string) {
  const caret = marked.indexOf("|");
  if (caret >= 0) return { text: marked.replace("|", ""), from: caret, to: caret };
  return {
    text: marked.replace("[", "").replace("]", ""),
    from: marked.indexOf("["),
    to: marked.indexOf("]") - 1,
  };
}
function shown({ text, from, to }: { text: string; from: number; to: number }) {
  if (from === to) return `${text.slice(0, from)}|${text.slice(from)}`;
  return `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;
}

describe("the formatting bar", () => {
  it.each<[string, Format, string]>([
    ["say [this] now", "bold", "say *[this]* now"],
    ["say *[this]* now", "bold", "say [this] now"],
    ["say [*this*] now", "bold", "say [this] now"],
    ["say [this ]now", "italic", "say _[this]_ now"],
    ["say | now", "strike", "say ~|~ now"],
    ["[two words]", "italic", "_[two words]_"],
    ["a\nb|\nc", "list", "a\n- b|\nc"],
    ["[a\nb]", "list", "[- a\n- b]"],
    ["[- a\n- b]", "list", "[a\nb]"],
    ["[- a\nb]", "list", "[- a\n- b]"],
    ["|", "list", "- |"],
    ["see|", "link", "see https://|"],
    ["|", "link", "https://|"],
  ])("turns %j with %s into %j", (before, format, after) =>
    expect(shown(applyFormat(chosenIn(before), format))).toBe(after),
  );

  it("writes what WhatsApp reads", () => {
    const { text } = applyFormat(chosenIn("pay [today ]please"), "bold");
    expect(parseMarks(text)).toMatchObject([
      { type: "paragraph", lines: [[{ type: "text" }, { type: "bold" }, { type: "text" }]] },
    ]);
  });
});
