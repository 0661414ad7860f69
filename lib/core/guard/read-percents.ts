import { numberPhraseAt } from "./number-phrase";
import { phraseAt, phrasesOf } from "./phrases";
import type { Reader, Reading } from "./reading";
import { type Tokens, take } from "./tokens";

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

const SIGNS = phrasesOf(
  [
    "%",
    "percent",
    "pct",
    "por cento",
    "por ciento",
    "per cent",
    "percentage points",
    "pontos percentuais",
  ].map((words) => ({
    words: words.split(" "),
  })),
);

function endOfPercent(tokens: Tokens, at: number): number | null {
  const sign = phraseAt(SIGNS, tokens, at);
  return sign ? at + sign.words.length : null;
}
