import type { SqlTx } from "@/db/client";
import { foundAmong } from "./filter-contacts";
import { type Half, type Narrow, narrowed, possibleHalves } from "./filter-halves";
import type { RunScope } from "./filter-sql";
import { type At, readPlace, type Stretch, stretchesOf } from "./read-order";
import { areFew, fewLeft, type Row, readAll, type Search, type Walked, walk } from "./read-walk";
import type { EnrollmentPlace } from "./schema";

/**
 * `few`: so many are read and sorted at once. `tried`: where signatures do not tell everything, so many runs are looked at
 * in the order of the list before the next way is chosen; `looked`: so many at most; `searched`: so many where each contact
 * has to be searched for a text. `found`: so many contacts are held in memory.
 */
const BOUNDS = { few: 2_000, tried: 500, looked: 10_000, searched: 4_000, found: 20_000 };

/** Looks for each run that is asked for. */
const LOOKS_EACH = 20;

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
  const among: Among = { bounds, few: null };
  const found: At[] = [];
  for (const stretch of ahead(stretchesOf(tx, place), { at, isBack: place.before !== undefined })) {
    const search: Search = {
      ...{ tx, scope, stretch, half: null, limit: limit - found.length },
      behind: at && at.isKeyed === stretch.isKeyed ? at : null,
    };
    for (const row of await findIn(search, among)) found.push({ ...row, isKeyed: stretch.isKeyed });
    if (found.length >= limit) break;
  }
  return found;
}

/**
 * For the rest of the transaction: filters differ too much in what they find for one plan, and what lists read is in memory,
 * where to read here and there costs little more than to read all. Several readers of one page would all read too far.
 */
export async function customPlans(tx: SqlTx): Promise<void> {
  await tx`
    select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true),
      set_config('random_page_cost', '1.1', true), set_config('max_parallel_workers_per_gather', '0', true)`;
}

/** The stretches from a place on, each in the direction of the reading. */
function ahead(stretches: Stretch[], { at, isBack }: { at: At | null; isBack: boolean }): Stretch[] {
  const turned = isBack
    ? stretches.toReversed().map((one) => ({ ...one, isAscending: !one.isAscending }))
    : stretches;
  return at ? turned.slice(turned.findIndex((one) => one.isKeyed === at.isKeyed)) : turned;
}

/** `few`: what is found once for all stretches. */
type Among = { bounds: typeof BOUNDS; few: Promise<Narrow | null> | null };

async function findIn(search: Search, among: Among): Promise<Row[]> {
  const possible = possibleHalves(search.scope).filter((half) => search.stretch.holds[half]);
  const found: Row[][] = [];
  for (const half of parted(search, possible)) found.push(await findHalf({ ...search, half }, among));
  return merged(found, search);
}

/** Both halves are read at once where neither can be found any better alone. */
function parted({ scope, stretch }: Search, possible: Half[]): (Half | null)[] {
  const { holds } = stretch;
  const isApart = holds.live?.isOdd || holds.ended?.isOdd || scope.ofSequence || scope.entry || scope.ids;
  return possible.length < 2 || isApart ? possible : [null];
}

async function findHalf(search: Search, among: Among): Promise<Row[]> {
  const { scope, stretch, half } = search;
  const { bounds } = among;
  // Whoever exports asks for many at a time.
  const most = Math.max(bounds.looked, LOOKS_EACH * search.limit);
  const asksContact = scope.patterns !== null || scope.tag !== undefined || scope.members !== null;
  const isOdd = half !== null && stretch.holds[half]?.isOdd;
  if (isOdd && !scope.ids && (await areFew(search, bounds.looked))) return readAll(search, null);
  if (isOdd || scope.ids) return readHalves(search, await few(search, among));
  const left = await fewLeft(search, bounds.few);
  if (left) return readAll(search, { ids: left });
  const isTold = !asksContact && stretch.by !== "next" && !scope.nextFrom && !scope.nextTo;
  if (isTold) return (await walk(search, null)).found;
  if (!asksContact) return wholly(await walk(search, most), (ahead) => readHalves(ahead, null));
  const looks = scope.patterns ? bounds.searched : most;
  return wholly(
    await walkOn(search, { tried: Math.min(bounds.tried, looks), most: looks }),
    async (ahead) => {
      const narrow = await few(search, among);
      if (narrow) return readHalves(ahead, narrow);
      const rather = await fewLeft(ahead, bounds.looked);
      if (rather) return readAll(ahead, { ids: rather });
      return wholly(await walkFurther(ahead, { found: bounds.found, most }), (rest) =>
        readHalves(rest, null),
      );
    },
  );
}

/** What a walk has found, and what is found by another way behind its last look. */
const wholly = async (
  { found, ahead }: Walked,
  readAhead: (ahead: Search) => Promise<Row[]>,
): Promise<Row[]> => (ahead ? [...found, ...(await readAhead(ahead))] : found);

/** How many more looks than expected are taken: runs that match lie closer in some places than in others. */
const SPARE = 1.5;

/** Goes on behind the first looks, where these found so much that the page is likely to be full before `most`. */
async function walkOn(search: Search, { tried, most }: { tried: number; most: number }): Promise<Walked> {
  const first = await walk(search, tried);
  if (!first.ahead) return first;
  const expected = (first.ahead.limit * tried) / first.found.length;
  if (expected > most - tried) return first;
  const next = await walk(first.ahead, Math.min(Math.ceil(expected * SPARE), most - tried));
  return { found: [...first.found, ...next.found], ahead: next.ahead };
}

/** A text that is found in many contacts is searched for in all of them at once, and in each where they are too many. */
async function walkFurther(search: Search, bounds: { found: number; most: number }): Promise<Walked> {
  const { tx, scope } = search;
  const contacts = scope.patterns && (await foundAmong(tx, scope.patterns, bounds.found));
  if (!contacts) return walk(search, bounds.most);
  const { found, ahead } = await walk(
    { ...search, scope: { ...scope, patterns: null, contacts } },
    bounds.most,
  );
  return { found, ahead: ahead && { ...ahead, scope } };
}

/** Few runs lie in indexes of a half. */
async function readHalves(search: Search, narrow: Narrow | null): Promise<Row[]> {
  if (search.half || !narrow) return readAll(search, narrow);
  const found: Row[][] = [];
  for (const half of possibleHalves(search.scope)) found.push(await readAll({ ...search, half }, narrow));
  return merged(found, search);
}

function few({ tx, scope }: Search, among: Among): Promise<Narrow | null> {
  among.few ??= narrowed(tx, scope);
  return among.few;
}

function merged(halves: Row[][], { stretch, limit }: Search): Row[] {
  const sign = stretch.isAscending ? 1 : -1;
  const compared = (a: Row, b: Row) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1);
  return halves
    .flat()
    .toSorted((a, b) => sign * compared(a, b))
    .slice(0, limit);
}
