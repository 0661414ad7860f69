import { type Cell, columnsAt, columnsRead, type SendColumn } from "./divisions";
import { asked, type ReportScope, within } from "./read-scope";
import type { Period } from "./schema";

export type ConvertedCell = { cell: Cell; converted: number; currency: string | null; amount: number };
type ConvertedRow = Cell & { converted: number; currency: string | null; amount: string };

/** Conversions that are attributed to sends of the period, by these columns and the currency. */
export async function readConversions(
  scope: ReportScope,
  period: Period,
  columns: readonly SendColumn[],
): Promise<ConvertedCell[]> {
  const { tx, accountId, zone } = scope;
  const rows = await tx<ConvertedRow[]>`
    select ${columnsRead(tx, columns)}, currency, count(*)::int as converted, coalesce(sum(amount), 0)::bigint as amount
    from (
      select ${columnsAt(tx, columns, "sent_at", zone)}, currency, amount from conversions
      where account_id = ${accountId} and not is_holdout and ${within(scope, tx`sent_at`, period)} ${asked(scope)}
    ) conversions
    group by ${tx.unsafe([...columns, "currency"].join(", "))}`;
  return rows.map((row) => ({
    cell: Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
    converted: row.converted,
    currency: row.currency,
    amount: Number(row.amount),
  }));
}
