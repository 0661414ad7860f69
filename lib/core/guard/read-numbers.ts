import { type NumberPhrase, numberPhraseAt } from "./number-phrase";
import { phraseAt, phrasesOf } from "./phrases";
import type { NumberReading, Reader, Reading } from "./reading";
import { type Tokens, take, tokenAt, wordAt } from "./tokens";
import { HARMLESS, NO_NOUNS } from "./words/harmless";
import { COUNTED_IN_ORDER, FRACTIONS, ONES, ORDINALS } from "./words/numbers";
import {
  AHEAD,
  AHEAD_AFTER,
  BEHIND,
  BEHIND_AFTER,
  BEHIND_LATER,
  BUSINESS,
  MOMENTARY,
  UNITS,
  type Unit,
} from "./words/units";

const HARMLESS_PHRASES = phrasesOf(HARMLESS.map((words) => ({ words })));

/** The numbers that are nothing else, with what they count: `3 parcelas`, `em 5 dias`, `metade`, `24 horas`. */
export function readNumbers(reader: Reader): Reading[] {
  const { tokens, dialect } = reader;
  const found: Reading[] = [];
  const bullets = bulletsOf(tokens);
  for (let at = 0; at < tokens.list.length; at++) {
    if (tokens.isTaken[at] || bullets.has(at)) continue;
    const harmless = phraseAt(HARMLESS_PHRASES, tokens, at);
    if (harmless) {
      at += harmless.words.length - 1;
      continue;
    }
    const reading =
      halfUnit(tokens, at) ?? articleUnit(reader, at) ?? fractionAt(tokens, at) ?? ordinalAt(reader, at);
    const phrase = reading ? null : numberPhraseAt(tokens, at, dialect);
    const counted = phrase ? countedAt(tokens, at, phrase) : reading;
    if (counted) {
      found.push(counted);
      take(tokens, counted.first, counted.end);
      at = counted.end - 1;
    } else if (phrase) at = phrase.end - 1;
  }
  return found;
}

/** `1.` and `2)` at the beginning of lines, as long as they count from one on. */
function bulletsOf(tokens: Tokens): ReadonlySet<number> {
  const bullets = new Set<number>();
  let next = 1;
  tokens.list.forEach((token, at) => {
    const isFirst = at === 0 || tokens.list[at - 1]?.kind === "line";
    const mark = tokens.list[at + 1];
    if (!isFirst || token.text !== String(next)) return;
    if (!mark?.isGlued || !BULLETS.has(mark.text) || tokens.list[at + 2]?.isGlued) return;
    bullets.add(at);
    next++;
  });
  return bullets;
}

const BULLETS: ReadonlySet<string> = new Set([".", ")", "-", ":"]);

const plain = (first: number, end: number, value: number, written: string): NumberReading & Reading => ({
  ...{ kind: "number", value, written, first, end },
  ...{ unit: null, noun: null, direction: null },
});

/** `meia hora`, `media hora`, `half an hour`. */
function halfUnit(tokens: Tokens, at: number): (NumberReading & Reading) | null {
  const half = phraseAt(HALF_HOURS, tokens, at);
  if (!half) return null;
  return { ...plain(at, at + half.words.length, 30, "30"), unit: { measure: "minutes", size: 1 } };
}

const HALF_HOURS = phrasesOf(
  ["meia hora", "media hora", "half an hour", "half hour"].map((words) => ({ words: words.split(" ") })),
);

/** `in a month`, `an hour ago`: the English article before a length of time that something lies away. */
function articleUnit({ tokens, dialect }: Reader, at: number): (NumberReading & Reading) | null {
  const word = tokenAt(tokens, at)?.text;
  const unit =
    dialect === "en" && (word === "a" || word === "an") ? UNITS.get(wordAt(tokens, at + 1)) : undefined;
  if (!unit || MOMENTARY.has(wordAt(tokens, at + 1))) return null;
  const direction = directionOf(tokens, at, at + 2);
  if (!isMeant(tokens, at, unit, direction)) return null;
  return { ...plain(at, at + 2, 1, "1"), unit, direction };
}

function fractionAt(tokens: Tokens, at: number): Reading | null {
  const word = tokenAt(tokens, at)?.text ?? "";
  const value = FRACTIONS.get(word);
  if (value === undefined) return null;
  // `double-check`, `doble click`
  if (["check", "checking"].includes(wordAt(tokens, at + (wordAt(tokens, at + 1) === "-" ? 2 : 1))))
    return null;
  return plain(at, at + 1, value, word);
}

/** `terceira parcela`, `3rd installment`: a number that a fact has to support. */
function ordinalAt({ tokens, dialect }: Reader, at: number): Reading | null {
  const token = tokenAt(tokens, at);
  const value = token?.kind === "word" ? ORDINALS[dialect].get(token.text) : undefined;
  if (value === undefined || !COUNTED_IN_ORDER.has(wordAt(tokens, at + 1))) return null;
  return plain(at, at + 2, value, String(value));
}

function countedAt(tokens: Tokens, at: number, phrase: NumberPhrase): (NumberReading & Reading) | null {
  const { value } = phrase;
  const isOne = phrase.end === at + 1 && ONES.has(wordAt(tokens, at));
  if (phrase.isInWords && value === 0) return null;
  const behind = tokenAt(tokens, phrase.end);
  if (value === 1 && MOMENTARY.has(behind?.text ?? "")) return null;
  const written = phrase.isInWords ? String(value) : wordAt(tokens, at);
  const counted = { ...plain(at, phrase.end, value, written), ...unitAt(tokens, phrase.end) };
  const direction = directionOf(tokens, at, counted.end);
  if (isOne && !isMeant(tokens, at, counted.unit, direction)) return null;
  return { ...counted, direction };
}

/** An article is a number before what is paid in parts, and before a length of time that something lies away. */
function isMeant(
  tokens: Tokens,
  at: number,
  unit: Unit | null,
  direction: NumberReading["direction"],
): boolean {
  if (!unit || unit.measure === "times") return false;
  const isClose = [1, 2].some((step) => CLAIMS.has(wordAt(tokens, at - step)));
  return direction === "behind" || (direction === "ahead" && isClose);
}

const CLAIMS: ReadonlySet<string> = new Set(
  "em in en dentro within daqui falta faltam por for durante de".split(" "),
);

function unitAt(tokens: Tokens, at: number): Pick<NumberReading, "unit" | "noun"> & { end: number } {
  const hyphen = wordAt(tokens, at) === "-" && tokens.list[at]?.isGlued ? 1 : 0;
  const word = tokenAt(tokens, at + hyphen);
  if (word?.kind !== "word") return { ...ofRange(tokens, at), end: at };
  const isBusinessFirst = BUSINESS.has(word.text);
  const said = isBusinessFirst ? tokenAt(tokens, at + hyphen + 1) : word;
  const unit = UNITS.get(said?.text ?? "");
  if (!unit) return beyondAdjective(tokens, at, word.text) ?? { ...ofRange(tokens, at), end: at };
  const end = at + hyphen + (isBusinessFirst ? 2 : 1);
  const isBusiness = isBusinessFirst || BUSINESS.has(wordAt(tokens, end));
  if (!isBusiness || unit.size !== DAY) return { unit, noun: null, end };
  return { unit: { measure: "business_days", size: 1 }, noun: null, end: isBusinessFirst ? end : end + 1 };
}

const DAY = 1_440;

/** `6 monthly installments`, `two full weeks`: one word may stand before what is counted. */
function beyondAdjective(tokens: Tokens, at: number, word: string) {
  const next = tokenAt(tokens, at + 1)?.text ?? "";
  const unit = NO_NOUNS.has(word) || next.length < 3 ? undefined : UNITS.get(next);
  return unit ? { unit, noun: null, end: at + 2 } : null;
}

/** `2-3 weeks`, `3 a 5 dias`: the first number counts the same. */
function ofRange(tokens: Tokens, at: number): Pick<NumberReading, "unit" | "noun"> {
  const word = wordAt(tokens, at);
  const isRange = RANGE.has(word) && tokenAt(tokens, at + 1)?.kind === "number";
  const isBusinessFirst = BUSINESS.has(wordAt(tokens, at + 2));
  const unit = isRange ? UNITS.get(wordAt(tokens, isBusinessFirst ? at + 3 : at + 2)) : undefined;
  if (unit) {
    const isBusiness = unit.size === DAY && (isBusinessFirst || BUSINESS.has(wordAt(tokens, at + 3)));
    return { unit: isBusiness ? { measure: "business_days", size: 1 } : unit, noun: null };
  }
  return { unit: null, noun: tokenAt(tokens, at)?.kind !== "word" || NO_NOUNS.has(word) ? null : word };
}

const RANGE: ReadonlySet<string> = new Set(["-", "a", "to", "ou", "or", "o", "e", "and", "y", "ate"]);

function directionOf(tokens: Tokens, at: number, end: number): NumberReading["direction"] {
  const before = [1, 2, 3].map((step) => wordAt(tokens, at - step));
  const [last = "", second = ""] = before;
  const behind = wordAt(tokens, end);
  if (BEHIND_AFTER.has(behind) || BEHIND_LATER.has(behind) || BEHIND_LATER.has(wordAt(tokens, end + 1)))
    return "behind";
  if (BEHIND.has(last) || (BEHIND.has(second) && FILLERS.has(last))) return "behind";
  if (AHEAD_AFTER.has(behind)) return "ahead";
  if (AHEAD.has(last) || (AHEAD.has(second) && FILLERS.has(last))) return "ahead";
  return null;
}

const FILLERS: ReadonlySet<string> = new Set(
  "ate de a apenas so just only solo about cerca unos mais more about the".split(" "),
);
