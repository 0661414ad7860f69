"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { SequenceDraft } from "@/lib/core/model";
import { namesOf } from "@/lib/core/variables";
import type { FirstFindings } from "@/lib/sequences/first-findings";
import type { EditorContext, MissingValues } from "@/lib/sequences/schema";
import { missingValuesQuery } from "../missing-values";
import { useSettled } from "../use-settled";
import { countByStep, isCalledOut } from "./findings";
import { type Part, partOfPlace } from "./parts";

type Given = { account: string; draft: SequenceDraft; context: EditorContext; first: FirstFindings };

/** What is wrong with the draft, worked out when typing leaves time for it. */
export function useFindings({ account, draft, context, first }: Given) {
  const [showsUnfinished, setShowsUnfinished] = useState(false);
  const settled = useSettled(draft);
  const findings = useChecked({ account, draft: settled, context, first });
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

/** The server has checked the draft that the page opened with; the check is fetched when the first edit needs it. */
function useChecked({ account, draft, context, first }: Given) {
  const [opened] = useState({ draft, ...first });
  const [check, setCheck] = useState<typeof import("@/lib/sequences/draft-check") | null>(null);
  const isWanted = check === null && draft !== opened.draft;
  // biome-ignore lint/correctness/useExhaustiveDependencies: where fetching has failed, the next edit tries again
  useEffect(() => {
    if (isWanted) import("@/lib/sequences/draft-check").then(setCheck, () => undefined);
  }, [isWanted, draft]);

  const known = useMemo(() => ({ ...context, knownVariables: namesOf(context.variables) }), [context]);
  const uncounted = useMemo(() => check?.draftFindings(draft, known), [check, draft, known]);
  const asked = uncounted ? check?.variablesToCount(uncounted) : undefined;
  const missing = useMissing(account, asked ?? [], opened.missing);
  return useMemo(
    () => (missing ? check?.draftFindings(draft, { ...known, missing }) : uncounted) ?? opened.findings,
    [check, draft, known, missing, uncounted, opened],
  );
}

/** How many contacts lack a value for the variables that have no fallback; null until it is known. */
function useMissing(
  account: string,
  names: string[],
  first: MissingValues,
): ReadonlyMap<string, number> | null {
  const isCounted = names.length > 0 && names.every((name) => Object.hasOwn(first, name));
  const { data } = useQuery({
    ...missingValuesQuery(account, names),
    ...(isCounted && { initialData: first }),
  });
  return useMemo(
    () => (data && new Map(Object.entries(data).map(([name, { missing }]) => [name, missing]))) || null,
    [data],
  );
}
