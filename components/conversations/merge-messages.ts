import type { ThreadMessage } from "@/lib/conversations/thread";

/**
 * What is known of a thread and what was read now, as one list, oldest first: a message that both have is as it was
 * read last. Where the newest page no longer touches what is known (a tab that slept), only the page is kept, rather
 * than a thread with a hole in it.
 */
export function mergeMessages(
  known: readonly ThreadMessage[],
  page: readonly ThreadMessage[],
  isNewest: boolean,
): ThreadMessage[] {
  const ids = new Set(page.map(({ id }) => id));
  const touches = known.length === 0 || known.some(({ id }) => ids.has(id)) || !isNewest;
  if (!touches && page.length > 0) return [...page];
  const all = [...known.filter(({ id }) => !ids.has(id)), ...page];
  return all.sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}
