import * as z from "zod";

/** Where a page of a list begins: behind the row `after`, or before the row `before`; the first page without both. */
export const cursorSchema = z.object({ after: z.uuid().optional(), before: z.uuid().optional() });
export type Cursor = z.infer<typeof cursorSchema>;

export type Page<Row> = {
  rows: Row[];
  /** Cursors of the neighbouring pages; null where there is none. */
  next: string | null;
  previous: string | null;
};

/**
 * Makes a page of rows that were read newest first (with `before`: oldest first) and one more than the page holds,
 * which tells whether there is a further page.
 */
export function toPage<Row extends { id: string }>(read: Row[], cursor: Cursor, size: number): Page<Row> {
  const hasMore = read.length > size;
  const kept = read.slice(0, size);
  if (cursor.before) {
    const rows = kept.reverse();
    return { rows, next: rows.at(-1)?.id ?? null, previous: hasMore ? (rows[0]?.id ?? null) : null };
  }
  return {
    rows: kept,
    next: hasMore ? (kept.at(-1)?.id ?? null) : null,
    previous: cursor.after ? (kept[0]?.id ?? null) : null,
  };
}

/** Counting stops here: beyond it a list says "over 10,000". */
export const MAX_COUNTED = 10_000;

/** For `ilike`: the text as it is, anywhere in the value. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
