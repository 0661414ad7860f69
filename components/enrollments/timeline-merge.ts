import type { TimelinePage } from "@/lib/enrollments/timeline-schema";

/**
 * What is known of a timeline with its newest page read anew: entries never go, so older ones stay behind it. Where the
 * two have nothing in common, too much has happened in between: only the newest page is kept, and the others are read
 * again on demand.
 */
export function withNewest(known: TimelinePage | undefined, read: TimelinePage): TimelinePage {
  const ids = idsOf(read);
  const behind = (known?.entries ?? []).filter(({ id }) => !ids.has(id));
  const hasGap = read.next !== null && behind.length === known?.entries.length;
  if (!known || hasGap || behind.length === 0) return { entries: read.entries, next: read.next };
  return { entries: [...read.entries, ...behind], next: known.next };
}

/** The same with the page behind it. */
export function withOlder(known: TimelinePage, read: TimelinePage): TimelinePage {
  const ids = idsOf(known);
  return { entries: [...known.entries, ...read.entries.filter(({ id }) => !ids.has(id))], next: read.next };
}

const idsOf = ({ entries }: TimelinePage) => new Set(entries.map(({ id }) => id));
