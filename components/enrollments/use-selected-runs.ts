"use client";

import { useRef, useState } from "react";
import type { EnrollmentListItem } from "@/lib/enrollments/data";

/** What one act takes; more are acted on as all that match. */
export const MAX_SELECTED = 500;

const NONE: ReadonlyMap<string, EnrollmentListItem> = new Map();

/**
 * The runs that were ticked in the list of one filter, or all that it matches. A changed filter begins anew: nobody acts
 * on what they do not see any more.
 */
export function useSelectedRuns(filter: string, shown: EnrollmentListItem[]) {
  const [state, setState] = useState({ filter, runs: NONE, isAll: false, isSwept: false });
  const isOurs = state.filter === filter;
  const selected = isOurs ? state.runs : NONE;
  const isAll = isOurs && state.isAll;
  const last = useRef(-1);

  const keep = (runs: Iterable<EnrollmentListItem>, isSwept = false) => {
    const kept = [...runs].slice(0, MAX_SELECTED);
    setState({ filter, runs: new Map(kept.map((run) => [run.id, run])), isAll: false, isSwept });
  };
  const shownNow = new Map(shown.map((run) => [run.id, run]));
  return {
    isAll,
    isSelected: (id: string) => isAll || selected.has(id),
    runs: [...selected.values()].map((run) => shownNow.get(run.id) ?? run),
    /** Whether all rows that were read are ticked, none, or some. */
    ofShown:
      isAll || (shown.length > 0 && shown.slice(0, MAX_SELECTED).every(({ id }) => selected.has(id)))
        ? true
        : selected.size > 0
          ? ("indeterminate" as const)
          : false,
    /** All that had been read were ticked by one act; more may have been read since. */
    isSwept: isOurs && state.isSwept,
    /** Ticks or unticks a row, or with `isRange` every row since the one before. */
    toggle: (index: number, isRange: boolean) => {
      const run = shown[index];
      if (!run) return;
      const from = isRange && last.current >= 0 ? last.current : index;
      last.current = index;
      const span = shown.slice(Math.min(from, index), Math.max(from, index) + 1);
      const before = isAll ? new Map(shown.slice(0, MAX_SELECTED).map((one) => [one.id, one])) : selected;
      if (isAll || selected.has(run.id)) {
        const gone = new Set(span.map(({ id }) => id));
        keep([...before.values()].filter(({ id }) => !gone.has(id)));
      } else keep(new Map([...before, ...span.map((one) => [one.id, one] as const)]).values());
    },
    selectShown: (isTicked: boolean) => keep(isTicked ? shown : [], isTicked),
    selectAll: () => setState({ filter, runs: NONE, isAll: true, isSwept: false }),
    clear: () => setState({ filter, runs: NONE, isAll: false, isSwept: false }),
  };
}
