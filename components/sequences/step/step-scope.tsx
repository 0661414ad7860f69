"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Content, Step } from "@/lib/core/model";
import type { DraftField } from "@/lib/sequences/draft-check";
import { useEditor } from "../editor/editor-scope";
import { isCalledOut, useFieldProblems, useFindingText } from "../editor/findings";
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

/**
 * A field of the step, its place in the page and the sentences that belong under it. Of a further variant the check
 * reports what is wrong in one field and says which variant and which part of it is meant.
 */
export function useStepField(field: DraftField) {
  const { step, variantIndex } = useStep();
  const own = useFieldProblems({ stepId: step.id, field });
  const ofVariants = useVariantProblems();
  const isOfVariant = variantIndex > 0 && OF_CONTENT.has(field);
  const problems = isOfVariant
    ? ofVariants.filter(({ index, part }) => index === variantIndex && part === field).map(({ text }) => text)
    : own;
  return { place: { stepId: step.id, field }, problems };
}

/** The fields that each variant has. */
const OF_CONTENT: ReadonlySet<DraftField> = new Set([
  "text",
  "subject",
  "preheader",
  "media",
  "quickReplies",
  "template",
]);

/** What is wrong with the variants besides the step's own content; `index` counts that one as 0. */
export function useVariantProblems() {
  const { step } = useStep();
  const { findings, showsUnfinished } = useEditor();
  const text = useFindingText();
  return findings.problems
    .filter(({ stepId, field }) => stepId === step.id && field === "variants")
    .filter((problem) => isCalledOut(problem, showsUnfinished))
    .map((problem) => ({
      index: Number(problem.data.variant) - 1,
      part: problem.data.part,
      text: text.problem(problem),
    }));
}
