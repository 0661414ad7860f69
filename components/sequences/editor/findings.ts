"use client";

import { useTranslations } from "next-intl";
import type { PublishWarning } from "@/lib/core/publish-check";
import type { DraftField, DraftFindings, DraftProblem } from "@/lib/sequences/draft-check";
import { useEditor } from "./editor-scope";

export type Place = { stepId: string | null; field: DraftField };

/** Fields that nobody has filled in yet, as opposed to filled in wrongly. */
const UNFINISHED: ReadonlySet<DraftProblem["code"]> = new Set([
  "no_steps",
  "text_empty",
  "parameter_empty",
  "template_name",
  "template_language",
  "condition_variable",
  "trigger_name",
  "media_url",
  "goal_event",
  "goal_condition",
]);

/** The element around the field of a finding. */
export const placeId = ({ stepId, field }: Place): string => `place-${stepId ?? "sequence"}-${field}`;

/** Tells findings apart in a list. */
export const findingKey = ({ stepId, field, code, data }: DraftProblem | PublishWarning): string =>
  [stepId, field, code, JSON.stringify(data)].join(" ");

/** Whether a problem is called one already. */
export const isCalledOut = ({ code }: DraftProblem, showsUnfinished: boolean): boolean =>
  showsUnfinished || !UNFINISHED.has(code);

/** How many findings each step has; those about the whole stand under null. */
export function countByStep(
  { problems, warnings }: DraftFindings,
  showsUnfinished: boolean,
): Map<string | null, { problems: number; warnings: number }> {
  const counts = new Map<string | null, { problems: number; warnings: number }>();
  const add = (stepId: string | null, problem: number) => {
    const count = counts.get(stepId) ?? { problems: 0, warnings: 0 };
    counts.set(stepId, {
      problems: count.problems + problem,
      warnings: count.warnings + 1 - problem,
    });
  };
  for (const problem of problems) if (isCalledOut(problem, showsUnfinished)) add(problem.stepId, 1);
  for (const warning of warnings) add(warning.stepId, 0);
  return counts;
}

export function useFindingText() {
  const problem = useTranslations("errors.publish");
  const warning = useTranslations("sequences.warning");
  return {
    problem: ({ code, data }: DraftProblem) => problem(code, shown(data)),
    warning: ({ code, data }: PublishWarning) => warning(code, shown(data)),
  };
}

/** The sentences that belong under one field. */
export function useFieldProblems(place: Place): string[] {
  const { findings, showsUnfinished } = useEditor();
  const text = useFindingText();
  return findings.problems
    .filter(({ stepId, field }) => stepId === place.stepId && field === place.field)
    .filter((problem) => isCalledOut(problem, showsUnfinished))
    .map(text.problem);
}

const shown = (data: Record<string, string | number | null>) =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, value ?? ""]));
