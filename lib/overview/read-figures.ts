import { NO_SENDS, type SendCounts } from "@/lib/core/metrics";
import { isoDateOf, toLocalMs } from "@/lib/core/zone";
import type { Cell } from "@/lib/reports/divisions";
import { type Counted, joined, summed } from "@/lib/reports/figures";
import { daysOf } from "@/lib/reports/period";
import { readConversions } from "@/lib/reports/read-conversions";
import type { ReportScope } from "@/lib/reports/read-scope";
import { readSends } from "@/lib/reports/read-sends";
import type { DaySpan, DayVolume, Overview, SequenceFigures, Today, TodayFact } from "./schema";

/** Sequences are compared over whole weeks. */
const SEQUENCE_DAYS = 28;
const FAILED_DAYS = 7;
const MOST_SEQUENCES = 5;
const HOUR_MS = 3_600_000;

/** What reports say of the last thirty days, in the words of the overview: from the rollups and what is not folded yet. */
export async function readFigures(
  scope: ReportScope,
  now: Date,
): Promise<Pick<Overview, "failed" | "volume" | "sequences"> & { today: Today }> {
  const columns = ["day", "sequence_id"] as const;
  const [sends, conversions] = [
    await readSends(scope, scope.period, columns),
    await readConversions(scope, scope.period, columns),
  ];
  const cells = joined(sends, conversions);
  const days = daysOf(scope.period);
  const ofDays = (some: readonly string[]) => cells.filter(({ cell }) => some.includes(String(cell.day)));
  const byDay = new Map(groups(cells, "day").map(([day, ofDay]) => [day, summed(ofDay).counts]));
  const volume = days.map((day): DayVolume => {
    const { sent, replied, failed } = byDay.get(day) ?? NO_SENDS;
    return { day, sent, replied, failed };
  });
  const lately = days.slice(-FAILED_DAYS);
  return {
    failed: { ...spanOf(lately), count: summed(ofDays(lately)).counts.failed },
    today: await todayOf(scope, { now, byDay }),
    volume,
    sequences: await sequencesOf(scope, days.slice(-SEQUENCE_DAYS), cells),
  };
}

const spanOf = (days: readonly string[]): DaySpan => ({ from: days[0] ?? "", to: days.at(-1) ?? "" });

function groups(cells: readonly Counted[], column: keyof Cell): [string, Counted[]][] {
  const found = new Map<string, Counted[]>();
  for (const one of cells) {
    const key = String(one.cell[column]);
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return [...found];
}

async function todayOf(
  scope: ReportScope,
  { now, byDay }: { now: Date; byDay: ReadonlyMap<string, SendCounts> },
): Promise<Today> {
  const local = toLocalMs(now.getTime(), scope.zone);
  const [day, weekBefore] = [isoDateOf(local), isoDateOf(local - 7 * 24 * HOUR_MS)];
  const untilHour = Math.floor(local / HOUR_MS) % 24;
  const that = { from: weekBefore, to: weekBefore, days: 1 };
  const hours = joined(await readSends(scope, that, ["hour"]), await readConversions(scope, that, ["hour"]));
  const byNow = summed(hours.filter(({ cell }) => Number(cell.hour) < untilHour)).counts;
  const whole = summed(hours).counts;
  const figure = (fact: TodayFact) => ({
    now: (byDay.get(day) ?? NO_SENDS)[fact],
    beforeByNow: byNow[fact],
    before: whole[fact],
  });
  const figures = { sent: figure("sent"), replied: figure("replied"), converted: figure("converted") };
  return { day, weekBefore, untilHour, figures, live: await liveOf(scope) };
}

/** How many runs are live, by the rollups and what is not folded yet. */
async function liveOf({ tx, accountId }: ReportScope): Promise<Today["live"]> {
  const [row] = await tx<Today["live"][]>`
    select coalesce(sum(runs) filter (where status = 'active'), 0)::int as active,
      coalesce(sum(runs) filter (where status = 'paused'), 0)::int as paused
    from (
      select status, runs from run_rollups
      where account_id = ${accountId} and grain = 'standing' and status in ('active', 'paused') and runs <> 0
      union all
      select status, runs from run_changes where account_id = ${accountId} and status in ('active', 'paused')
    ) live`;
  return row ?? { active: 0, paused: 0 };
}

async function sequencesOf(
  { tx }: ReportScope,
  days: readonly string[],
  cells: readonly Counted[],
): Promise<Overview["sequences"]> {
  const lately = new Set(days);
  const counted = groups(
    cells.filter(({ cell }) => lately.has(String(cell.day))),
    "sequence_id",
  ).map(([id, ofOne]) => ({ id, counts: summed(ofOne).counts }));
  const best = counted
    .filter(({ counts }) => counts.sent > 0)
    .sort((a, b) => b.counts.converted - a.counts.converted || b.counts.sent - a.counts.sent)
    .slice(0, MOST_SEQUENCES);
  const trouble = ({ failed, unknown }: SendCounts) => failed + unknown;
  const worst = counted
    .filter(({ counts }) => trouble(counts) > 0)
    .sort((a, b) => trouble(b.counts) - trouble(a.counts))
    .slice(0, MOST_SEQUENCES);
  const rows = await tx<{ id: string; name: string }[]>`
    select id, name from sequences where id = any(${[...best, ...worst].map(({ id }) => id)})`;
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]));
  const shown = ({ id, counts }: (typeof counted)[number]): SequenceFigures => {
    const { sent, replied, converted, failed, unknown } = counts;
    return { id, name: nameOf.get(id) ?? null, sent, replied, converted, failed, unknown };
  };
  return { span: spanOf(days), best: best.map(shown), worst: worst.map(shown) };
}
