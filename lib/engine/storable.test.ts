import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { storable, storableJson } from "./storable";

const anyText = fc
  .string({ unit: "binary" })
  .chain((text) => fc.constantFrom(text, `${text}\ud83d`, `\udc00${text}`, `a\0${text}`, `${text}\\u0000`));

describe("what is stored of strangers' texts", () => {
  it("never has what Postgres refuses, and loses nothing else", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const stored = storable(text);
        expect(stored.isWellFormed()).toBe(true);
        expect(stored).not.toContain("\0");
        if (text.isWellFormed() && !text.includes("\0")) expect(stored).toBe(text);
        expect(JSON.parse(storableJson({ text, list: [text] }))).toEqual({ text: stored, list: [stored] });
      }),
    );
  });

  it("is cut between characters", () => {
    expect(storable("ab😀", 3).isWellFormed()).toBe(true);
  });
});
