import { type ReportFilter, reportFilterSchema } from "@/lib/reports/schema";

/** A digest is of its own period: the rest of a report's address it may hold. */
const digestQuerySchema = reportFilterSchema.omit({ days: true, from: true, to: true });
type DigestFilter = Omit<ReportFilter, "days" | "from" | "to">;

/** What does not fit any more is as if it were not there. */
export function filterOfQuery(query: string): DigestFilter {
  const parsed = digestQuerySchema.safeParse(Object.fromEntries(new URLSearchParams(query)));
  return parsed.success ? parsed.data : {};
}

export function queryOf(filter: ReportFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, String(value));
  return query.toString();
}
