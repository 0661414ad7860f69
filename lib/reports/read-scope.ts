import type { PendingQuery, Row } from "postgres";
import { type SqlTx, withAccountSnapshot } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { isoDateOf, toLocalMs } from "@/lib/core/zone";
import { askFor, type Whose, whoseOf } from "@/lib/segments/members";
import { reportZone } from "@/lib/sends/filter";
import { dayStart } from "./day-start";
import { periodsOf } from "./period";
import type { Period, ReportFilter } from "./schema";

type Sql = PendingQuery<Row[]>;

/** A filter whose zone, days and segment were looked up. */
export type ReportScope = Whose & {
  tx: SqlTx;
  accountId: AccountId;
  filter: ReportFilter;
  zone: string;
  /** In the zone. */
  today: string;
  period: Period;
  before: Period;
};

/**
 * Reads with one view of the data, so that all numbers of a report tell of the same moment. Throws AppError `not_found`
 * for a segment that does not exist; an unknown sequence, version or assignee has sent nothing.
 */
export async function withReport<T>(
  accountId: AccountId,
  filter: ReportFilter,
  now: Date,
  read: (scope: ReportScope) => Promise<T>,
): Promise<T> {
  await askFor(accountId, filter.segment, now);
  return withAccountSnapshot(accountId, async (tx) => {
    // A year's answers of a large account are sorted in memory.
    const memory = tx`select set_config('work_mem', '32MB', true)`.execute();
    const whose = await whoseOf(tx, filter.segment);
    const zone = await reportZone(tx);
    await memory;
    const today = isoDateOf(toLocalMs(now.getTime(), zone));
    return read({ tx, accountId, filter, zone, today, ...whose, ...periodsOf(filter, now, zone) });
  });
}

/** The condition that `moment` is in the period. */
export const within = ({ tx, zone }: ReportScope, moment: Sql, { from, to }: Period): Sql => tx`
  ${moment} >= ${dayStart(tx, tx`${from}::date`, zone)} and ${moment} < ${dayStart(tx, tx`(${to}::date + 1)`, zone)}`;

/** What the filter asks besides the period, of rows that have the facts of a send, or of a run. */
export function asked({ tx, filter, contacts }: ReportScope): Sql {
  const { sequence, version, channel, assignee } = filter;
  // Indexes know sequences, not versions.
  const ofVersion = tx`and sequence_id = (select v.sequence_id from sequence_versions v where v.id = ${version ?? null})`;
  return tx`
    ${sequence ? tx`and sequence_id = ${sequence}` : version ? ofVersion : tx``}
    ${version ? tx`and version_id = ${version}` : tx``}
    ${channel ? tx`and channel = ${channel}` : tx``} ${assignee ? tx`and assignee_id = ${assignee}` : tx``}
    ${contacts ? tx`and contact_id in (${contacts})` : tx``}`;
}
