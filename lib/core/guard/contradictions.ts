import type { VettedFact } from "../model-maestro";
import { dialectOf } from "./dialect";
import { type Tokens, tokensOf } from "./tokens";
import { MONTHS, WEEKDAYS } from "./words/calendar";
import type { Dialect } from "./words/numbers";
import { NEGATIONS, NOT_NEGATED } from "./words/promises";
import { UNITS } from "./words/units";

/** A word that stands behind a negation (`not refundable`) or anywhere else. */
type Said = { word: string; isNegated: boolean; at: number };

/** What the facts say only with a negation before it, and what only without. */
export type Sides = ReadonlyMap<string, { isNegated: boolean; fact: string; says: string }>;

/** Of the account's own sentences; what a step asks for is no statement. */
export function sidesOf(facts: readonly VettedFact[], dialect: Dialect): Sides {
  const sides = new Map<string, { isNegated: boolean; fact: string; says: string } | null>();
  for (const fact of facts) {
    if (fact.kind !== "text" || fact.name === "instruction") continue;
    const tokens = tokensOf(fact.value);
    for (const { word, isNegated } of saidIn(tokens, dialectOf(tokens, dialect))) {
      const before = sides.get(word);
      const side = { isNegated, fact: fact.name, says: word };
      sides.set(word, before === undefined || before?.isNegated === isNegated ? side : null);
    }
  }
  return new Map([...sides].flatMap(([word, side]) => (side ? [[word, side] as const] : [])));
}

/** Words that a text says where a fact denies them, or denies where a fact says them. */
export function contradictionsIn(tokens: Tokens, dialect: Dialect, sides: Sides) {
  return saidIn(tokens, dialect).flatMap(({ word, isNegated, at }) => {
    const side = sides.get(word);
    // A word that nobody negates is no statement of its own.
    if (!side || side.isNegated === isNegated || !(side.isNegated || isNegated)) return [];
    return [
      {
        first: at,
        end: at + 1,
        fact: { name: side.fact, says: side.isNegated ? `not: ${side.says}` : side.says },
      },
    ];
  });
}

/** Shorter words are articles, pronouns and forms of `to be`. */
const LEAST_LETTERS = 5;
/** A negation reaches over so many small words. */
const REACH = 3;

function saidIn({ list }: Tokens, dialect: Dialect): Said[] {
  const said: Said[] = [];
  let since = Number.POSITIVE_INFINITY;
  list.forEach(({ kind, text }, at) => {
    if (kind !== "word") {
      if (text !== "'") since = Number.POSITIVE_INFINITY;
      return;
    }
    since++;
    if (NEGATIONS[dialect].has(text)) since = 0;
    else if (NOT_NEGATED.has(text) && since === 1) since = Number.POSITIVE_INFINITY;
    else if (text.length >= LEAST_LETTERS && !UNITS.has(text) && !WEEKDAYS.has(text) && !MONTHS.has(text)) {
      said.push({ word: text, isNegated: since <= REACH, at });
      since = Number.POSITIVE_INFINITY;
    }
  });
  return said;
}
