import { type Tokens, wordAt } from "./tokens";

/** Phrases by their first word, so that a text is read once however many there are. Earlier ones win. */
export type Phrases<T extends { words: readonly string[] }> = ReadonlyMap<string, readonly T[]>;

export function phrasesOf<T extends { words: readonly string[] }>(list: readonly T[]): Phrases<T> {
  const byWord = new Map<string, T[]>();
  for (const phrase of list) {
    const [word = ""] = phrase.words;
    const beside = byWord.get(word);
    if (beside) beside.push(phrase);
    else byWord.set(word, [phrase]);
  }
  return byWord;
}

export function phraseAt<T extends { words: readonly string[] }>(
  phrases: Phrases<T>,
  tokens: Tokens,
  at: number,
): T | undefined {
  return phrases.get(wordAt(tokens, at))?.find(({ words }) => says(tokens, at, words));
}

export const says = (tokens: Tokens, at: number, words: readonly string[]): boolean =>
  words.every((word, index) => wordAt(tokens, at + index) === word);
