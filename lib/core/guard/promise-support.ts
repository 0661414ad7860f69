import type { VettedFact } from "../model-maestro";
import { dialectOf } from "./dialect";
import { placed } from "./folded";
import { type PromiseAt, promisesIn } from "./read-promises";
import { tokensOf } from "./tokens";
import type { Dialect } from "./words/numbers";
import { PROMISES } from "./words/promises";

/** What the facts promise, by its family, and what they rule out. */
export type FactPromises = ReadonlyMap<string, { isNegated: boolean; fact: string; says: string }[]>;

export function promisesOf(facts: readonly VettedFact[], dialect: Dialect): FactPromises {
  const promises = new Map<string, { isNegated: boolean; fact: string; says: string }[]>();
  for (const fact of facts) {
    // What a figure is called says what it is: `contact.desconto`.
    const isSpoken = fact.kind === "text" || fact.kind === "name";
    const tokens = tokensOf(isSpoken ? fact.value : fact.name.replace(/^\w+\./, "").replaceAll("_", " "));
    for (const { family, isNegated, first, end } of promisesIn(tokens, dialectOf(tokens, dialect))) {
      const from = tokens.list[isNegated ? Math.max(first - 2, 0) : first]?.from ?? 0;
      const { words } = placed(tokens.folded, from, tokens.list[end - 1]?.to ?? from);
      const list = promises.get(family) ?? [];
      promises.set(family, [...list, { isNegated, fact: fact.name, says: words }]);
    }
  }
  return promises;
}

/** A fact promises the same and does not rule it out. Where none speaks of it, to deny it promises nothing. */
export function isPromised({ family, isEither, isNegated }: PromiseAt, promises: FactPromises): boolean {
  const implied = IMPLIED.get(family) ?? [];
  const said = [family, ...implied].flatMap((one) => promises.get(one) ?? []);
  if (said.length === 0) return isNegated && !isEither;
  return said.some((one) => one.isNegated === isNegated);
}

const IMPLIED = new Map(PROMISES.map(({ name, impliedBy = [] }) => [name, impliedBy] as const));
