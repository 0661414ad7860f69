"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Content, Step } from "@/lib/core/model";
import type { DraftField } from "@/lib/sequences/draft-check";
import { useFieldProblems } from "../editor/findings";
import type { StepVariant } from "./variants";

/** What the parts of one step's panel share. */
export type StepScope = {
  step: Step;
  /** Counts from 0. */
  index: number;
  edit: (changed: Partial<Step>) => void;
  /** The one of the step's variants that is looked at. */
  variant: StepVariant;
  variantIndex: number;
  onVariant: (id: string) => void;
  /** Of that variant. */
  editContent: (content: Content) => void;
};

const Scope = createContext<StepScope | null>(null);

export const StepScopeProvider = ({ value, children }: { value: StepScope; children: ReactNode }) => (
  <Scope value={value}>{children}</Scope>
);

export function useStep(): StepScope {
  const scope = useContext(Scope);
  if (!scope) throw new Error("This belongs inside the panel of a step.");
  return scope;
}

/** A field of the step, its place in the page and the sentences that belong under it. */
export function useStepField(field: DraftField) {
  const { step } = useStep();
  const place = { stepId: step.id, field };
  return { place, problems: useFieldProblems(place) };
}
