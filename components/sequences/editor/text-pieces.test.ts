import { describe, expect, it } from "vitest";
import { piecesOf } from "./text-pieces";

const shown = (text: string) => piecesOf(text).map((piece) => [piece.kind, piece.text]);

describe("the first words of a message", () => {
  it("show variables as such, without their fallbacks", () => {
    expect(shown('Hi {{ contact.first_name | default: "there" }}, how are you?')).toEqual([
      ["words", "Hi "],
      ["variable", "contact.first_name"],
      ["words", ", how are you?"],
    ]);
  });

  it("stand on one line, without conditions", () => {
    expect(shown("One\n\n{% if contact.vip %}two{% endif %}\tthree")).toEqual([["words", "One two three"]]);
  });

  it("take half a variable as words", () => {
    expect(shown("Hi {{ contact.")).toEqual([["words", "Hi {{ contact."]]);
  });

  it("are few, however long the message is", () => {
    const pieces = piecesOf("{{ contact.name }} ".repeat(2_000));
    expect(pieces.length).toBeLessThan(60);
  });
});
