import type { AccountId } from "@/lib/accounts/account-id";
import { divisionOf, reportOf } from "@/lib/reports/data";
import type { DivisionRow, Report } from "@/lib/reports/schema";
import type { ClaimedDigest } from "./claim";
import { filterOfQuery } from "./query";

const MOST_SEQUENCES = 5;

export type DigestContent = { report: Report; sequences: DivisionRow[] };

/** What a digest tells; null where nothing happened, neither in its period nor in the one before. */
export async function contentOf(
  accountId: AccountId,
  { query, from, to }: Pick<ClaimedDigest, "query" | "from" | "to">,
  now: Date,
): Promise<DigestContent | null> {
  const filter = { ...filterOfQuery(query), from, to };
  const report = await reportOf(accountId, filter, now);
  const { attempted, skipped } = report.totals.counts;
  if (attempted + skipped + report.before.totals.counts.attempted === 0) return null;
  const { rows } = await divisionOf(accountId, filter, "sequence", now);
  return { report, sequences: rows.slice(0, MOST_SEQUENCES) };
}
