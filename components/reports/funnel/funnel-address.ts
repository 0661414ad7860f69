import * as z from "zod";
import type { FunnelFilter } from "@/lib/reports/funnel-schema";
import { type ReportFilter, reportFilterSchema } from "@/lib/reports/schema";
import type { ListedFact, SendFilter } from "@/lib/sends/schema";
import { addressOf, listHref, runsHref } from "../report-address";

/** How the page of a funnel is looked at, beside what `funnelFilterSchema` has. */
export const funnelViewSchema = reportFilterSchema.pick({ days: true }).extend({
  /** The version that stands beside the first one. */
  against: z.uuid().optional(),
});
type FunnelView = z.infer<typeof funnelViewSchema>;
type FunnelParts = Omit<FunnelFilter, "sequence"> & FunnelView;

/** What a funnel was asked for. `parts` are those of its address; `filter` has the days that they mean. */
export type AskedFunnel = { account: string; filter: FunnelFilter; parts: FunnelParts };

export const funnelHref = ({ account, filter }: AskedFunnel, parts: FunnelParts): string =>
  addressOf(`/${account}/sequences/${filter.sequence}/funnel`, parts);

export const funnelCsvHref = ({ account, filter }: AskedFunnel): string =>
  addressOf(`/api/a/${account}/funnel/export`, filter);

/** The report of what the sequence sent in the same days. */
export const funnelReportHref = ({ account, filter, parts: { days } }: AskedFunnel): string => {
  const { sequence, version, assignee, segment, from, to } = filter;
  const period: ReportFilter = days ? { days } : { from, to };
  return addressOf(`/${account}/reports`, { ...period, sequence, version, assignee, segment });
};

type SendParts = Partial<Record<keyof SendFilter, string>>;

/** The sends, or conversions, that a number of the funnel counts. */
export const funnelSendsHref = (
  { account, filter }: AskedFunnel,
  fact: ListedFact,
  more: SendParts = {},
): string => listHref(account, { ...filter, by: "enrolled", fact, ...more });

type RunParts = { step?: string; status?: string; reason?: string; holdout?: "yes" | "no" };

/** The runs that a number counts. */
export const funnelRunsHref = ({ account, filter }: AskedFunnel, more: RunParts = {}): string =>
  runsHref(account, { ...filter, holdout: "no", ...more });
