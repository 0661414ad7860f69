import type { AccountId } from "@/lib/accounts/account-id";
import { isEnough, NO_SENDS, ratesOf } from "@/lib/core/metrics";
import { filterOf, namesOf } from "./division-labels";
import { COLUMNS_OF, type SendColumn } from "./divisions";
import { type Counted, figuresOf, joined, keyOf, summed } from "./figures";
import { daysOf } from "./period";
import { readConversions } from "./read-conversions";
import { type ReportScope, withReport } from "./read-scope";
import { readSends } from "./read-sends";
import { readGoalTimes, readReplyTimes, type TimedCell } from "./read-times";
import type {
  Division,
  DivisionReport,
  DivisionRow,
  DivisionTimes,
  Heat,
  Period,
  PeriodReport,
  Report,
  ReportFilter,
  RowTimes,
  Spread,
  TimedRow,
  Times,
} from "./schema";

/** Totals and days of the period and of the one before. All functions here throw as `withReport`. */
export const reportOf = (accountId: AccountId, filter: ReportFilter, now: Date): Promise<Report> =>
  withReport(accountId, filter, now, async (scope) => {
    const { zone, period, before } = scope;
    // One follows the other, so both are read at once.
    const days = await readCells(scope, { ...period, from: before.from }, ["day"]);
    const membersAt = scope.membersAt?.toISOString() ?? null;
    return { zone, membersAt, ...periodReport(days, period), before: periodReport(days, before) };
  });

/** Sends of the period, divided; the most numerous first, as many as a screen bears. */
export const divisionOf = (
  accountId: AccountId,
  filter: ReportFilter,
  by: Division,
  now: Date,
): Promise<DivisionReport> =>
  withReport(accountId, filter, now, async (scope) => {
    const { zone, period } = scope;
    const { rows, all } = await readDivision(scope, by, MOST_ROWS);
    return { zone, period, rows, isCut: all > rows.length };
  });

/** The times of the rows of a division, in a question of their own: every single one of them is read and sorted. */
export const divisionTimesOf = (
  accountId: AccountId,
  filter: ReportFilter,
  by: Division,
  now: Date,
): Promise<DivisionTimes> =>
  withReport(accountId, filter, now, async (scope) => Object.fromEntries(await readRowTimes(scope, by)));

/** Every row of a division with its times, at one moment. */
export const wholeDivisionOf = (
  accountId: AccountId,
  filter: ReportFilter,
  by: Division,
  now: Date,
): Promise<TimedRow[]> =>
  withReport(accountId, filter, now, async (scope) => {
    const { rows } = await readDivision(scope, by, Number.POSITIVE_INFINITY);
    const times = await readRowTimes(scope, by);
    return rows.map((row) => ({ ...row, ...(times.get(row.key) ?? NO_TIMES) }));
  });

/** What a table on a screen bears. */
const MOST_ROWS = 200;

async function readDivision(
  scope: ReportScope,
  by: Division,
  most: number,
): Promise<{ rows: DivisionRow[]; all: number }> {
  const cells = (await readCells(scope, scope.period, COLUMNS_OF[by]))
    // A step that says the same to all has no variants to compare.
    .filter(({ cell }) => by !== "variant" || cell.variant_id !== null)
    .sort(mostSentFirst);
  const shown = cells.slice(0, most);
  const shownCells = shown.map(({ cell }) => cell);
  const nameOf = await namesOf(scope.tx, by, shownCells);
  const rows = shown.map((one) => ({
    key: keyOf(one.cell),
    filter: filterOf(by, one.cell),
    label: nameOf(one.cell),
    ...figuresOf(one),
  }));
  return { rows, all: cells.length };
}

async function readRowTimes(scope: ReportScope, by: Division): Promise<Map<string, RowTimes>> {
  const columns = COLUMNS_OF[by];
  const toReply = await readReplyTimes(scope, scope.period, columns);
  const toGoal = await readGoalTimes(scope, scope.period, columns);
  const [reply, goal] = [spreads(toReply), spreads(toGoal)];
  const keys = [...toReply, ...toGoal].map(({ cell }) => keyOf(cell));
  return new Map(keys.map((key) => [key, { toReply: reply(key), toGoal: goal(key) }]));
}

export const heatOf = (accountId: AccountId, filter: ReportFilter, now: Date): Promise<Heat> =>
  withReport(accountId, filter, now, async (scope) => {
    const { zone, period } = scope;
    const found = await readCells(scope, period, ["weekday", "hour"]);
    const counts = new Map(found.map((one) => [keyOf(one.cell), one.counts]));
    const cells = Array.from({ length: 7 * 24 }, (_, n) => {
      const at = { weekday: Math.floor(n / 24) + 1, hour: n % 24 };
      const of = counts.get(keyOf(at)) ?? NO_SENDS;
      return { ...at, counts: of, rates: ratesOf(of), isEnough: isEnough(of.sent) };
    });
    return { zone, period, cells };
  });

/** How long it took to the first reply and to the goal, and how long in the period before. */
export const timesOf = (accountId: AccountId, filter: ReportFilter, now: Date): Promise<Times> =>
  withReport(accountId, filter, now, async (scope) => {
    const read = async (period: Period) => ({
      period,
      toReply: spreads(await readReplyTimes(scope, period, []))(""),
      toGoal: spreads(await readGoalTimes(scope, period, []))(""),
    });
    return { zone: scope.zone, ...(await read(scope.period)), before: await read(scope.before) };
  });

export const readCells = async (scope: ReportScope, period: Period, columns: readonly SendColumn[]) =>
  joined(await readSends(scope, period, columns), await readConversions(scope, period, columns));

function periodReport(days: readonly Counted[], period: Period): PeriodReport {
  const inside = days.filter(({ cell: { day } }) => period.from <= String(day) && String(day) <= period.to);
  const counts = new Map(inside.map((one) => [keyOf(one.cell), one.counts]));
  const series = daysOf(period).map((day) => ({ day, ...(counts.get(day) ?? NO_SENDS) }));
  return { period, totals: figuresOf(summed(inside)), series };
}

const mostSentFirst = (a: Counted, b: Counted) =>
  b.counts.sent - a.counts.sent ||
  b.counts.attempted - a.counts.attempted ||
  (keyOf(a.cell) < keyOf(b.cell) ? -1 : 1);

const NEVER: Spread = { count: 0, median: null, p90: null };
const NO_TIMES: RowTimes = { toReply: NEVER, toGoal: NEVER };

function spreads(cells: readonly TimedCell[]): (key: string) => Spread {
  const found = new Map(cells.map(({ cell, spread }) => [keyOf(cell), spread]));
  return (key) => found.get(key) ?? NEVER;
}
