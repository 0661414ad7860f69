import type { SqlTx } from "@/db/client";
import { END_REASONS } from "@/lib/core/model";
import { RUN_STANDINGS, standingOfReason } from "@/lib/core/run-standing";
import { amongFew, type Half, type Narrow, ofHalf } from "./filter-halves";
import { signed } from "./filter-signature";
import { enrolledOn, matching, matchingEach, nextOn, ofAccount, type RunScope, type Sql } from "./filter-sql";
import type { At, Stretch } from "./read-order";

export type Row = { id: string; at: string };

/** What is read of one half of the runs, or of both together, in one stretch of a list. */
export type Search = {
  tx: SqlTx;
  scope: RunScope;
  stretch: Stretch;
  half: Half | null;
  limit: number;
  /** The place behind which is read, where it is in this stretch. */
  behind: At | null;
};

/** What was found, and the search of what lies behind the last look; null where nothing is left to look for. */
export type Walked = { found: Row[]; ahead: Search | null };

/**
 * Reads in the order of the list and looks at the runs that the signatures leave, until the page is full. With `most` it
 * stops after so many looks.
 */
export async function walk(search: Search, most: number | null): Promise<Walked> {
  const { tx, scope, stretch, limit } = search;
  const order = inOrder(tx, stretch);
  // The limit, or the offset, keeps the planner from reading whole rows in the first place.
  const rows = await tx<(Row & { isMeant: boolean; isLast: boolean })[]>`
    select w.id, ${written(tx, tx`w.key`)} as at, m.is is true as "isMeant", ${most ? tx`w.n = ${most}` : tx`false`} as "isLast"
    from (
      select e.id, ${stretch.key} as key ${most ? tx`, row_number() over (order by ${order}) as n` : tx``}
      from enrollments e where ${ofAccount(tx)} ${lying(search)} ${isBehind(search)}
      order by ${order} ${most ? tx`limit ${most}` : tx`offset 0`}) w
      left join lateral (
        select true as is from enrollments e where e.id = w.id and ${matchingEach(tx, scope)} limit 1) m on true
    where m.is ${most ? tx`or w.n = ${most}` : tx``}
    order by ${inOrder(tx, { ...stretch, key: tx`w.key` }, tx`w.id`)} limit ${limit + 1}`;
  const found = rows
    .filter((row) => row.isMeant)
    .slice(0, limit)
    .map(({ id, at }) => ({ id, at }));
  const last = found.length < limit ? rows.find((row) => row.isLast) : undefined;
  return { found, ahead: last ? behind(search, last, found.length) : null };
}

/** The same from a place on, of which so many are found already. */
const behind = (search: Search, { id, at }: Row, found: number): Search => ({
  ...{ ...search, limit: search.limit - found },
  behind: { id, at, isKeyed: search.stretch.isKeyed },
});

/** Counts in the order of the list those that match, to one more than `most`. */
export async function countWalked(search: Search, most: number): Promise<number> {
  const { tx, scope } = search;
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from (
      select from (select e.id from enrollments e where ${ofAccount(tx)} ${lying(search)} offset 0) w
        cross join lateral (select from enrollments e where e.id = w.id and ${matchingEach(tx, scope)} limit 1) m
      limit ${most + 1}) counted`;
  return row?.count ?? 0;
}

/** Where the runs of a stretch lie in the order of its instant, by what its index holds: that of `next` has no signature. */
function lying({ tx, scope, stretch, half }: Search): Sql {
  const ended = tx.unsafe(`${RUN_STANDINGS.firstEnded}::smallint`);
  const which = half ? (stretch.holds[half]?.which ?? tx``) : tx``;
  switch (stretch.by) {
    case "next":
      return tx`and e.status in ('active', 'paused') ${which} ${nextOn(tx, scope)}`;
    case "ended":
      return tx`and e.standing >= ${ended} ${which} ${signed(tx, scope, half)}`;
    case "enrolled": {
      const isLive = half === "live" ? tx`and e.standing < ${ended}` : tx``;
      const isOver =
        half === "ended" && scope.ofSequence
          ? tx`and e.standing >= ${ended} and e.sequence_id = ${scope.ofSequence}`
          : tx``;
      return tx`${isLive} ${isOver} ${enrolledOn(tx, scope)} ${signed(tx, scope, half)}`;
    }
  }
}

/**
 * The runs that signatures leave where these lie in another order, at most `most`; null where they are more, or where no
 * other order has fewer of them.
 */
export async function fewLeft({ tx, scope, stretch, half }: Search, most: number): Promise<string[] | null> {
  const lies = half && elsewhere(tx, scope, { by: stretch.by, half });
  if (!lies) return null;
  const rows = await tx<{ id: string }[]>`
    select e.id from enrollments e where ${ofAccount(tx)} ${lies} limit ${most + 1}`;
  return rows.length > most ? null : rows.map(({ id }) => id);
}

/** Whether a stretch holds at most so many runs of a half, whatever else is asked. */
export async function areFew({ tx, stretch, half }: Search, most: number): Promise<boolean> {
  const which = half ? stretch.holds[half]?.which : null;
  const [row] = await tx<{ areFew: boolean }[]>`
    select count(*) <= ${most} as "areFew" from (
      select from enrollments e where ${ofAccount(tx)} ${which ?? tx``} limit ${most + 1}) counted`;
  return row?.areFew ?? false;
}

const ENDED = END_REASONS.map(standingOfReason);
type Lying = { by: Stretch["by"]; half: Half };

function elsewhere(tx: SqlTx, scope: RunScope, { by, half }: Lying): Sql | null {
  const ended = tx.unsafe(`${RUN_STANDINGS.firstEnded}::smallint`);
  const { ofSequence, reason, entry, nextFrom, nextTo } = scope;
  const meant = tx`${enrolledOn(tx, scope)} ${signed(tx, scope, half)}`;
  if (half === "live") {
    if (by !== "next" && (nextFrom || nextTo))
      return tx`and e.status in ('active', 'paused') ${nextOn(tx, scope)}`;
    return by === "next" ? tx`and e.standing < ${ended} ${meant}` : null;
  }
  if (ofSequence)
    return by === "ended" ? tx`and e.standing >= ${ended} and e.sequence_id = ${ofSequence} ${meant}` : null;
  if (!reason && !entry) return null;
  const standings = reason ? [standingOfReason(reason)] : ENDED;
  return tx`
    and e.standing >= ${ended} and e.standing = any(${standings}::smallint[]) ${entry ? tx`and e.entry = ${entry}` : tx``}`;
}

/** Reads all that match, among few where these are known, each block once, and sorts them. */
export async function readAll(search: Search, narrow: Narrow | null): Promise<Row[]> {
  const { tx, scope, stretch, half, limit } = search;
  const held = half ? stretch.holds[half] : undefined;
  // Of those the planner knows nothing together with what else is asked; their index is in the order of the instant they lack.
  const odd = held?.isOdd && !narrow ? held : null;
  // Asked of few behind the reading, as the planner would otherwise read all that lies behind the place.
  const asFound = { ...search, stretch: { ...stretch, key: tx`e.key` } };
  const rest = narrow && "contacts" in narrow && narrow.areFound ? { ...scope, patterns: null } : scope;
  const avoided = odd ? "enable_bitmapscan" : "enable_indexscan";
  await tx`select set_config(${avoided}, 'off', true)`;
  const rows = await tx<Row[]>`
    with found as materialized (
      select e.id, ${stretch.key} as key
      from ${odd ? tx`(select e.* from enrollments e where ${ofAccount(tx)} ${odd.which} offset 0)` : tx`enrollments`} e
      where ${matching(tx, rest)} ${half ? ofHalf(tx, half) : tx``} ${half && narrow ? amongFew(tx, half, narrow) : tx``}
        ${held?.which ?? tx``} ${narrow ? tx`` : isBehind(search)}
    )
    select id, ${written(tx, tx`key`)} as at from found e where true ${narrow ? isBehind(asFound) : tx``}
    order by ${inOrder(tx, { ...stretch, key: tx`key` }, tx`id`)} limit ${limit}`;
  await tx`select set_config(${avoided}, 'on', true)`;
  return rows;
}

const inOrder = (tx: SqlTx, { key, isAscending }: Stretch, id: Sql = tx`e.id`): Sql =>
  isAscending ? tx`${key}, ${id}` : tx`${key} desc, ${id} desc`;

const written = (tx: SqlTx, key: Sql): Sql =>
  tx`to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

function isBehind({ tx, stretch: { key, isAscending }, behind }: Search): Sql {
  if (!behind) return tx``;
  const place = tx`(${behind.at}::text::timestamptz, ${behind.id}::uuid)`;
  return isAscending ? tx`and (${key}, e.id) > ${place}` : tx`and (${key}, e.id) < ${place}`;
}
