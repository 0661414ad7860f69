import type { DivisionRow, RowTimes } from "@/lib/reports/schema";
import type { ReportView, Sort } from "./report-address";

/** A row whose times may still be on their way. */
export type ShownRow = DivisionRow & Partial<RowTimes>;

/** Whether the order is known only when the times are. */
export const isByTime = ({ sort }: Pick<ReportView, "sort">): boolean =>
  sort === "toReply" || sort === "toGoal";

/** The rows in the asked order. Rows without a value come last, whichever the order is. */
export function sortedRows(
  rows: readonly ShownRow[],
  { sort, order }: Pick<ReportView, "sort" | "order">,
  labelOf: (row: ShownRow) => string,
): ShownRow[] {
  if (!sort) return [...rows];
  const sign = (order ?? usualOrder(sort)) === "asc" ? 1 : -1;
  if (sort === "label") return rows.toSorted((a, b) => sign * labelOf(a).localeCompare(labelOf(b)));
  return rows.toSorted((a, b) => {
    const [first, second] = [sortValue(a, sort), sortValue(b, sort)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return sign * (first - second);
  });
}

/** Names from A on, everything else from the most down. */
export const usualOrder = (sort: Sort): "asc" | "desc" => (sort === "label" ? "asc" : "desc");

function sortValue(row: ShownRow, sort: Exclude<Sort, "label">): number | null {
  if (sort === "sent") return row.counts.sent;
  if (sort === "toReply" || sort === "toGoal") return row[sort]?.median ?? null;
  return row.rates[sort];
}
