import type { EnrollmentListItem, EnrollmentPage } from "@/lib/enrollments/data";

/** The pages of the list that were read so far, each with the cursor behind which it begins. */
export type EnrollmentPages = { pages: EnrollmentPage[]; pageParams: (string | null)[] };

/**
 * Puts a page that was read anew into its place. Where it ends now, the next one begins, so that rows which came in
 * between push nothing out of sight. A list that was read from its start meanwhile stays as it is.
 */
export function withPage(
  list: EnrollmentPages,
  place: { index: number; after: string | null },
  page: EnrollmentPage,
): EnrollmentPages {
  const { index, after } = place;
  if (list.pageParams[index] !== after) return list;
  if (page.next === null) {
    return {
      pages: [...list.pages.slice(0, index), page],
      pageParams: list.pageParams.slice(0, index + 1),
    };
  }
  const follows = index + 1 < list.pageParams.length;
  return {
    pages: list.pages.with(index, page),
    pageParams: follows ? list.pageParams.with(index + 1, page.next) : list.pageParams,
  };
}

type Rows = {
  rows: EnrollmentListItem[];
  /** For each row the page that it stands on. */
  pageOf: number[];
};

/** One list of all pages. A run that has moved from a page not read since then stands where it is found first. */
export function rowsOf(pages: EnrollmentPage[]): Rows {
  const seen = new Set<string>();
  const rows: EnrollmentListItem[] = [];
  const pageOf: number[] = [];
  for (const [index, page] of pages.entries()) {
    for (const row of page.rows) {
      if (seen.has(row.id)) continue;
      seen.add(row.id);
      rows.push(row);
      pageOf.push(index);
    }
  }
  return { rows, pageOf };
}
