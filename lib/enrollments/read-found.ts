import type { SqlTx } from "@/db/client";
import { FEW } from "./filter-contacts";
import { type Half, type Narrow, narrowedOrFound, possibleHalves } from "./filter-halves";
import type { RunScope } from "./filter-sql";
import { type At, readPlace, type Stretch, stretchesOf } from "./read-order";
import { areFew, fewLeft, type Row, readAll, type Search, type Walked, walk } from "./read-walk";
import type { EnrollmentPlace } from "./schema";

/**
 * `few`: so many are read and sorted at once. `tried`: where signatures do not tell everything, so many runs are looked at
 * in the order of the list before the next way is chosen; `looked`: so many at most; `searched`: so many where each contact
 * has to be searched for a text. Of so many `contacts` the runs are looked up; so many that a text finds are held (`found`).
 */
const BOUNDS = { few: 2_000, tried: 500, looked: 10_000, searched: 4_000, contacts: FEW, found: 20_000 };

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
  const among: Among = { bounds, known: null };
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

/** `known`: what is known of whom the filter means. */
type Among = { bounds: typeof BOUNDS; known: ReturnType<typeof narrowedOrFound> | null };

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
  if (isOdd || scope.ids) return readHalves(search, (await contactsOf(search, among)).narrow);
  const left = await fewLeft(search, bounds.few);
  if (left) return readAll(search, { ids: left });
  const isTold = !asksContact && stretch.by !== "next" && !scope.nextFrom && !scope.nextTo;
  if (isTold) return (await walk(search, null)).found;
  if (!asksContact) return wholly(await walk(search, most), (ahead) => readHalves(ahead, null));
  const looks = scope.patterns ? bounds.searched : most;
  return wholly(await walkOn(search, { tried: bounds.tried, most: looks }), async (ahead) => {
    const { narrow, found } = await contactsOf(search, among);
    if (narrow) return readHalves(ahead, narrow);
    const rather = await fewLeft(ahead, bounds.looked);
    if (rather) return readAll(ahead, { ids: rather });
    return wholly(await walkAmong(ahead, { contacts: found, most }), (rest) => readHalves(rest, null));
  });
}

/** What a walk has found, and what is found by another way behind its last look. */
const wholly = async (
  { found, ahead }: Walked,
  readAhead: (ahead: Search) => Promise<Row[]>,
): Promise<Row[]> => (ahead ? [...found, ...(await readAhead(ahead))] : found);

/** How many more looks than expected are taken: runs that match lie closer in some places than in others. */
const SPARE = 1.5;

/** Goes on as long as what the last looks found lets expect a full page before `most`. */
async function walkOn(search: Search, { tried, most }: { tried: number; most: number }): Promise<Walked> {
  let walked: Walked = { found: [], ahead: search };
  let [looks, left] = [Math.min(tried, most), most];
  while (walked.ahead && looks <= left) {
    const { found, ahead } = await walk(walked.ahead, looks);
    walked = { found: [...walked.found, ...found], ahead };
    left -= looks;
    const expected = ((ahead?.limit ?? 0) * looks) / found.length;
    looks = expected > left ? left + 1 : Math.min(left, Math.max(tried, Math.ceil(expected * SPARE)));
  }
  return walked;
}

/** A text that is found in many contacts is compared with all of them at once, and in each where they are too many. */
async function walkAmong(
  search: Search,
  { contacts, most }: { contacts: string[] | null; most: number },
): Promise<Walked> {
  if (!contacts) return walk(search, most);
  const { scope } = search;
  const { found, ahead } = await walk({ ...search, scope: { ...scope, patterns: null, contacts } }, most);
  return { found, ahead: ahead && { ...ahead, scope } };
}

/** Few runs lie in indexes of a half. */
async function readHalves(search: Search, narrow: Narrow | null): Promise<Row[]> {
  if (search.half || !narrow) return readAll(search, narrow);
  const found: Row[][] = [];
  for (const half of possibleHalves(search.scope)) found.push(await readAll({ ...search, half }, narrow));
  return merged(found, search);
}

/** Looked up once for all stretches and halves. */
function contactsOf({ tx, scope }: Search, among: Among): NonNullable<Among["known"]> {
  among.known ??= narrowedOrFound(tx, scope, { few: among.bounds.contacts, found: among.bounds.found });
  return among.known;
}

function merged(halves: Row[][], { stretch, limit }: Search): Row[] {
  const sign = stretch.isAscending ? 1 : -1;
  const compared = (a: Row, b: Row) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1);
  return halves
    .flat()
    .toSorted((a, b) => sign * compared(a, b))
    .slice(0, limit);
}
