import type { SequenceSnapshot, Step } from "./model";

type Steps = Pick<SequenceSnapshot, "steps">;

/** The step with this id, or null when the snapshot has none. */
export function stepOf(stepId: string, { steps }: Steps): Step | null {
  return steps.find((step) => step.id === stepId) ?? null;
}

/** The id of the step that a run begins with. */
export function firstStepId({ steps }: Steps): string | null {
  return steps[0]?.id ?? null;
}

/** The id of the step after this one; null after the last. */
export function nextStepId(stepId: string, { steps }: Steps): string | null {
  const index = steps.findIndex((step) => step.id === stepId);
  return index < 0 ? null : (steps[index + 1]?.id ?? null);
}
