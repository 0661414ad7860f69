import * as z from "zod";
import type { Metric } from "@/lib/core/metrics";
import { DIVISIONS, type Period, type ReportFilter, type ReportTable } from "@/lib/reports/schema";
import type { ListedFact, SendFilter } from "@/lib/sends/schema";

/** In order: what people ask for first stands first. */
export const RATE_COLUMNS = [
  "reply",
  "positive",
  "conversion",
  "optOut",
  "failure",
  "delivered",
  "read",
] as const satisfies readonly Metric[];
/** What lines and maps of hours can show. */
export const SHOWN_METRICS = ["sent", ...RATE_COLUMNS] as const;
export type ShownMetric = (typeof SHOWN_METRICS)[number];

export const TABS = [...DIVISIONS, "hour"] as const;
/** Columns of the table that have an order. */
const SORTS = ["label", ...SHOWN_METRICS, "toReply", "toGoal"] as const;
export type Sort = (typeof SORTS)[number];

/** How the page of reports is looked at, beside its filter. */
export const reportViewSchema = z.object({
  metric: z.enum(SHOWN_METRICS).optional(),
  by: z.enum(TABS).optional(),
  sort: z.enum(SORTS).optional(),
  order: z.enum(["asc", "desc"]).optional(),
});
export type ReportView = z.infer<typeof reportViewSchema>;

type Parts = Record<string, string | number | undefined>;

/** An address with what is asked behind its question mark. */
export const addressOf = (path: string, parts: Parts): string => `${path}${queryOf(parts)}`;

function queryOf(parts: Parts): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts))
    if (value !== undefined && value !== "") query.set(name, String(value));
  return query.size > 0 ? `?${query}` : "";
}

/** What the page of reports was asked for, and which days that means. */
export type Asked = { account: string; filter: ReportFilter; view: ReportView; period: Period };

/** The same page, looked at otherwise. */
export const viewHref = ({ account, filter, view }: Omit<Asked, "period">, changes: ReportView): string =>
  reportHref(account, { ...filter, ...view, ...changes });

export const reportHref = (account: string, parts: ReportFilter & ReportView): string =>
  addressOf(`/${account}/reports`, parts);

export const tableHref = ({ account, filter }: Pick<Asked, "account" | "filter">, by: ReportTable): string =>
  addressOf(`/api/a/${account}/reports/export`, { ...filter, by });

type SendParts = Partial<Record<keyof SendFilter, string | number>>;

/** The list of the sends that a number of the report counts. */
export function sendsHref(
  { account, filter, period }: Asked,
  fact: ListedFact,
  more: SendParts = {},
): string {
  const { sequence, version, channel, assignee, segment } = filter;
  const { from, to } = period;
  return listHref(account, { fact, from, to, sequence, version, channel, assignee, segment, ...more });
}

export const listHref = (account: string, parts: SendParts): string => addressOf(`/${account}/sends`, parts);

export const runsHref = (account: string, parts: Parts): string =>
  addressOf(`/${account}/enrollments`, parts);
