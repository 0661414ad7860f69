import { CHANNELS } from "@/lib/core/model";
import { variantsOf } from "@/lib/reports/comparison";
import { divisionOf, divisionTimesOf, heatOf, reportOf, timesOf } from "@/lib/reports/data";
import { funnelOf } from "@/lib/reports/funnel";
import { funnelFilterSchema } from "@/lib/reports/funnel-schema";
import { liftOf } from "@/lib/reports/lift";
import { DIVISIONS, type ReportFilter } from "@/lib/reports/schema";
import { type Case, dayAgo, type Known, pick } from "./cases";

type Narrow = { name: string; filter: (nth: number) => ReportFilter };

/** Every report and division over a month and a year, alone and narrowed; and funnels. */
export function reportCases(known: Known): Case[] {
  const { accountId, sequences, assignees, segments, now } = known;
  const narrowed: Narrow[] = [
    { name: "", filter: () => ({}) },
    { name: ", sequence", filter: (nth) => ({ sequence: pick(sequences, nth).id }) },
    {
      name: ", sequence, version",
      filter: (nth) => ({
        sequence: pick(sequences, nth).id,
        version: pick(pick(sequences, nth).versionIds, nth),
      }),
    },
    { name: ", channel", filter: (nth) => ({ channel: pick(CHANNELS, nth) }) },
    { name: ", assignee", filter: (nth) => ({ assignee: pick(assignees, nth) }) },
    {
      name: ", assignee, channel",
      filter: (nth) => ({ assignee: pick(assignees, nth), channel: pick(CHANNELS, nth) }),
    },
    {
      name: ", sequence, version, assignee",
      filter: (nth) => ({
        ...{ sequence: pick(sequences, nth).id, version: pick(pick(sequences, nth).versionIds, nth) },
        assignee: pick(assignees, nth),
      }),
    },
    { name: ", segment", filter: (nth) => ({ segment: pick(segments, nth) }) },
    {
      name: ", sequence, channel, assignee",
      filter: (nth) => ({
        ...{
          sequence: pick(sequences, nth).id,
          channel: pick(CHANNELS, nth),
          assignee: pick(assignees, nth),
        },
      }),
    },
  ];
  // The last is neither whole months nor up to today: some of its days are counted one by one.
  const periods: Record<string, ReportFilter> = {
    "30 days": { days: "30" },
    "365 days": { days: "365" },
    "months and days": { from: `${dayAgo(now, 200).slice(0, 8)}15`, to: `${dayAgo(now, 60).slice(0, 8)}15` },
  };
  const spans = Object.entries(periods).flatMap(([span, period]) =>
    narrowed.map(({ name, filter }) => ({
      name: `${span}${name}`,
      filter: (nth: number): ReportFilter => ({ ...period, ...filter(nth) }),
    })),
  );
  const of = (name: string, ask: (filter: ReportFilter) => Promise<unknown>): Case[] =>
    spans.map((span) => ({
      ...{ group: "report", name: `${name}, ${span.name}` },
      ask: (nth) => ask(span.filter(nth)),
    }));
  return [
    ...of("totals", (filter) => reportOf(accountId, filter, now)),
    ...DIVISIONS.flatMap((by) => of(`by ${by}`, (filter) => divisionOf(accountId, filter, by, now))),
    ...DIVISIONS.flatMap((by) =>
      of(`times by ${by}`, (filter) => divisionTimesOf(accountId, filter, by, now)),
    ),
    ...of("hours", (filter) => heatOf(accountId, filter, now)),
    ...of("times", (filter) => timesOf(accountId, filter, now)),
    ...of("lift", (filter) => liftOf(accountId, filter, now)),
    ...of("variants", (filter) => variantsOf(accountId, filter, now)),
    ...funnelCases(known),
  ];
}

function funnelCases({ accountId, sequences, assignees, segments, now }: Known): Case[] {
  const ragged = { from: `${dayAgo(now, 200).slice(0, 8)}15`, to: `${dayAgo(now, 60).slice(0, 8)}15` };
  const filters: Record<string, (nth: number) => Record<string, string>> = {
    "of all time": () => ({}),
    "of 30 days": () => ({ from: dayAgo(now, 30), to: dayAgo(now, 0) }),
    "of a year": () => ({ from: dayAgo(now, 365), to: dayAgo(now, 0) }),
    version: (nth) => ({ version: pick(pick(sequences, nth).versionIds, nth) }),
    entry: (nth) => ({ entry: pick(["bulk", "manual", "deal.created"], nth) }),
    assignee: (nth) => ({ assignee: pick(assignees, nth) }),
    "entry, months and days": (nth) => ({ ...ragged, entry: pick(["bulk", "manual", "deal.created"], nth) }),
    "assignee, months and days": (nth) => ({ ...ragged, assignee: pick(assignees, nth) }),
    "entry, 30 days": (nth) => ({
      ...{ from: dayAgo(now, 30), to: dayAgo(now, 0) },
      entry: pick(["bulk", "manual", "deal.created"], nth),
    }),
    segment: (nth) => ({ segment: pick(segments, nth) }),
  };
  return Object.entries(filters).map(([name, filter]) => ({
    ...{ group: "funnel", name },
    ask: (nth) =>
      funnelOf(accountId, funnelFilterSchema.parse({ sequence: pick(sequences, nth).id, ...filter(nth) })),
  }));
}
