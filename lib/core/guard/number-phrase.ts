import { valueOfDigits } from "./number-value";
import { type Tokens, tokenAt, wordAt } from "./tokens";
import { type Dialect, MULTIPLIERS, NUMBER_JOINTS, NUMBER_WORDS, SHORT_MULTIPLIERS } from "./words/numbers";

/** `end`: the first token behind it. */
export type NumberPhrase = { value: number; end: number; isInWords: boolean };

/** The number that begins at a token, in digits (`1,2 mil`) or in words (`mil e duzentos`), or null. */
export function numberPhraseAt(tokens: Tokens, first: number, dialect: Dialect): NumberPhrase | null {
  const token = tokenAt(tokens, first);
  if (token?.kind === "number") return inDigits(tokens, first, dialect);
  return token?.kind === "word" ? inWords(tokens, first, dialect) : null;
}

function inDigits(tokens: Tokens, first: number, dialect: Dialect): NumberPhrase {
  const value = valueOfDigits(tokens.list[first]?.text ?? "");
  const behind = tokenAt(tokens, first + 1);
  const size = behind?.kind === "word" ? multiplier(behind.text, dialect) : null;
  const isShort = SHORT_MULTIPLIERS.has(behind?.text ?? "");
  if (!behind || size === null || (isShort && !behind.isGlued && behind.text === "k"))
    return { value, end: first + 1, isInWords: false };
  return { value: rounded(value * size), end: first + 2, isInWords: false };
}

/** `m` is a thousand thousands right behind digits in English alone; elsewhere it is metres. */
function multiplier(word: string, dialect: Dialect): number | null {
  if (word === "mil" && dialect === "en") return null;
  return MULTIPLIERS.get(word) ?? null;
}

/** Sums up in the way people say numbers: what follows is smaller, or multiplies what was said. */
function inWords(tokens: Tokens, first: number, dialect: Dialect): NumberPhrase | null {
  const head = tokens.list[first]?.text ?? "";
  if (!NUMBER_WORDS[dialect].has(head) && !MULTIPLIERS.has(head)) return null;
  let at = first;
  let total = 0;
  let group = 0;
  let least = Number.POSITIVE_INFINITY;
  let end = first;
  for (let count = 0; count < MOST_WORDS; count++) {
    const word = tokenAt(tokens, at)?.kind === "word" ? (tokenAt(tokens, at)?.text ?? "") : "";
    const isFirst = end === first;
    const value = NUMBER_WORDS[dialect].get(word);
    const size = SHORT_MULTIPLIERS.has(word) ? null : multiplier(word, dialect);
    if (value === 100 && dialect === "en" && (isFirst || (group > 0 && group < 100))) {
      group = Math.max(group, 1) * 100;
      least = 100;
    } else if (value !== undefined && (isFirst || fits(value, least))) {
      group += value;
      least = magnitude(value);
    } else if (size !== null && (isFirst || (group > 0 && total === 0) || total > size)) {
      total += Math.max(group, 1) * size;
      group = 0;
      least = size;
    } else break;
    at++;
    end = at;
    if (isJoint(tokens, at, dialect)) at++;
  }
  return end === first ? null : { value: total + group, end, isInWords: true };
}

/** Protects against words that never end; no number of a message has more. */
const MOST_WORDS = 14;

/** `vinte e cinco` goes on, `três e quatro` does not. */
const fits = (value: number, least: number) => value > 0 && value < least && least > 1 && value !== 12;
const magnitude = (value: number) => (value >= 100 ? 100 : value >= 20 ? 10 : 1);

function isJoint(tokens: Tokens, at: number, dialect: Dialect): boolean {
  const token = tokenAt(tokens, at);
  if (token?.text === NUMBER_JOINTS[dialect]) return true;
  // `dois mil, cento e oitenta`
  const behind = NUMBER_WORDS[dialect].get(wordAt(tokens, at + 1)) ?? 0;
  if (token?.text === "," && MULTIPLIERS.has(wordAt(tokens, at - 1)) && behind >= 100) return true;
  return dialect === "en" && token?.text === "-" && token.isGlued && tokens.list[at + 1]?.isGlued === true;
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
