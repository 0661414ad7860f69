import { saysOf } from "./guard/says";
import type { VettedFact } from "./model-maestro";

/**
 * The first fact that a text rests on and that is not what it was: null where all still hold. Facts that were not there
 * before change nothing about a text. `after` is null where the fact is gone.
 */
export function sameFacts(
  before: readonly VettedFact[],
  after: readonly VettedFact[],
): null | { fact: string; before: string; after: string | null } {
  const now = new Map(after.map((fact) => [fact.name, saysOf(fact)]));
  for (const fact of before) {
    const said = saysOf(fact);
    const says = now.get(fact.name) ?? null;
    if (says !== said) return { fact: fact.name, before: said, after: says };
  }
  return null;
}
