import { type Content, MAX_FURTHER_VARIANTS, type Step } from "@/lib/core/model";
import { newStepId } from "../editor/draft";

/** Edits of a step's variants. The step's own content is the first of them and has the step's id. */

export type StepVariant = { id: string; weight: number; content: Content };

export const variantsOf = (step: Step): StepVariant[] => [
  { id: step.id, weight: step.weight, content: step.content },
  ...step.variants,
];

/** A, B, C, D: how people call them. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);

export const canAddVariant = (step: Step): boolean => step.variants.length < MAX_FURTHER_VARIANTS;

export function changeVariant(
  step: Step,
  id: string,
  change: Partial<Omit<StepVariant, "id">>,
): Partial<Step> {
  if (id === step.id) return change;
  return { variants: step.variants.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

/** A copy of the one that is looked at, to change a word or two of; it gets the same share. */
export function addVariant(step: Step, from: StepVariant): Partial<Step> {
  if (!canAddVariant(step)) return {};
  return { variants: [...step.variants, { ...from, id: newStepId() }] };
}

/** Without the first one the second takes its place, as a step always has a content of its own. */
export function removeVariant(step: Step, id: string): Partial<Step> {
  if (id !== step.id) return { variants: step.variants.filter((one) => one.id !== id) };
  const [next, ...rest] = step.variants;
  return next ? { content: next.content, weight: next.weight, variants: rest } : {};
}

/** Everybody gets this one from now on. */
export const makeOnly = ({ content }: StepVariant): Partial<Step> => ({ content, weight: 1, variants: [] });

/** Shares in whole percent that always add up to 100; what rounding leaves goes to the largest remainders. */
export function percentsOf(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (weight * 100) / sum);
  const percents = exact.map(Math.floor);
  const byRemainder = exact
    .map((share, index) => ({ index, rest: share % 1 }))
    .sort((a, b) => b.rest - a.rest);
  const left = 100 - percents.reduce((total, percent) => total + percent, 0);
  for (const { index } of byRemainder.slice(0, left)) percents[index] = (percents[index] ?? 0) + 1;
  return percents;
}
