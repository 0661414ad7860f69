import type { SequenceSnapshot } from "./model";

type Steps = Pick<SequenceSnapshot, "steps">;

/**
 * Where a run that stands at a step of one version goes on in another: at the same step, else at the next one of the
 * old order that is still there. Null, past the last step, when none is.
 */
export function matchingStepId(stepId: string | null, from: Steps, to: Steps): string | null {
  const index = from.steps.findIndex((step) => step.id === stepId);
  if (index < 0) return null;
  const there = new Set(to.steps.map((step) => step.id));
  return from.steps.slice(index).find((step) => there.has(step.id))?.id ?? null;
}

/** This step, or the first after it of which nothing has been recorded; null when none is left. */
export function firstOpenStepId(
  stepId: string | null,
  { steps }: Steps,
  recorded: ReadonlySet<string>,
): string | null {
  const index = steps.findIndex((step) => step.id === stepId);
  if (index < 0) return null;
  return steps.slice(index).find((step) => !recorded.has(step.id))?.id ?? null;
}
