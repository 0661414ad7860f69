import { tokensOf } from "./tokens";

/** Of two texts so many of all neighbouring words are the same. */
const NEAR = 0.8;
/** Shorter texts repeat only what is the same throughout. */
const LEAST_WORDS = 6;

/** The earlier text that this one repeats, word for word or nearly so. */
export function repeatedOf(text: string, earlier: readonly string[]): string | null {
  if (earlier.length === 0) return null;
  const words = wordsOf(text);
  if (words.length === 0) return null;
  const pairs = pairsOf(words);
  return earlier.find((before) => isNear(words, pairs, wordsOf(before))) ?? null;
}

const wordsOf = (text: string): string[] =>
  tokensOf(text)
    .list.filter(({ kind }) => kind === "word" || kind === "number")
    .map((token) => token.text);

/** How often each two words stand side by side. */
function pairsOf(words: readonly string[]): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < words.length; at++) {
    const pair = `${words[at]} ${words[at + 1]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function isNear(
  words: readonly string[],
  pairs: ReadonlyMap<string, number>,
  before: readonly string[],
): boolean {
  if (words.length === before.length && words.every((word, index) => word === before[index])) return true;
  if (words.length < LEAST_WORDS || before.length < LEAST_WORDS) return false;
  let shared = 0;
  for (const [pair, count] of pairsOf(before)) shared += Math.min(count, pairs.get(pair) ?? 0);
  return (2 * shared) / (words.length + before.length - 2) >= NEAR;
}
