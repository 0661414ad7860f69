import type { TimelineEntry } from "@/lib/enrollments/timeline-schema";

type Group = { stepId: string | null; entries: TimelineEntry[] };

/**
 * Groups a timeline by step, newest first. What belongs to no step, such as a reply, stands with the step that the run
 * was at; the receipts of an earlier step stand with that step, however late they come.
 */
export function groupsOf(newestFirst: TimelineEntry[]): Group[] {
  const groups = new Map<string | null, TimelineEntry[]>();
  let current: string | null = null;
  for (const entry of newestFirst.toReversed()) {
    if (entry.stepId && !isReceipt(entry)) current = entry.stepId;
    const place = entry.stepId ?? current;
    groups.set(place, [entry, ...(groups.get(place) ?? [])]);
  }
  return [...groups].map(([stepId, entries]) => ({ stepId, entries })).reverse();
}

const isReceipt = ({ kind }: TimelineEntry) => kind === "delivered" || kind === "read";
