import type { SqlTx } from "@/db/client";
import { matching, type RunScope, scopeOf } from "./filter-sql";
import type { EnrollmentFilter } from "./schema";

/** A filter, and the bound of the ids that there were when an act on its runs began: later runs are not meant. */
export type FixedMatch = { filter: EnrollmentFilter; before: string };

export async function fixMatch(tx: SqlTx, filter: EnrollmentFilter): Promise<FixedMatch> {
  // The next millisecond: ids of one are in no order among themselves.
  const [row] = await tx<{ before: string }[]>`
    select id_floor(clock_timestamp() + interval '1 millisecond') as before`;
  return { filter, before: row?.before ?? "" };
}

/** How many runs match. */
export async function sizeOfMatch(tx: SqlTx, match: FixedMatch): Promise<number> {
  const scope = await scopeOf(tx, match.filter);
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from enrollments e where ${meant(tx, match, scope)}`;
  return row?.count ?? 0;
}

/**
 * The next runs behind `cursor` that match at this moment, in the order of their ids and locked, so that each is what it
 * is taken for; fewer than `limit` are the last.
 */
export async function nextOfMatch(
  tx: SqlTx,
  match: FixedMatch,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<string[]> {
  const scope = await scopeOf(tx, match.filter);
  const rows = await tx<{ id: string }[]>`
    select e.id from enrollments e
    where ${meant(tx, match, scope)} ${cursor ? tx`and e.id > ${cursor}` : tx``}
    order by e.id limit ${limit} for update of e`;
  return rows.map((row) => row.id);
}

const meant = (tx: SqlTx, { before }: FixedMatch, scope: RunScope) =>
  tx`${matching(tx, scope)} and e.id < ${before}`;
