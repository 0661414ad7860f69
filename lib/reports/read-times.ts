import type { PendingQuery, Row } from "postgres";
import { SEND_FACTS } from "@/lib/core/metrics";
import { type Cell, columnsAt, type SendColumn } from "./divisions";
import { asked, type ReportScope, within } from "./read-scope";
import type { Period, Spread } from "./schema";

export type TimedCell = { cell: Cell; spread: Spread };

/** From each send of the period that was answered to the first reply, by these columns. */
export const readReplyTimes = (scope: ReportScope, period: Period, columns: readonly SendColumn[]) =>
  readTimes(scope, columns, {
    took: scope.tx`replied_at - counted_at`,
    // Written as in the condition of the index of answered sends.
    from: scope.tx`
      messages where account_id = ${scope.accountId} and facts & ${scope.tx.unsafe(String(SEND_FACTS.replied))} <> 0
        and ${within(scope, scope.tx`counted_at`, period)} ${asked(scope)}`,
    moment: "counted_at",
  });

/** From the enrollment to the goal, of the conversions that are attributed to sends of the period. */
export const readGoalTimes = (scope: ReportScope, period: Period, columns: readonly SendColumn[]) =>
  readTimes(scope, columns, {
    took: scope.tx`at - enrolled_at`,
    from: scope.tx`
      conversions where account_id = ${scope.accountId} and not is_holdout
        and ${within(scope, scope.tx`sent_at`, period)} ${asked(scope)}`,
    moment: "sent_at",
  });

type Sql = PendingQuery<Row[]>;
type Timed = { took: Sql; from: Sql; moment: string };
type TimedRow = Cell & { count: number; median: number; p90: number };

async function readTimes(
  { tx, zone }: ReportScope,
  columns: readonly SendColumn[],
  { took, from, moment }: Timed,
): Promise<TimedCell[]> {
  const keys = columns.length > 0 ? tx`${columnsAt(tx, columns, moment, zone)},` : tx``;
  const rows = await tx<TimedRow[]>`
    select ${tx.unsafe([...columns, ""].join(", "))} count(*)::int as count,
      (percentile_cont(array[0.5, 0.9]) within group (order by seconds))[1] as median,
      (percentile_cont(array[0.5, 0.9]) within group (order by seconds))[2] as p90
    from (select ${keys} date_part('epoch', ${took}) as seconds from ${from}) times
    ${columns.length > 0 ? tx.unsafe(`group by ${columns.join(", ")}`) : tx``}`;
  return rows.map((row) => ({
    cell: Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
    spread: { count: row.count, median: row.median, p90: row.p90 },
  }));
}
