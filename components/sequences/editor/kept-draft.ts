import type { SequenceDraft } from "@/lib/core/model";

/** What a browser keeps of a draft while it is not saved, so that a crash or a dead battery loses nothing. */
export type KeptDraft = { draft: SequenceDraft; revision: number; at: string };

const keyOf = (sequenceId: string) => `unsaved-draft:${sequenceId}`;

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Storage may be full or switched off; then the draft is only as safe as the page. */
export function keep(shelf: Shelf, sequenceId: string, kept: KeptDraft): void {
  try {
    shelf.setItem(keyOf(sequenceId), JSON.stringify(kept));
  } catch {
    forget(shelf, sequenceId);
  }
}

export function forget(shelf: Shelf, sequenceId: string): void {
  try {
    shelf.removeItem(keyOf(sequenceId));
  } catch {
    // Switched off: there is nothing to forget.
  }
}

/**
 * Null when nothing is kept, or when what is kept cannot be a draft of this version of the product. The shelf is read
 * at once, its content checked later: the check is fetched where there is something to check.
 */
export async function recall(shelf: Shelf, sequenceId: string): Promise<KeptDraft | null> {
  try {
    const text = shelf.getItem(keyOf(sequenceId));
    if (text === null) return null;
    const kept = JSON.parse(text);
    const { draftSchema } = await import("@/lib/sequences/schema");
    const draft = draftSchema.safeParse(kept?.draft);
    const isWhole = draft.success && typeof kept.revision === "number" && typeof kept.at === "string";
    return isWhole ? { draft: draft.data, revision: kept.revision, at: kept.at } : null;
  } catch {
    return null;
  }
}

/** Whether two drafts say the same, whatever the order of their keys. */
export const saysTheSame = (one: SequenceDraft, other: SequenceDraft): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
