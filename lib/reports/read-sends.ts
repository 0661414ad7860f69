import type { PendingQuery, Row } from "postgres";
import { NO_SENDS, type SendCounts } from "@/lib/core/metrics";
import {
  type Cell,
  columnsAt,
  columnsOfDay,
  columnsOfMonth,
  columnsRead,
  grainOf,
  type SendColumn,
} from "./divisions";
import { daysBeside, wholeMonths } from "./period";
import { asked, type ReportScope, within } from "./read-scope";
import { SEND_MEASURES, sumsOfFacts } from "./rollup-sql";
import type { Period } from "./schema";

type Sql = PendingQuery<Row[]>;
export type CountedCell = { cell: Cell; counts: SendCounts };
type SendRow = Cell & Omit<SendCounts, "converted">;

/**
 * How many sends of the period have each fact, by these columns; without conversions, which are counted by themselves.
 * From the rollups and what is not folded into them yet, or from the sends themselves where rollups cannot tell.
 */
export async function readSends(
  scope: ReportScope,
  period: Period,
  columns: readonly SendColumn[],
): Promise<CountedCell[]> {
  const { tx } = scope;
  const sums = SEND_MEASURES.map(([column, fact]) => `sum(${column})::int as "${fact}"`).join(", ");
  const rows = await tx<SendRow[]>`
    select ${columnsRead(tx, columns)}, ${tx.unsafe(sums)} from (${partsOf(scope, period, columns)}) parts
    group by ${tx.unsafe(columns.join(", "))}`;
  return rows.map((row) => {
    const cell = Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
    const counts = { ...NO_SENDS };
    for (const [, fact] of SEND_MEASURES) counts[fact] = row[fact];
    return { cell, counts };
  });
}

function partsOf(scope: ReportScope, period: Period, columns: readonly SendColumn[]) {
  const { tx, accountId, filter } = scope;
  const grain = grainOf(columns, filter);
  if (!grain) return countedOf(scope, period, columns, "sends");
  const measures = tx.unsafe(SEND_MEASURES.map(([column]) => column).join(", "));
  const months = grain === "day" || columns.includes("day") ? null : wholeMonths(period);
  const kept = (name: string, own: Sql, { from, to }: Pick<Period, "from" | "to">) => tx`
    select ${own}, ${measures} from send_rollups
    where account_id = ${accountId} and grain = ${name} and day between ${from}::date and ${to}::date ${asked(scope)}
    union all`;
  const byDay = columnsOfDay(tx, columns);
  const days = daysBeside(period, months).map((part) => kept(grain, byDay, part));
  if (months) days.push(kept(`${grain}_month`, columnsOfMonth(tx, columns), months));
  return tx`${days.reduce((all, one) => tx`${all} ${one}`)} ${countedOf(scope, period, columns, "changes")}`;
}

/** Sends are changes from nothing to what they are. */
function countedOf(
  scope: ReportScope,
  period: Period,
  columns: readonly SendColumn[],
  of: "sends" | "changes",
) {
  const { tx, accountId, zone } = scope;
  const facts =
    of === "sends"
      ? tx`facts as gained, 0::smallint as lost from messages`
      : tx`gained, lost from send_changes`;
  return tx`
    select ${tx.unsafe(columns.join(", "))}, ${sumsOfFacts(tx)} from (
      select ${columnsAt(tx, columns, "counted_at", zone)}, ${facts}
      where account_id = ${accountId} and ${within(scope, tx`counted_at`, period)} ${asked(scope)}
        ${of === "sends" ? tx`and facts <> 0` : tx``}
    ) facts group by ${tx.unsafe(columns.join(", "))}`;
}
