import { type Tokens, wordAt } from "./tokens";
import type { Dialect } from "./words/numbers";
import { CONDITIONS, LEFT_OPEN, NEGATIONS, NEGATIONS_BEHIND, NOT_NEGATED, PROMISES } from "./words/promises";

/** A word that promises or threatens, and whether its sentence turns it round. */
export type PromiseAt = { family: string; isEither: boolean; isNegated: boolean; first: number; end: number };

type Pattern = { family: string; isEither: boolean; isExcept: boolean; words: readonly string[] };

const PATTERNS: readonly Pattern[] = PROMISES.flatMap(({ name, phrases, except = [], isEither = false }) => {
  const patterns = (list: readonly string[], isExcept: boolean) =>
    list.map((phrase) => ({ family: name, isEither, isExcept, words: phrase.split(" ") }));
  return [...patterns(except, true), ...patterns(phrases, false)];
});

/** By the word that they begin with, whole or as the beginning of one; longer phrases first. */
const BY_WORD = new Map<string, Pattern[]>();
const BY_START = new Map<string, Pattern[]>();
const START_LENGTH = 4;
for (const pattern of [...PATTERNS].sort((one, other) => other.words.length - one.words.length)) {
  const [word = ""] = pattern.words;
  const index = word.endsWith("*") ? BY_START : BY_WORD;
  const key = word.endsWith("*") ? word.slice(0, START_LENGTH) : word;
  index.set(key, [...(index.get(key) ?? []), pattern]);
}

/** Every promise and threat of a text, in its order. */
export function promisesIn(tokens: Tokens, dialect: Dialect): PromiseAt[] {
  const found: PromiseAt[] = [];
  for (let at = 0; at < tokens.list.length; at++) {
    const pattern = patternAt(tokens, at);
    if (!pattern) continue;
    const end = at + pattern.words.length;
    const { family, isEither, isExcept } = pattern;
    if (
      !isExcept &&
      !(LEFT_OPEN.has(family) && wordBefore(tokens, at, (word) => CONDITIONS.has(word)) !== null)
    ) {
      const isNegated =
        (isEither && isTurnedWithin(tokens, at, end, dialect)) || isTurnedBefore(tokens, at, dialect);
      found.push({ family, isEither, isNegated, first: at, end });
    }
    at = end - 1;
  }
  return found.map((one) => (one.family === "gift" ? withGift(tokens, one) : one));
}

function patternAt(tokens: Tokens, at: number): Pattern | null {
  const word = wordAt(tokens, at);
  const fits = (pattern: Pattern) =>
    pattern.words.every((part, index) => isPart(wordAt(tokens, at + index), part));
  const whole = BY_WORD.get(word)?.find(fits) ?? null;
  const start =
    (word.length >= START_LENGTH && BY_START.get(word.slice(0, START_LENGTH))?.find(fits)) || null;
  return whole && start && start.words.length > whole.words.length ? start : (whole ?? start);
}

/** `você ganha carro reserva`: what is given away is a part of the promise. */
function withGift(tokens: Tokens, promise: PromiseAt): PromiseAt {
  let { end } = promise;
  while (end < promise.end + MOST_GIVEN && tokens.list[end]?.kind === "word") end++;
  return { ...promise, end };
}

const MOST_GIVEN = 3;

const isPart = (word: string, part: string) =>
  part.endsWith("*") ? word.startsWith(part.slice(0, -1)) : word === part;

/** How many words before a promise may turn it round. */
const REACH = 5;

/** `no interest`, `interest-free`, `juros zero`. */
function isTurnedWithin(tokens: Tokens, first: number, end: number, dialect: Dialect): boolean {
  if (NEGATIONS[dialect].has(wordAt(tokens, first)) || wordAt(tokens, end - 1) === "free") return true;
  return NEGATIONS_BEHIND.some((words) => words.every((word, index) => wordAt(tokens, end + index) === word));
}

function isTurnedBefore(tokens: Tokens, first: number, dialect: Dialect): boolean {
  const at = wordBefore(tokens, first, (word) => NEGATIONS[dialect].has(word));
  return at !== null && !NOT_NEGATED.has(wordAt(tokens, at + 1));
}

/** The nearest of such words before a token within its sentence. */
function wordBefore(tokens: Tokens, first: number, isMeant: (word: string) => boolean): number | null {
  for (let at = first - 1; at >= 0 && at >= first - REACH; at--) {
    const token = tokens.list[at];
    if (!token || token.kind === "line" || ENDS.has(token.text)) return null;
    if (isMeant(token.text)) return at;
  }
  return null;
}

const ENDS: ReadonlySet<string> = new Set([".", "!", "?", ";", ":", "mas", "but", "pero"]);
