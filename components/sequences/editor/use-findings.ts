"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { SequenceDraft } from "@/lib/core/model";
import { namesOf } from "@/lib/core/variables";
import { type DraftFindings, draftFindings } from "@/lib/sequences/draft-check";
import type { EditorContext } from "@/lib/sequences/schema";
import { missingValuesQuery } from "../missing-values";
import { useSettled } from "../use-settled";
import { countByStep, isCalledOut } from "./findings";
import { type Part, partOfPlace } from "./parts";

/** What is wrong with the draft, worked out when typing leaves time for it. */
export function useFindings(account: string, draft: SequenceDraft, context: EditorContext) {
  const [showsUnfinished, setShowsUnfinished] = useState(false);
  const settled = useSettled(draft);
  const known = useMemo(() => ({ ...context, knownVariables: namesOf(context.variables) }), [context]);
  const uncounted = useMemo(() => draftFindings(settled, known), [settled, known]);
  const missing = useMissing(account, uncounted);
  const findings = useMemo(
    () => (missing ? draftFindings(settled, { ...known, missing }) : uncounted),
    [settled, known, missing, uncounted],
  );
  const showUnfinished = useCallback(() => setShowsUnfinished(true), []);
  return useMemo(() => {
    const partProblems = new Map<Part, number>();
    for (const problem of findings.problems) {
      if (problem.stepId !== null || !isCalledOut(problem, showsUnfinished)) continue;
      const part = partOfPlace(settled, problem);
      partProblems.set(part, (partProblems.get(part) ?? 0) + 1);
    }
    const counts = countByStep(findings, showsUnfinished);
    return { findings, counts, partProblems, showsUnfinished, showUnfinished };
  }, [findings, settled, showsUnfinished, showUnfinished]);
}

/** How many contacts lack a value for the variables that have no fallback; null until it is known. */
function useMissing(account: string, { warnings }: DraftFindings): Map<string, number> | null {
  const names = warnings.flatMap(({ code, data }) =>
    code === "variable_without_fallback" && typeof data.variable === "string" ? [data.variable] : [],
  );
  const { data } = useQuery(missingValuesQuery(account, names));
  return useMemo(
    () => (data && new Map(Object.entries(data).map(([name, { missing }]) => [name, missing]))) || null,
    [data],
  );
}
