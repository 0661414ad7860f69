import "server-only";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { RecordKind } from "@/lib/core/model";
import { type Cursor, MAX_COUNTED, type Page, toPage } from "@/lib/keyset";
import type { AppointmentFilter, ChargeFilter, DealFilter } from "./filter";
import { isStalled, matchingShared, rowsOf, source } from "./rows";
import type { RecordRow, Total } from "./schema";
import { TABLES } from "./stored";

export type RecordPage = Page<RecordRow> & {
  /** Counted to 10,001. */
  count: number;
  /** Of everything that the filter matches, not of the page alone. */
  totals: Total[];
};

const PAGE_SIZE = 50;

/** Newest first. */
export const listDeals = (accountId: AccountId, filter: DealFilter, cursor: Cursor): Promise<RecordPage> =>
  withAccountSql(accountId, (tx) => {
    const where = tx`true ${filter.status ? tx`and r.status = ${filter.status}` : tx``}
      ${filter.pipeline ? tx`and s.pipeline_id = ${filter.pipeline}` : tx``}
      ${filter.stalled ? tx`and ${isStalled(tx)}` : tx``} ${matchingShared(tx, filter)}`;
    return readPage(tx, { kind: "deal", where, column: "created_at", isDescending: true, cursor });
  });

/** What comes next first; of the past, what was last. */
export const listAppointments = (
  accountId: AccountId,
  filter: AppointmentFilter,
  { cursor, now }: { cursor: Cursor; now: Date },
): Promise<RecordPage> =>
  withAccountSql(accountId, (tx) => {
    const isPast = filter.when === "past";
    // What has begun and not ended stays among what is to come.
    const isOver = tx`coalesce(r.ends_at, r.starts_at) < ${now}`;
    const where = tx`${isPast ? isOver : tx`not (${isOver})`}
      ${filter.status ? tx`and r.status = ${filter.status}` : tx``}
      ${filter.contact ? tx`and r.contact_id = ${filter.contact}` : tx``} ${matchingShared(tx, filter)}`;
    return readPage(tx, { kind: "appointment", where, column: "starts_at", isDescending: isPast, cursor });
  });

/** What is due first, first; with everything that is settled among it, the latest first. */
export const listCharges = (
  accountId: AccountId,
  filter: ChargeFilter,
  { cursor, today }: { cursor: Cursor; today: string },
): Promise<RecordPage> =>
  withAccountSql(accountId, (tx) => {
    const isAhead = filter.status === "open" || filter.status === "pending" || filter.status === "overdue";
    const where = tx`true ${ofStatus(tx, filter.status, today)}
      ${filter.from ? tx`and r.due_on >= ${filter.from}` : tx``} ${filter.to ? tx`and r.due_on <= ${filter.to}` : tx``}
      ${filter.contact ? tx`and r.contact_id = ${filter.contact}` : tx``} ${matchingShared(tx, filter)}`;
    return readPage(tx, { kind: "charge", where, column: "due_on", isDescending: !isAhead, cursor });
  });

/** A charge is overdue from the day after its due date, also before the clock has come by to say so. */
function ofStatus(tx: SqlTx, status: ChargeFilter["status"], today: string) {
  switch (status) {
    case undefined:
      return tx``;
    case "open":
      return tx`and r.status in ('pending', 'overdue')`;
    case "pending":
      return tx`and r.status = 'pending' and r.due_on >= ${today}`;
    case "overdue":
      return tx`and (r.status = 'overdue' or (r.status = 'pending' and r.due_on < ${today}))`;
    default:
      return tx`and r.status = ${status}`;
  }
}

type Reading = {
  kind: RecordKind;
  where: ReturnType<typeof matchingShared>;
  /** What the list is ordered by, before the id. */
  column: string;
  isDescending: boolean;
  cursor: Cursor;
};

async function readPage(
  tx: SqlTx,
  { kind, where, column, isDescending, cursor }: Reading,
): Promise<RecordPage> {
  const { after, before } = cursor;
  const place = tx`(r.${tx(column)}, r.id)`;
  // Where the row of the cursor is gone, the list begins anew.
  const from = (id: string) =>
    tx`(select k.${tx(column)}, k.id from ${tx(TABLES[kind])} k where k.id = ${id})`;
  const isUp = isDescending === Boolean(before);
  const further = (id: string) => (isUp ? tx`and ${place} > ${from(id)}` : tx`and ${place} < ${from(id)}`);
  const direction = isUp ? tx`asc` : tx`desc`;
  const [rows, sums] = await Promise.all([
    tx<RecordRow[]>`
      ${rowsOf(tx, kind)} where ${where} ${after ? further(after) : tx``} ${before ? further(before) : tx``}
      order by r.${tx(column)} ${direction}, r.id ${direction} limit ${PAGE_SIZE + 1}`,
    tx<(Omit<Total, "currency"> & { currency: string | null })[]>`
      select ${kind === "appointment" ? tx`null` : tx`r.currency`} as currency, count(*)::int as count,
        coalesce(sum(${kind === "appointment" ? tx`0` : tx`r.amount`}), 0)::float8 as amount
      ${source(tx, kind)} where ${where} group by 1 order by 2 desc`,
  ]);
  const count = sums.reduce((all, sum) => all + sum.count, 0);
  return {
    ...toPage([...rows], cursor, PAGE_SIZE),
    count: Math.min(count, MAX_COUNTED + 1),
    totals: sums.flatMap(({ currency, ...sum }) => (currency ? [{ currency, ...sum }] : [])),
  };
}
