"use client";

import { useState } from "react";
import type { EnrollmentListItem } from "@/lib/enrollments/data";

/** What one act takes. */
const MAX_SELECTED = 500;

const NONE: ReadonlyMap<string, EnrollmentListItem> = new Map();

/**
 * The runs that were ticked, on whichever pages of one filter. A changed filter begins anew: nobody acts on what they
 * do not see any more.
 */
export function useSelectedRuns(filter: string, shown: EnrollmentListItem[]) {
  const [state, setState] = useState({ filter, runs: NONE });
  const selected = state.filter === filter ? state.runs : NONE;
  const shownNow = new Map(shown.map((run) => [run.id, run]));
  return {
    ids: new Set(selected.keys()) as ReadonlySet<string>,
    runs: [...selected.values()].map((run) => shownNow.get(run.id) ?? run),
    select: (ids: ReadonlySet<string>) => {
      const others = [...selected].filter(([id]) => !shownNow.has(id));
      const here = [...shownNow].filter(([id]) => ids.has(id));
      setState({ filter, runs: new Map([...others, ...here].slice(0, MAX_SELECTED)) });
    },
    clear: () => setState({ filter, runs: NONE }),
  };
}
