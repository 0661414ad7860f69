import type { SequenceDraft, Step } from "@/lib/core/model";
import { MAX_STEPS, STEP_DEFAULTS } from "@/lib/core/model";

/** Edits of a draft: each takes one and gives the next, so that any of them can be undone. */

/** A step to be inserted at `index`. */
export function newStep(draft: SequenceDraft, index = draft.steps.length): Step {
  return {
    id: newStepId(),
    // People expect an answer at once and then patience; the first send is what they tried the sequence for.
    wait: index === 0 ? { amount: 0, unit: "minutes" } : { amount: 2, unit: "days" },
    channel: "automatic",
    content: { type: "text", text: "" },
    windowClosed: { do: "skip" },
    ...STEP_DEFAULTS,
  };
}

export const canAddStep = (draft: SequenceDraft): boolean => draft.steps.length < MAX_STEPS;

export function insertStep(draft: SequenceDraft, step: Step, index: number): SequenceDraft {
  if (!canAddStep(draft)) return draft;
  return { ...draft, steps: draft.steps.toSpliced(index, 0, step) };
}

/** The copy stands right below. A copy of the first step waits, as only the first one may go out at once. */
export function duplicateStep(draft: SequenceDraft, stepId: string): SequenceDraft {
  const index = indexOf(draft, stepId);
  const step = draft.steps[index];
  if (!step) return draft;
  const wait = step.wait.amount === 0 ? ({ amount: 1, unit: "days" } as const) : step.wait;
  return insertStep(draft, { ...withOwnIds(step), wait }, index + 1);
}

/** A copy that reports and claims cannot mix up with the original: its variants are its own too. */
const withOwnIds = (step: Step): Step => ({
  ...step,
  id: newStepId(),
  variants: step.variants.map((variant) => ({ ...variant, id: newStepId() })),
});

export const removeStep = (draft: SequenceDraft, stepId: string): SequenceDraft => ({
  ...draft,
  steps: draft.steps.filter((step) => step.id !== stepId),
});

/** Moves a step by one place; at either end nothing changes. */
export function moveStep(draft: SequenceDraft, stepId: string, by: -1 | 1): SequenceDraft {
  return placeStep(draft, stepId, indexOf(draft, stepId) + by);
}

/** Moves a step to a place of its own choice. */
export function placeStep(draft: SequenceDraft, stepId: string, toIndex: number): SequenceDraft {
  const from = indexOf(draft, stepId);
  const step = draft.steps[from];
  if (!step || toIndex === from || toIndex < 0 || toIndex >= draft.steps.length) return draft;
  return { ...draft, steps: draft.steps.toSpliced(from, 1).toSpliced(toIndex, 0, step) };
}

export const changeStep = (draft: SequenceDraft, stepId: string, change: Partial<Step>): SequenceDraft => ({
  ...draft,
  steps: draft.steps.map((step) => (step.id === stepId ? { ...step, ...change } : step)),
});

export const indexOf = (draft: SequenceDraft, stepId: string): number =>
  draft.steps.findIndex((step) => step.id === stepId);

/** A random UUID (version 4). `crypto.randomUUID` is missing where the page is not served over https. */
export function newStepId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
