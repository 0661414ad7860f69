import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { useTestDatabase } from "@/db/test-database";
import type { SendCounts, SendFact } from "@/lib/core/metrics";
import { scriptProvider } from "@/lib/engine/fixtures/scripted";
import { countSends, listSends } from "@/lib/sends/data";
import { sendFilterSchema } from "@/lib/sends/schema";
import { checkRollups } from "./check-rollups";
import { heatOf, reportOf, timesOf, wholeDivisionOf } from "./data";
import { COLUMNS_OF } from "./divisions";
import {
  divided,
  figuresOfSends,
  inPeriod,
  liftOfRuns,
  momentOf,
  toGoal,
  toReply,
} from "./fixtures/expected";
import { tellFromLedger } from "./fixtures/from-ledger";
import { countsOfFunnel, funnelAnew } from "./fixtures/funnel-anew";
import { happen } from "./fixtures/happen";
import { anyHistory, BEGINS, type Happening, makeWorld, type World } from "./fixtures/history";
import { funnelOf } from "./funnel";
import { funnelFilterSchema } from "./funnel-schema";
import { liftOf } from "./lift";
import { addDays } from "./period";
import { foldChanges, rebuildRollups } from "./rollups";
import { DIVISIONS, type ReportFilter } from "./schema";

const database = useTestDatabase();
const provider = scriptProvider();

/** How often each thing was counted over all histories: what never occurs is shown by nothing. */
const seen = new Map<string, number>();
const HISTORIES = Number(process.env.HISTORIES ?? 16);
const MET = [
  ...["sent", "delivered", "read", "replied", "positive", "optedOut", "failed", "unknown", "skipped"],
  ...["converted", "revenue", "held out", "both groups", "removed", "variants", "nobody's", "kept"],
  ...["funnel by entry", "funnel by assignee"],
];

describe("any history", () => {
  it("is told by every report as by the ledger, and each number is the length of its list", async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async ({ zone, happenings }) => {
        const world = await makeWorld(database.sql, zone);
        const now = await live(world, happenings);
        expect(await checkRollups(world.accountId)).toEqual([]);
        const told = await tellFromLedger(database.sql, world.accountId);
        const filters = await filtersOf(world, now);
        for (const [n, filter] of filters.entries())
          await agrees(world, filter, { now, told, isListed: n === 0 || n === told.rows % filters.length });
        await funnelsAgree(world, now);
        await staysTheSame(world, now);
      }),
      { numRuns: HISTORIES, seed: 7, endOnFailure: true },
    );
    // Chance decides about holdouts and choices, so that only a long search can be asked for everything.
    for (const what of process.env.HISTORIES ? MET : ["sent"])
      expect(seen.get(what), what).toBeGreaterThan(0);
  }, 600_000);
});

async function live(world: World, happenings: readonly Happening[]): Promise<Date> {
  let now = BEGINS;
  for (const happening of happenings) {
    now = new Date(now.getTime() + happening.afterMinutes * 60_000 + 1_000);
    await happen({ sql: database.sql, world, provider, now }, happening);
  }
  return now;
}

/** Filters and periods that are counted out of days, of months and what is beside them, and of the sends themselves. */
async function filtersOf(
  { accountId, sequences, members, segmentId }: World,
  now: Date,
): Promise<ReportFilter[]> {
  const version = await newestVersion(accountId);
  const [year, ragged] = [{ days: "365" as const }, raggedDays(now)];
  const [assignee, channel] = [members[0], "sms" as const];
  const [first, second] = sequences.map(({ sequenceId }) => sequenceId);
  return [
    ...[year, { days: "7" as const }, ragged, { ...ragged, sequence: first }, { ...ragged, channel }],
    ...[
      { ...ragged, version },
      { ...year, assignee },
      { ...ragged, assignee, channel },
    ],
    ...[
      { ...ragged, assignee, sequence: second },
      { ...year, assignee, version },
    ],
    ...[
      { ...year, segment: segmentId },
      { ...ragged, segment: segmentId, sequence: second },
    ],
  ];
}

/** From the middle of a month into the next, two days before the last one: some are added to months, some removed. */
const raggedDays = (now: Date) => ({ from: "2026-10-27", to: addDays(now.toISOString().slice(0, 10), -2) });

async function newestVersion(accountId: string): Promise<string | undefined> {
  const [version] = await database.sql<{ id: string }[]>`
    select id from sequence_versions where account_id = ${accountId} order by number desc, id limit 1`;
  return version?.id;
}

/** A funnel is what counting its runs and their sends one by one gives, whichever rows it is read from. */
async function funnelsAgree({ accountId, sequences, members }: World, now: Date): Promise<void> {
  const { zone } = await reportOf(accountId, {}, now);
  for (const [n, { sequenceId }] of sequences.entries()) {
    const assignee = members[n];
    for (const days of [{}, raggedDays(now)])
      for (const asked of [
        {},
        { entry: "manual" },
        { entry: "custom" },
        { assignee },
        { assignee: "none" },
      ]) {
        const filter = funnelFilterSchema.parse({ sequence: sequenceId, ...days, ...asked });
        const told = countsOfFunnel(await funnelOf(accountId, filter));
        expect(told, JSON.stringify(filter)).toEqual(
          await funnelAnew(database.sql, accountId, { ...filter, zone }),
        );
        for (const name of Object.keys(asked)) note(`funnel by ${name}`, told.began ?? 0);
      }
  }
}

type Told = Awaited<ReturnType<typeof tellFromLedger>>;

async function agrees(
  world: World,
  filter: ReportFilter,
  { now, told, isListed }: { now: Date; told: Told; isListed: boolean },
) {
  const { accountId } = world;
  const report = await reportOf(accountId, filter, now);
  const { zone, period } = report;
  const inSegment = await membersNow(world);
  const asked = told.sends.filter(
    ({ of }) =>
      (!filter.sequence || of.sequence_id === filter.sequence) &&
      (!filter.version || of.version_id === filter.version) &&
      (!filter.channel || of.channel === filter.channel) &&
      (!filter.assignee || of.assignee_id === filter.assignee) &&
      (!filter.segment || inSegment.has(of.contact_id ?? null)),
  );
  const sends = asked.filter(({ at }) => inPeriod(at, zone, period));
  const before = asked.filter(({ at }) => inPeriod(at, zone, report.before.period));
  expect(report.totals).toEqual(figuresOfSends(sends));
  expect(report.before.totals).toEqual(figuresOfSends(before));
  for (const { day, ...counts } of report.series)
    expect(counts).toEqual(figuresOfSends(sends.filter(({ at }) => momentOf(at, zone).day === day)).counts);
  await lists(accountId, filter, period, {}, report.totals.counts);
  for (const by of DIVISIONS) {
    const groups = divided(sends, COLUMNS_OF[by]);
    if (by === "variant") for (const key of groups.keys()) if (key.endsWith(":")) groups.delete(key);
    const rows = await wholeDivisionOf(accountId, filter, by, now);
    expect(rows.map(({ key }) => key).sort(), by).toEqual([...groups.keys()].sort());
    for (const { key, counts, rates, revenue, isEnough, ...row } of rows) {
      const of = groups.get(key) ?? [];
      expect({ counts, rates, revenue, isEnough }, by).toEqual(figuresOfSends(of));
      expect(row.toReply).toEqual(close(toReply(of)));
      expect(row.toGoal).toEqual(close(toGoal(of)));
      if (isListed) await lists(accountId, filter, period, row.filter, counts);
      if (row.label.by === "variant") note("variants");
      if (row.label.by === "assignee" && !row.label.isAssigned) note("nobody's");
    }
  }
  const { cells } = await heatOf(accountId, filter, now);
  for (const { weekday, hour, counts } of cells) {
    const of = sends.filter(({ at }) => {
      const moment = momentOf(at, zone);
      return moment.weekday === weekday && moment.hour === hour;
    });
    expect(counts).toEqual(figuresOfSends(of).counts);
  }
  const times = await timesOf(accountId, filter, now);
  expect(times.toReply).toEqual(close(toReply(sends)));
  expect(times.toGoal).toEqual(close(toGoal(sends)));
  if (!filter.version && !filter.segment && !filter.assignee) {
    const runs = told.runs.filter(
      ({ at, sequenceId }) =>
        inPeriod(at, zone, period) && (!filter.sequence || sequenceId === filter.sequence),
    );
    const { rows } = await liftOf(accountId, filter, now);
    expect(rows.map(({ sequence: _, isEnough: __, ...row }) => row)).toEqual(liftOfRuns(runs));
    if (rows.some(({ holdout }) => holdout)) note("held out");
    if (rows.some(({ lift }) => lift)) note("both groups");
  }
  for (const [fact, count] of Object.entries(report.totals.counts)) note(fact, count);
  note("revenue", report.totals.revenue.length);
}

/** Who is in the segment: as it was last looked where it is kept, else by their tags. */
async function membersNow({ segmentId, accountId }: World): Promise<Set<string | null>> {
  const [kept] = await database.sql`
    select from report_segments where segment_id = ${segmentId} and read_at is not null`;
  const rows = kept
    ? await database.sql<{ id: string }[]>`
        select contact_id as id from report_members where segment_id = ${segmentId}`
    : await database.sql<{ id: string }[]>`
        select id from contacts where account_id = ${accountId} and 'even' = any(tags) and deleted_at is null`;
  note(kept ? "kept" : "not kept");
  return new Set(rows.map(({ id }) => id));
}

/** Floating point may differ in the last digits of a weighted mean. */
const close = ({ count, median, p90 }: { count: number; median: number | null; p90: number | null }) => ({
  count,
  median: median === null ? null : expect.closeTo(median, 3),
  p90: p90 === null ? null : expect.closeTo(p90, 3),
});

const note = (what: string, times = 1) => void seen.set(what, (seen.get(what) ?? 0) + times);

/** Asks the list behind each number, as its link does; of empty ones one. */
async function lists(
  accountId: World["accountId"],
  { days: _, ...filter }: ReportFilter,
  { from, to }: { from: string; to: string },
  division: Record<string, string>,
  counts: SendCounts,
): Promise<void> {
  const facts = Object.entries(counts) as [SendFact | "converted", number][];
  const empty = facts.find(([, count]) => count === 0);
  for (const [fact, count] of facts.filter((one) => one[1] > 0 || one === empty)) {
    const link = sendFilterSchema.parse({ ...filter, ...division, from, to, fact });
    const { rows } = await listSends(accountId, link, { size: 1_000 });
    const told = await countSends(accountId, link);
    expect({ listed: rows.length, told: told.count }, `${fact} of ${JSON.stringify(link)}`).toEqual({
      ...{ listed: count, told: count },
    });
  }
}

/** What was kept is what counting anew finds; rows of zeros are what is left of what has changed. */
async function staysTheSame({ accountId }: World, now: Date): Promise<void> {
  while (!(await foldChanges(accountId, now)).isDone);
  const kept = await rollups(accountId);
  await rebuildRollups(accountId, now);
  expect(await rollups(accountId)).toEqual(kept);
  const [removed] = await database.sql<{ count: number }[]>`
    select count(*)::int as count from ledger where account_id = ${accountId} and kind = 'undone'
      and because->>'code' = 'bulk_undone'`;
  note("removed", removed?.count);
}

const rollups = (accountId: World["accountId"]) =>
  withAccountSql(accountId, async (tx) => ({
    sends: await tx`
      select * from send_rollups where attempted <> 0 or skipped <> 0
      order by segment_id, grain, day, sequence_id, version_id, channel, step_id, variant_id, mode, assignee_id, entry, hour`,
    runs: await tx`
      select * from run_rollups where runs <> 0
      order by grain, day, sequence_id, version_id, is_holdout, entry, status, end_reason, step_id`,
  }));
