import type { SqlTx } from "@/db/client";
import { amongFew, type Half, type Narrow, narrowed, ofHalf, possibleHalves } from "./filter-halves";
import { enrolledOn, matching, type RunScope, type Sql } from "./filter-sql";
import { type At, readPlace, type Stretch, stretchesOf } from "./read-order";
import type { EnrollmentPlace } from "./schema";

/**
 * `looked`: where many match, a page is full after so many runs in the order of the list; `withContact` where each run's
 * contact has to be looked up. `many`: up to so many that match are all read and sorted. What neither look finds quickly
 * are many that lie together far behind, and they are read in order. `rare`: of fewer by the planner's statistics the
 * first look is left out.
 */
const BOUNDS = { looked: 10_000, withContact: 2_000, many: 5_000, rare: 3_000 };

/**
 * The next runs that match, in the order of the list, at most `limit`; with `before` those before it, the last first.
 * What each look costs is bounded by numbers, not by what the planner believes of filters that go together.
 */
export async function findRuns(
  tx: SqlTx,
  scope: RunScope,
  { place, limit, bounds = BOUNDS }: { place: EnrollmentPlace; limit: number; bounds?: typeof BOUNDS },
): Promise<At[]> {
  await customPlans(tx);
  const from = place.before ?? place.after;
  const at = from ? readPlace(from) : null;
  const found: At[] = [];
  for (const stretch of ahead(stretchesOf(tx, place), { at, isBack: place.before !== undefined })) {
    const search: Search = {
      ...{ tx, scope, stretch, bounds, limit: limit - found.length },
      behind: at && at.isKeyed === stretch.isKeyed ? at : null,
    };
    for (const row of await findIn(search)) found.push({ ...row, isKeyed: stretch.isKeyed });
    if (found.length >= limit) break;
  }
  return found;
}

/**
 * For the rest of the transaction: filters differ too much in what they find for one plan, and what lists read is in memory,
 * where to read here and there costs little more than to read all.
 */
export async function customPlans(tx: SqlTx): Promise<void> {
  await tx`
    select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true),
      set_config('random_page_cost', '1.1', true)`;
}

/** The stretches from a place on, each in the direction of the reading. */
function ahead(stretches: Stretch[], { at, isBack }: { at: At | null; isBack: boolean }): Stretch[] {
  const turned = isBack
    ? stretches.toReversed().map((one) => ({ ...one, isAscending: !one.isAscending }))
    : stretches;
  return at ? turned.slice(turned.findIndex((one) => one.isKeyed === at.isKeyed)) : turned;
}

type Search = {
  tx: SqlTx;
  scope: RunScope;
  stretch: Stretch;
  bounds: typeof BOUNDS;
  limit: number;
  /** The place behind which is read, where it is in this stretch. */
  behind: At | null;
};
type Row = { id: string; at: string };

async function findIn(search: Search): Promise<Row[]> {
  const possible = possibleHalves(search.scope).filter(
    (half) => search.stretch.half === null || half === search.stretch.half,
  );
  if (possible.length === 0) return [];
  const { scope, bounds, limit } = search;
  const asksContact = scope.patterns !== null || scope.tag !== undefined;
  const isRare = scope.ids !== undefined || (await estimated(search)) < bounds.rare;
  const looked = isRare ? [] : await lookAhead(search, asksContact ? bounds.withContact : bounds.looked);
  if (looked.length >= limit) return looked;
  const narrow = await narrowed(search.tx, scope);
  if (!isRare && asksContact && !narrow) {
    const further = await lookAhead(search, bounds.looked);
    if (further.length >= limit) return further;
  }
  const halves: Row[][] = [];
  for (const half of possible) halves.push(await findHalf(search, half, narrow));
  return merged(halves, search);
}

/** How many the planner believes that match. */
async function estimated({ tx, scope, stretch, behind }: Search): Promise<number> {
  const [row] = await tx<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }[]>`
    explain (format json) select from enrollments e
    where ${matching(tx, scope)} ${stretch.holds} ${isBehind(tx, stretch, behind)}`;
  return row?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
}

/** Those among the next runs of the list. */
function lookAhead({ tx, scope, stretch, limit, behind }: Search, most: number): Promise<Row[]> {
  const size = Math.max(most, 2 * limit);
  return read(tx, {
    ...{ stretch, limit },
    from: tx`(
      select e.* from enrollments e
      where e.account_id = (select current_setting('app.account_id')::uuid) ${stretch.holds}
        ${enrolledOn(tx, scope)} ${isBehind(tx, stretch, behind)}
      order by ${inOrder(tx, stretch)} limit ${size}) e
      where ${matching(tx, scope)}`,
  });
}

async function findHalf(search: Search, half: Half, narrow: Narrow | null): Promise<Row[]> {
  const { tx, scope, stretch, bounds, limit, behind } = search;
  const which = tx`
    ${matching(tx, scope)} ${ofHalf(tx, half)} ${narrow ? amongFew(tx, half, narrow) : tx``} ${stretch.holds}
    ${isBehind(tx, stretch, behind)}`;
  // Live ones are a small part of all, and none of their indexes is in the order of lists. All that match are read in the
  // order in which they lie, so that each block is read once.
  const most = half === "live" ? tx`` : tx`limit ${bounds.many + 1}`;
  await tx`select set_config('enable_indexscan', 'off', true)`;
  const rows = await tx<(Row & { count: number })[]>`
    with found as materialized (
      select e.id, ${stretch.key} as key from enrollments e where ${which} ${most}
    )
    select id, ${written(tx, tx`key`)} as at, (select count(*)::int from found) as count from found
    order by ${stretch.isAscending ? tx`key, id` : tx`key desc, id desc`} limit ${limit}`;
  await tx`select set_config('enable_indexscan', 'on', true)`;
  if (half === "live" || (rows[0]?.count ?? 0) <= bounds.many) return rows;
  return read(tx, { stretch, limit, from: tx`enrollments e where ${which}` });
}

type Reading = { stretch: Stretch; from: Sql; limit: number };

const read = async (tx: SqlTx, { stretch, from, limit }: Reading): Promise<Row[]> =>
  tx<Row[]>`
    select e.id, ${written(tx, stretch.key)} as at from ${from} order by ${inOrder(tx, stretch)} limit ${limit}`;

const inOrder = (tx: SqlTx, { key, isAscending }: Stretch): Sql =>
  isAscending ? tx`${key}, e.id` : tx`${key} desc, e.id desc`;

const written = (tx: SqlTx, key: Sql): Sql =>
  tx`to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

function isBehind(tx: SqlTx, { key, isAscending }: Stretch, behind: At | null): Sql {
  if (!behind) return tx``;
  const place = tx`(${behind.at}::text::timestamptz, ${behind.id}::uuid)`;
  return isAscending ? tx`and (${key}, e.id) > ${place}` : tx`and (${key}, e.id) < ${place}`;
}

function merged(halves: Row[][], { stretch, limit }: Search): Row[] {
  const sign = stretch.isAscending ? 1 : -1;
  const compared = (a: Row, b: Row) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1);
  return halves
    .flat()
    .toSorted((a, b) => sign * compared(a, b))
    .slice(0, limit);
}
