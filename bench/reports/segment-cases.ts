import { variantsOf } from "@/lib/reports/comparison";
import { divisionOf, heatOf, reportOf, timesOf } from "@/lib/reports/data";
import { funnelOf } from "@/lib/reports/funnel";
import { funnelFilterSchema } from "@/lib/reports/funnel-schema";
import { liftOf } from "@/lib/reports/lift";
import { DIVISIONS, type ReportFilter } from "@/lib/reports/schema";
import { countSends, listSends } from "@/lib/sends/data";
import { sendFilterSchema } from "@/lib/sends/schema";
import { type Case, dayAgo, type Known, pick } from "./cases";

/** Reports, funnels and lists of the account's segments, which are kept, narrowed further, too; and of one that is not. */
export function segmentCases({ accountId, sequences, assignees, segments, unkept, now }: Known): Case[] {
  const segment = (nth: number) => pick(segments, nth);
  const spans = (["30", "365"] as const).flatMap((days) => {
    const of = (name: string, more: (nth: number) => ReportFilter = () => ({})) => ({
      name: `${days} days of a segment${name}`,
      filter: (nth: number): ReportFilter => ({ days, segment: segment(nth), ...more(nth) }),
    });
    return [
      of(""),
      of(", sequence", (nth) => ({ sequence: pick(sequences, nth).id })),
      of(", assignee", (nth) => ({ assignee: pick(assignees, nth) })),
    ];
  });
  const reports = (name: string, ask: (filter: ReportFilter) => Promise<unknown>): Case[] =>
    spans.map((span) => ({
      ...{ group: "report", name: `${name}, ${span.name}` },
      ask: (nth) => ask(span.filter(nth)),
    }));
  const month = { from: dayAgo(now, 30), to: dayAgo(now, 0) };
  const funnels: Record<string, (nth: number) => Record<string, string>> = {
    "of all time": () => ({}),
    "of 30 days": () => month,
    version: (nth) => ({ version: pick(pick(sequences, nth).versionIds, nth) }),
  };
  const lists: Record<string, (nth: number) => Record<string, string>> = {
    "30 days": () => month,
    replied: () => ({ fact: "replied" }),
    "skipped, 30 days": () => ({ fact: "skipped", ...month }),
    sequence: (nth) => ({ sequence: pick(sequences, nth).id }),
    assignee: (nth) => ({ assignee: pick(assignees, nth) }),
    "by enrollment": () => ({ by: "enrolled", ...month }),
    converted: () => ({ fact: "converted" }),
  };
  const sends = (
    name: string,
    ask: (filter: ReturnType<typeof sendFilterSchema.parse>) => Promise<unknown>,
  ) =>
    Object.entries(lists).map(
      ([what, filter]): Case => ({
        ...{ group: "sends", name: `${name} of a segment, ${what}` },
        ask: (nth) => ask(sendFilterSchema.parse({ ...filter(nth), segment: segment(nth) })),
      }),
    );
  return [
    ...reports("totals", (filter) => reportOf(accountId, filter, now)),
    ...DIVISIONS.flatMap((by) => reports(`by ${by}`, (filter) => divisionOf(accountId, filter, by, now))),
    ...reports("hours", (filter) => heatOf(accountId, filter, now)),
    ...reports("times", (filter) => timesOf(accountId, filter, now)),
    ...reports("lift", (filter) => liftOf(accountId, filter, now)),
    ...reports("variants", (filter) => variantsOf(accountId, filter, now)),
    ...Object.entries(funnels).map(
      ([name, filter]): Case => ({
        ...{ group: "funnel", name: `of a segment, ${name}` },
        ask: (nth) =>
          funnelOf(
            accountId,
            funnelFilterSchema.parse({
              sequence: pick(sequences, nth).id,
              segment: segment(nth),
              ...filter(nth),
            }),
          ),
      }),
    ),
    {
      ...{ group: "report", name: "totals, 30 days of a segment that is not kept yet" },
      ask: () => reportOf(accountId, { days: "30", segment: unkept }, now),
    },
    ...sends("page", (filter) => listSends(accountId, filter)),
    ...sends("count", (filter) => countSends(accountId, filter)),
  ];
}
