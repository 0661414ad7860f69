import { expect, test } from "vitest";
import { guard } from "./guard";
import { ask } from "./test-guard";

/** Texts that are bad for expressions which look twice at what they have seen. */
const LONG: Record<string, string> = {
  digits: "1".repeat(100_000),
  "digits with dots": "1.".repeat(50_000),
  "digits with blanks": "1 ".repeat(50_000),
  dots: ".".repeat(100_000),
  brackets: "[".repeat(100_000),
  braces: "{{".repeat(50_000),
  "opening signs": "<a".repeat(50_000),
  letters: "a".repeat(100_000),
  capitals: "Ab ".repeat(33_333),
  "at signs": "a@".repeat(50_000),
  "number words": "mil e ".repeat(16_667),
  weekdays: "terça, ".repeat(14_285),
  "the Portuguese no": "não ".repeat(25_000),
  prose: "Oi Ana, o boleto de R$ 10,00 vence amanhã às 9h. ".repeat(2_000),
  marks: "a\u0301".repeat(50_000),
  invisible: "\u200b".repeat(100_000),
};

/** What takes time in proportion needs a hundredth of this; what does not, minutes. */
const MOST_MS = 30_000;

test.each(Object.keys(LONG))(
  "takes no longer for a long text than it is long: %s",
  (name) => {
    expect(guard(ask(LONG[name] ?? "", { channel: "email" }))).toBeInstanceOf(Array);
  },
  MOST_MS,
);
