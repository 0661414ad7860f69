import { halfBehind, inHalves, timeOf } from "./clock";
import { numberPhraseAt } from "./number-phrase";
import type { Reader, Reading } from "./reading";
import { type Tokens, tokenAt, wordAt } from "./tokens";
import type { Dialect } from "./words/numbers";

/** `half past two`, `twenty to seven`, `vinte para as sete`, `las siete menos veinte`. */
export function pastTime(reader: Reader, at: number): Reading | null {
  const { tokens, dialect } = reader;
  const part = minutesAt(reader, at);
  const side = part && SIDES[dialect].get(wordAt(tokens, part.end));
  if (part && side) {
    const first = ARTICLES.has(wordAt(tokens, part.end + 1)) ? part.end + 2 : part.end + 1;
    const hour = numberPhraseAt(tokens, first, dialect);
    return hour && hour.value <= 24
      ? besideHour(tokens, at, hour.end, hour.value * 60 + part.value * side)
      : null;
  }
  const hour = dialect === "es" ? numberPhraseAt(tokens, at, dialect) : null;
  if (!hour || hour.value > 24 || wordAt(tokens, hour.end) !== "menos") return null;
  const less = minutesAt(reader, hour.end + 1);
  return less && besideHour(tokens, at, less.end, hour.value * 60 - less.value);
}

const SIDES: Record<Dialect, ReadonlyMap<string, number>> = {
  en: new Map([
    ["past", 1],
    ["to", -1],
  ]),
  pt: new Map([
    ["para", -1],
    ["pras", -1],
    ["pra", -1],
  ]),
  es: new Map([["para", -1]]),
};
const ARTICLES: ReadonlySet<string> = new Set(["as", "a", "o", "las", "la"]);

/** Minutes in words that come before or behind an hour. */
function minutesAt({ tokens, dialect }: Reader, at: number): { value: number; end: number } | null {
  const named = NAMED_MINUTES.get(tokenAt(tokens, at)?.text ?? "");
  if (named !== undefined) return { value: named, end: at + 1 };
  const phrase = numberPhraseAt(tokens, at, dialect);
  return phrase?.isInWords && phrase.value >= 5 && phrase.value < 60 ? phrase : null;
}

const NAMED_MINUTES: ReadonlyMap<string, number> = new Map([
  ["half", 30],
  ["quarter", 15],
  ["cuarto", 15],
]);

function besideHour(tokens: Tokens, first: number, end: number, minutes: number): Reading {
  const half = halfBehind(tokens, end);
  return timeOf(first, half.end, inHalves(minutes, half.isAfternoon, true));
}
