"use client";

import { useCallback, useDeferredValue, useMemo, useState } from "react";
import type { SequenceDraft } from "@/lib/core/model";
import { namesOf } from "@/lib/core/variables";
import { draftFindings } from "@/lib/sequences/draft-check";
import type { EditorContext } from "@/lib/sequences/schema";
import { countByStep, isCalledOut } from "./findings";
import { type Part, partOfPlace } from "./parts";

/** What is wrong with the draft, worked out when typing leaves time for it. */
export function useFindings(draft: SequenceDraft, context: EditorContext) {
  const [showsUnfinished, setShowsUnfinished] = useState(false);
  const settled = useDeferredValue(draft);
  const known = useMemo(() => ({ ...context, knownVariables: namesOf(context.variables) }), [context]);
  const findings = useMemo(() => draftFindings(settled, known), [settled, known]);
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
