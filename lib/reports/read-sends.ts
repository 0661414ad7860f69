import { NO_SENDS, type SendCounts } from "@/lib/core/metrics";
import { countedParts } from "./count-sends";
import { type Cell, columnsRead, type SendColumn } from "./divisions";
import { type Part, partsOf } from "./grains";
import { asked, type ReportScope } from "./read-scope";
import { ofSegment, type RollupColumn, SEND_MEASURES, sumsNamed } from "./rollup-sql";
import type { Period, ReportFilter } from "./schema";

export type CountedCell = { cell: Cell; counts: SendCounts };
type SendRow = Cell & Omit<SendCounts, "converted">;

/**
 * How many sends of the period have each fact, by these columns; without conversions, which are counted by themselves.
 * From the rollups and what is not folded into them yet, and from the sends themselves where rollups cannot tell.
 */
export async function readSends(
  scope: ReportScope,
  period: Period,
  columns: readonly SendColumn[],
): Promise<CountedCell[]> {
  const { tx } = scope;
  const counting = {
    ...{ tx, accountId: scope.accountId, zone: scope.zone, moment: "counted_at" as const, columns },
    asked: asked(scope),
    kept: tx`${asked({ ...scope, contacts: null })} ${ofSegment(tx, scope.keptSegment)}`,
  };
  const counted = countedParts(counting, partsAsked(scope, period, columns), period);
  const rows = await tx<SendRow[]>`
    select ${columnsRead(tx, columns)}, ${sumsNamed(tx)} from (${counted}) parts
    group by ${tx.unsafe(columns.join(", "))}`;
  return rows.map((row) => {
    const cell = Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
    const counts = { ...NO_SENDS };
    for (const [, fact] of SEND_MEASURES) counts[fact] = row[fact];
    return { cell, counts };
  });
}

function partsAsked(
  { filter, today, keptSegment }: ReportScope,
  period: Period,
  columns: readonly SendColumn[],
): Part[] {
  // Whose members are asked one by one has no figures of its own.
  if (filter.segment && !keptSegment) return [{ grain: null, days: period, sign: 1 }];
  return partsOf({ moment: "counted_at", columns, asked: columnsAsked(filter) }, { days: period, today });
}

/** What rollups have to divide by to be filtered. */
const columnsAsked = ({ sequence, version, channel, assignee }: ReportFilter): RollupColumn[] => [
  ...(sequence ? ["sequence_id" as const] : []),
  ...(version ? ["sequence_id" as const, "version_id" as const] : []),
  ...(channel ? ["channel" as const] : []),
  ...(assignee ? ["assignee_id" as const] : []),
];
