"use client";

import { useTranslations } from "next-intl";
import type { PublishWarning } from "@/lib/core/publish-check";
import type { DraftField, DraftProblem } from "@/lib/sequences/draft-check";
import { useEditor } from "./editor-scope";

type Place = { stepId: string | null; field: DraftField };

/** Fields that nobody has filled in yet, as opposed to filled in wrongly. */
const UNFINISHED: ReadonlySet<DraftProblem["code"]> = new Set([
  "text_empty",
  "parameter_empty",
  "template_name",
  "template_language",
]);

/** The element around the field of a finding. */
export const placeId = ({ stepId, field }: Place): string => `place-${stepId ?? "sequence"}-${field}`;

/** Brings the field of a finding into view and puts the caret there. */
export function jumpTo(place: Place): void {
  const element = document.getElementById(placeId(place));
  element?.scrollIntoView({ block: "center" });
  element?.querySelector<HTMLElement>("textarea, input, select, button")?.focus({ preventScroll: true });
}

/** Tells findings apart in a list. */
export const findingKey = ({ stepId, field, code, data }: DraftProblem | PublishWarning): string =>
  [stepId, field, code, JSON.stringify(data)].join(" ");

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
    .filter(({ code }) => showsUnfinished || !UNFINISHED.has(code))
    .map(text.problem);
}

const shown = (data: Record<string, string | number | null>) =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, value ?? ""]));
