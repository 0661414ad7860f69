import { numberPhraseAt } from "./number-phrase";
import type { Reader, Reading } from "./reading";
import { type Tokens, take, wordAt } from "./tokens";

/** `20%`, `20 por cento`, `twenty percent`. */
export function readPercents({ tokens, dialect }: Reader): Reading[] {
  const found: Reading[] = [];
  for (let at = 0; at < tokens.list.length; at++) {
    const phrase = numberPhraseAt(tokens, at, dialect);
    if (!phrase) continue;
    const end = endOfPercent(tokens, phrase.end);
    if (end !== null) {
      found.push({ kind: "percent", value: phrase.value, first: at, end });
      take(tokens, at, end);
    }
    at = (end ?? (phrase.isInWords ? phrase.end : at + 1)) - 1;
  }
  return found;
}

const SIGNS: readonly (readonly string[])[] = [
  ["%"],
  ["percent"],
  ["pct"],
  ["por", "cento"],
  ["por", "ciento"],
  ["per", "cent"],
  ["percentage", "points"],
  ["pontos", "percentuais"],
];

function endOfPercent(tokens: Tokens, at: number): number | null {
  const sign = SIGNS.find((words) => words.every((word, index) => wordAt(tokens, at + index) === word));
  return sign ? at + sign.length : null;
}
