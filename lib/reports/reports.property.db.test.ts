import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { useTestDatabase } from "@/db/test-database";
import type { SendCounts, SendFact } from "@/lib/core/metrics";
import { scriptProvider } from "@/lib/engine/fixtures/scripted";
import { countSends, listSends } from "@/lib/sends/data";
import { sendFilterSchema } from "@/lib/sends/schema";
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
import { happen } from "./fixtures/happen";
import { anyHistory, BEGINS, type Happening, makeWorld, type World } from "./fixtures/history";
import { liftOf } from "./lift";
import { foldChanges, rebuildRollups } from "./rollups";
import { DIVISIONS, type ReportFilter } from "./schema";

const database = useTestDatabase();
const provider = scriptProvider();

/** How often each thing was counted over all histories: what never occurs is shown by nothing. */
const seen = new Map<string, number>();
const HISTORIES = Number(process.env.HISTORIES ?? 25);

describe("any history", () => {
  it("is told by every report as by the ledger, and each number is the length of its list", async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async ({ zone, happenings }) => {
        const world = await makeWorld(database.sql, zone);
        const now = await live(world, happenings);
        const told = await tellFromLedger(database.sql, world.accountId);
        for (const [n, filter] of (await filtersOf(world)).entries())
          await agrees(world, filter, { now, told, isListed: n === 0 || n === told.rows % 9 });
        await staysTheSame(world, now);
      }),
      { numRuns: HISTORIES, seed: 7, endOnFailure: true },
    );
    for (const what of [
      "sent",
      "delivered",
      "read",
      "replied",
      "positive",
      "optedOut",
      "failed",
      "unknown",
      "skipped",
    ])
      expect(seen.get(what), what).toBeGreaterThan(0);
    for (const what of ["converted", "revenue", "held out", "both groups", "removed", "variants", "nobody's"])
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

async function filtersOf({ accountId, sequences, members, segmentId }: World): Promise<ReportFilter[]> {
  const [version] = await database.sql<{ id: string }[]>`
    select id from sequence_versions where account_id = ${accountId} order by number desc, id limit 1`;
  const all = { days: "365" as const };
  return [
    ...[all, { days: "7" as const }, { ...all, sequence: sequences[0]?.sequenceId }],
    ...[
      { ...all, channel: "sms" as const },
      { ...all, version: version?.id },
      { ...all, segment: segmentId },
    ],
    ...[
      { ...all, assignee: members[0] },
      { ...all, assignee: members[0], channel: "sms" as const },
    ],
    { ...all, segment: segmentId, sequence: sequences[1]?.sequenceId },
  ];
}

type Told = Awaited<ReturnType<typeof tellFromLedger>>;

async function agrees(
  world: World,
  filter: ReportFilter,
  { now, told, isListed }: { now: Date; told: Told; isListed: boolean },
) {
  const { accountId, contacts } = world;
  const report = await reportOf(accountId, filter, now);
  const { zone, period } = report;
  const inSegment = new Set(
    contacts.filter(({ tags }) => tags.includes("even")).map(({ id }) => id as string | null),
  );
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
      order by grain, day, sequence_id, version_id, channel, step_id, variant_id, mode, assignee_id, entry, hour`,
    runs: await tx`
      select * from run_rollups where runs <> 0
      order by grain, day, sequence_id, version_id, is_holdout, entry, status, end_reason, step_id`,
  }));
