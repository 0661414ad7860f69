import { CHANNELS } from "@/lib/core/model";
import { variantsOf } from "@/lib/reports/comparison";
import { divisionOf, heatOf, reportOf, timesOf } from "@/lib/reports/data";
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
  const spans = (["30", "365"] as const).flatMap((days) =>
    narrowed.map(({ name, filter }) => ({
      name: `${days} days${name}`,
      filter: (nth: number): ReportFilter => ({ days, ...filter(nth) }),
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
    ...of("hours", (filter) => heatOf(accountId, filter, now)),
    ...of("times", (filter) => timesOf(accountId, filter, now)),
    ...of("lift", (filter) => liftOf(accountId, filter, now)),
    ...of("variants", (filter) => variantsOf(accountId, filter, now)),
    ...funnelCases(known),
  ];
}

function funnelCases({ accountId, sequences, assignees, segments, now }: Known): Case[] {
  const filters: Record<string, (nth: number) => Record<string, string>> = {
    "of all time": () => ({}),
    "of 30 days": () => ({ from: dayAgo(now, 30), to: dayAgo(now, 0) }),
    "of a year": () => ({ from: dayAgo(now, 365), to: dayAgo(now, 0) }),
    version: (nth) => ({ version: pick(pick(sequences, nth).versionIds, nth) }),
    entry: (nth) => ({ entry: pick(["bulk", "manual", "deal.created"], nth) }),
    assignee: (nth) => ({ assignee: pick(assignees, nth) }),
    segment: (nth) => ({ segment: pick(segments, nth) }),
  };
  return Object.entries(filters).map(([name, filter]) => ({
    ...{ group: "funnel", name },
    ask: (nth) =>
      funnelOf(accountId, funnelFilterSchema.parse({ sequence: pick(sequences, nth).id, ...filter(nth) })),
  }));
}
