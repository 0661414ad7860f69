import type { VettedFact } from "../model-maestro";
import { fold } from "./folded";
import { tokensOf } from "./tokens";

export type NameWords = {
  /** Every word that a fact says. */
  all: ReadonlySet<string>;
  /** Those of the contact's own name; empty where it is not known. */
  ofContact: ReadonlySet<string>;
  /** Those of whoever speaks for the account. */
  ofAgent: ReadonlySet<string>;
};

const SPOKEN: ReadonlySet<VettedFact["kind"]> = new Set(["name", "text"]);

/** What may stand with a capital because a fact says it. Words that a name makes together count, too: `LojaAzul`. */
export function nameWordsOf(facts: readonly VettedFact[]): NameWords {
  const all = new Set<string>();
  const ofContact = new Set<string>();
  const ofAgent = new Set<string>();
  for (const fact of facts) {
    if (!SPOKEN.has(fact.kind)) continue;
    const words = tokensOf(String(fact.value))
      .list.filter(({ kind }) => kind === "word")
      .map(({ text }) => text);
    for (const word of words) all.add(singular(word));
    for (const word of words) all.add(word);
    if (fact.kind === "name") all.add(words.join(""));
    if (fact.kind !== "name") continue;
    const own = /^contact\.(?:first_)?name$/.test(fact.name)
      ? ofContact
      : fact.name === "agent.name"
        ? ofAgent
        : null;
    for (const word of words) own?.add(word);
  }
  return { all, ofContact, ofAgent };
}

/** Without the English genitive. */
export const singular = (word: string): string => word.replace(/'s?$/, "");

/** The fact of a name that is written most like these words. */
export function nearestName(words: string, facts: readonly VettedFact[]): VettedFact | null {
  const names = facts.filter(({ kind }) => kind === "name");
  const said = fold(words).lower;
  let best: { fact: VettedFact; shared: number } | null = null;
  for (const fact of names) {
    const shared = sharedLetters(said, fold(String(fact.value)).lower);
    if (!best || shared > best.shared) best = { fact, shared };
  }
  return best?.fact ?? null;
}

/** How many pairs of neighbouring letters two words share. */
function sharedLetters(one: string, other: string): number {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < Math.min(one.length, 200); at++) pairs.add(one.slice(at, at + 2));
  let shared = 0;
  for (let at = 0; at + 1 < Math.min(other.length, 200); at++)
    if (pairs.has(other.slice(at, at + 2))) shared++;
  return shared;
}
