import type { SequenceDraft } from "@/lib/core/model";
import type { Difference } from "./difference";
import { byId } from "./same";
import { sequenceChanges } from "./sequence-changes";
import { stepChanges } from "./step-changes";

/**
 * What makes one version another, in the order in which a person reads them: the sequence, then its steps as they stand
 * afterwards, then the steps that are gone. Steps and variants are followed by their ids. Pure; empty exactly when both
 * say the same as JSON.
 */
export function differences(before: SequenceDraft, after: SequenceDraft): Difference[] {
  const found: Difference[] = sequenceChanges(before, after).map((change) => ({
    step: null,
    variant: null,
    change,
  }));
  const old = byId(before.steps);
  const fresh = byId(after.steps);
  const moved = movedKeys(
    [...old.keys()].filter((key) => fresh.has(key)),
    [...fresh.keys()].filter((key) => old.has(key)),
    (key) => old.get(key)?.index === fresh.get(key)?.index,
  );
  for (const [key, { item: step, index }] of fresh) {
    const place = { id: step.id, number: index + 1, name: step.name ?? null };
    const was = old.get(key);
    const add = (change: Difference["change"], variant: number | null = null) =>
      found.push({ step: place, variant, change });
    if (!was) {
      add({ code: "step_added" });
      continue;
    }
    if (moved.has(key)) add({ code: "step_moved", before: was.index + 1, after: index + 1 });
    for (const { variant, change } of stepChanges(was.item, step)) add(change, variant);
  }
  for (const [key, { item: step, index }] of old) {
    if (fresh.has(key)) continue;
    const place = { id: step.id, number: index + 1, name: step.name ?? null };
    found.push({ step: place, variant: null, change: { code: "step_removed" } });
  }
  return found;
}

/** How much more it counts that a step kept its order than that it kept its number, which only breaks ties. */
const IN_ORDER = 1_000;

/** The fewest steps whose moving explains the new order: all but a longest run that kept its order. */
function movedKeys(before: string[], after: string[], keepsNumber: (key: string) => boolean): Set<string> {
  const places = after.map((key) => before.indexOf(key));
  const best: { length: number; previous: number }[] = [];
  let last = -1;
  for (const [index, place] of places.entries()) {
    const own = IN_ORDER + (keepsNumber(after[index] ?? "") ? 1 : 0);
    let length = own;
    let previous = -1;
    for (let i = 0; i < index; i++) {
      const at = best[i];
      if (at && (places[i] ?? 0) < place && at.length + own > length) {
        length = at.length + own;
        previous = i;
      }
    }
    best.push({ length, previous });
    if (length > (best[last]?.length ?? 0)) last = index;
  }
  const kept = new Set<string>();
  for (let i = last; i >= 0; i = best[i]?.previous ?? -1) kept.add(after[i] ?? "");
  return new Set(after.filter((key) => !kept.has(key)));
}
