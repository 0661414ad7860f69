import { type NumberPhrase, numberPhraseAt } from "./number-phrase";
import { valueOfDigits } from "./number-value";
import type { Reader, Reading } from "./reading";
import { type Tokens, take, tokenAt, wordAt } from "./tokens";
import { CENTS, SIGNS_BEFORE, WORDS_BEHIND } from "./words/currencies";

type Currencies = readonly string[];

/** Sums of money: `R$ 1.234,56`, `1,200 dollars`, `mil e duzentos reais`, `50 centavos`. */
export function readAmounts({ tokens, dialect }: Reader): Reading[] {
  const found: Reading[] = [];
  for (let at = 0; at < tokens.list.length; at++) {
    const phrase = numberPhraseAt(tokens, at, dialect);
    if (!phrase) continue;
    const amount = amountAt(tokens, at, phrase, (next) => numberPhraseAt(tokens, next, dialect));
    if (!amount) {
      if (phrase.isInWords) at = phrase.end - 1;
      continue;
    }
    found.push({ kind: "amount", ...amount });
    take(tokens, amount.first, amount.end);
    at = amount.end - 1;
  }
  return found;
}

type Amount = { first: number; end: number; value: number; currencies: Currencies | null };

function amountAt(
  tokens: Tokens,
  at: number,
  said: NumberPhrase,
  numberAt: (index: number) => NumberPhrase | null,
): Amount | null {
  const before = signBefore(tokens, at);
  const wide = said.isInWords ? said : withBlanks(tokens, at, said);
  const phrase = before || currencyBehind(tokens, wide.end) ? wide : said;
  if (before) {
    const behind = currencyBehind(tokens, phrase.end);
    const isSame = behind?.currencies.some((one) => before.currencies.includes(one));
    return {
      first: before.first,
      end: behind && isSame ? behind.end : phrase.end,
      value: phrase.value,
      currencies: before.currencies,
    };
  }
  if (CENTS.has(wordAt(tokens, phrase.end)))
    return { first: at, end: phrase.end + 1, value: phrase.value / 100, currencies: null };
  const behind = currencyBehind(tokens, phrase.end);
  if (!behind) return null;
  const joint = JOINTS.has(wordAt(tokens, behind.end)) ? behind.end + 1 : behind.end;
  const cents = joint > behind.end ? numberAt(joint) : null;
  if (!cents || !CENTS.has(wordAt(tokens, cents.end)))
    return { first: at, end: behind.end, value: phrase.value, currencies: behind.currencies };
  const value = phrase.value + cents.value / 100;
  return { first: at, end: cents.end + 1, value, currencies: behind.currencies };
}

const JOINTS: ReadonlySet<string> = new Set(["e", "y", "and", "con", "com"]);

/** The longest sign that ends right before a number; no part of a longer word. */
function signBefore(tokens: Tokens, at: number): { first: number; currencies: Currencies } | null {
  for (let length = 3; length >= 1; length--) {
    const first = at - length;
    if (first < 0) continue;
    const parts = tokens.list.slice(first, at);
    if (parts.some((part, index) => index > 0 && !part.isGlued)) continue;
    const currencies = SIGNS_BEFORE.get(parts.map((part) => part.text).join(""));
    if (!currencies) continue;
    const head = parts[0];
    if (head?.kind === "word" && head.isGlued && tokens.list[first - 1]?.kind === "word") continue;
    return { first, currencies };
  }
  return null;
}

function currencyBehind(tokens: Tokens, at: number): { end: number; currencies: Currencies } | null {
  for (const skipped of ["", "de", "us", "of"]) {
    if (skipped !== "" && wordAt(tokens, at) !== skipped) continue;
    const index = skipped === "" ? at : at + 1;
    const token = tokenAt(tokens, index);
    if (!token) continue;
    if (token.text === "$" && token.isGlued && !tokens.list[index + 1]?.isGlued)
      return { end: index + 1, currencies: SIGNS_BEFORE.get("$") ?? [] };
    if (token.text === "r" && wordAt(tokens, index + 1) === "$" && tokens.list[index + 2]?.kind !== "number")
      return { end: index + 2, currencies: ["BRL"] };
    const currencies = WORDS_BEHIND.get(token.text);
    // A sign before the next amount is that amount's.
    if (!currencies || (token.kind === "sign" && tokens.list[index + 1]?.kind === "number")) continue;
    return { end: index + 1, currencies };
  }
  return null;
}

/** `R$ 1 234,56`: groups of three that a blank parts. */
function withBlanks(tokens: Tokens, at: number, phrase: NumberPhrase): NumberPhrase {
  let written = wordAt(tokens, at);
  let end = at + 1;
  if (phrase.end !== end || !/^\d{1,3}$/.test(written)) return phrase;
  while (/^\d{3}(?:[.,]\d{2})?$/.test(wordAt(tokens, end)) && !tokens.isTaken[end] && /^\d+$/.test(written)) {
    written += wordAt(tokens, end);
    end++;
  }
  return end === at + 1 ? phrase : { value: valueOfDigits(written), end, isInWords: false };
}
