import type { Content, Step } from "./model";

/**
 * Everything random about a run (its place in a spread, its variants, whether it is held out) comes from this seed,
 * which is known before the run exists: so a preview before enrolling is exact.
 */
export function runSeed({ sequenceId, contactId }: { sequenceId: string; contactId: string }): string {
  return `${sequenceId}:${contactId}`;
}

/** A number from 0 to 1, without 1, that depends on the text alone (FNV-1a). */
export function fractionOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // FNV alone barely moves the high bits of texts that differ in their last character.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/**
 * What this run says in this step: one of its variants by weight, or its only content with null as the id. The
 * choices of two steps do not depend on each other.
 */
export function variantOf(
  step: Pick<Step, "id" | "content" | "weight" | "variants">,
  seed: string,
): { variantId: string | null; content: Content } {
  if (step.variants.length === 0) return { variantId: null, content: step.content };
  const all = [{ id: step.id, weight: step.weight, content: step.content }, ...step.variants];
  const total = all.reduce((sum, one) => sum + one.weight, 0);
  let left = fractionOf(`${seed}:variant:${step.id}`) * total;
  for (const { id, weight, content } of all) {
    if (left < weight) return { variantId: id, content };
    left -= weight;
  }
  return { variantId: step.id, content: step.content };
}

/** Whether the run belongs to the share that gets nothing. `percent` from 0 to 100. */
export function isHeldOut(seed: string, percent: number): boolean {
  return fractionOf(`${seed}:holdout`) * 100 < percent;
}
