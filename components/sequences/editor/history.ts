/** What was undone can be done again, until something new is done. */
export type History<Draft> = {
  past: readonly Draft[];
  now: Draft;
  future: readonly Draft[];
  /** The field that the last edit typed in, and when. */
  typed: { path: string; atMs: number } | null;
};

export const MAX_ENTRIES = 200;
/** Typing in one field without a longer rest is one entry. */
export const REST_MS = 1_000;

export const begin = <Draft>(now: Draft): History<Draft> => ({ past: [], now, future: [], typed: null });

/** `path` names the field that was typed in; null is an act of its own, such as adding a step. */
export function record<Draft>(
  history: History<Draft>,
  next: Draft,
  { path, atMs }: { path: string | null; atMs: number },
): History<Draft> {
  const { past, now, typed } = history;
  const goesOn = path !== null && typed?.path === path && atMs - typed.atMs < REST_MS;
  return {
    past: goesOn ? past : [...past, now].slice(-MAX_ENTRIES),
    now: next,
    future: [],
    typed: path === null ? null : { path, atMs },
  };
}

/** The same history when there is nothing to undo. */
export function undo<Draft>(history: History<Draft>): History<Draft> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    now: before,
    future: [history.now, ...history.future],
    typed: null,
  };
}

/** The same history when nothing was undone. */
export function redo<Draft>(history: History<Draft>): History<Draft> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.now], now: next, future, typed: null };
}
