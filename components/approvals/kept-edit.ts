/** What somebody made of a draft and has not decided yet. */
export type Edit = {
  text: string;
  subject: string | null;
  /** The words that they vouch for. */
  vouched: string[];
  /** What they began with, to tell whether somebody else has changed the draft since. */
  from: { text: string; subject: string | null };
};

const keyOf = (account: string, id: string) => `draft:${account}:${id}`;

/** An unsaved edit outlives everything but the tab: the walk to another draft, and somebody else's decision. */
export function readEdit(account: string, id: string): Edit | null {
  try {
    const kept = sessionStorage.getItem(keyOf(account, id));
    return kept ? (JSON.parse(kept) as Edit) : null;
  } catch {
    return null;
  }
}

export function keepEdit(account: string, id: string, edit: Edit | null): void {
  try {
    if (edit === null) sessionStorage.removeItem(keyOf(account, id));
    else sessionStorage.setItem(keyOf(account, id), JSON.stringify(edit));
  } catch {
    // A browser that keeps nothing still lets people write.
  }
}
