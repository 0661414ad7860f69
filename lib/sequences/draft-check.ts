import type { SequenceDraft } from "@/lib/core/model";
import {
  checkDraft,
  type Finding,
  type PublishContext,
  type PublishField,
  type PublishProblemCode,
  type PublishWarning,
} from "@/lib/core/publish-check";
import { type ShapeField, type ShapeProblemCode, shapeProblems } from "./draft-shape";

export type DraftField = PublishField | ShapeField;
export type DraftProblem = Omit<Finding<PublishProblemCode | ShapeProblemCode>, "field"> & {
  field: DraftField;
};
export type DraftFindings = { problems: DraftProblem[]; warnings: PublishWarning[] };

/** The core's check, and what it takes for granted: that every value has its final shape. */
export function draftFindings(draft: SequenceDraft, context: PublishContext): DraftFindings {
  const shape = shapeProblems(draft);
  // The core reads hours as times; what is not one yet is said already.
  const hasHours = !shape.some(({ field }) => field === "sendingHours");
  const { problems, warnings } = checkDraft(hasHours ? draft : { ...draft, sendingHours: null }, context);
  const found: DraftProblem[] = [...problems, ...shape];
  // What is about the whole stands last, where the screen has it.
  found.sort((a, b) => (a.stepIndex ?? Infinity) - (b.stepIndex ?? Infinity) || 0);
  return { problems: found, warnings: warnings.filter((warning) => !isAlwaysThere(warning)) };
}

/** Variables of which somebody may have no value: how many that are is worth a count. */
export const variablesToCount = ({ warnings }: DraftFindings): string[] =>
  warnings.flatMap(({ code, data }) =>
    code === "variable_without_fallback" && typeof data.variable === "string" ? [data.variable] : [],
  );

/** Every account has a name, so a text that says it needs no fallback. */
const isAlwaysThere = ({ code, data }: PublishWarning): boolean =>
  code === "variable_without_fallback" && data.variable === "account.name";
