import type { SqlTx } from "@/db/client";
import { amongFew, narrowed, ofHalf, possibleHalves } from "./filter-halves";
import { matching, type Sql, scopeOf } from "./filter-sql";
import { customPlans } from "./read-found";
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
export async function sizeOfMatch(tx: SqlTx, { filter, before }: FixedMatch): Promise<number> {
  let size = 0;
  for (const isMeant of await conditionsOf(tx, filter)) {
    const [row] = await tx<{ count: number }[]>`
      select count(*)::int as count from enrollments e where ${isMeant} and e.id < ${before}`;
    size += row?.count ?? 0;
  }
  return size;
}

/**
 * A filter as conditions over `enrollments e`, none of whose runs another one holds: where it leads to few contacts or
 * names its runs, one for each of the indexes in which these lie; else one, which is read in the order of the ids.
 */
export async function conditionsOf(tx: SqlTx, filter: EnrollmentFilter): Promise<Sql[]> {
  await customPlans(tx);
  const scope = await scopeOf(tx, filter);
  const narrow = await narrowed(tx, scope);
  if (!narrow) return [matching(tx, scope)];
  return possibleHalves(scope).map(
    (half) => tx`${matching(tx, scope)} ${ofHalf(tx, half)} ${amongFew(tx, half, narrow)}`,
  );
}

type Next = {
  ids: string[];
  /** The last run that was looked at; where the next ones begin. */
  cursor: string | null;
  isLast: boolean;
};

/**
 * The next runs behind `cursor` that match at this moment, at most `limit`, in the order of their ids and locked, so that
 * each is what it is taken for.
 */
export async function nextOfMatch(
  tx: SqlTx,
  { filter, before }: FixedMatch,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<Next> {
  const found: string[] = [];
  for (const isMeant of await conditionsOf(tx, filter)) {
    const rows = await tx<{ id: string }[]>`
      select e.id from enrollments e
      where ${isMeant} and e.id < ${before} ${cursor ? tx`and e.id > ${cursor}` : tx``}
      order by e.id limit ${limit}`;
    found.push(...rows.map(({ id }) => id));
  }
  const looked = found.sort().slice(0, limit);
  const scope = await scopeOf(tx, filter);
  const locked = await tx<{ id: string }[]>`
    select e.id from enrollments e where e.id = any(${looked}) and ${matching(tx, scope)} order by e.id for update`;
  return {
    ids: locked.map(({ id }) => id),
    cursor: looked.at(-1) ?? cursor,
    isLast: looked.length < limit,
  };
}
