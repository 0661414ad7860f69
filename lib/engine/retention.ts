import { globalSql, type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { inTurns } from "./each-account";

const DAY_MS = 86_400_000;

/** Notifications that were read this long ago. */
const NOTIFICATION_DAYS = 180;

/** Rows that one transaction removes: small enough to hold back nobody. */
const BATCH = 5_000;

/** The next day goes on where this one stopped. */
const ENDS_MS = 600_000;

/** How long each kind is kept. */
export type Keeping = { ledgerMonths: number | null; rawEventsDays: number };
export type Forgotten = { months: string[]; rows: number };

/**
 * Removes what is older than it is kept: whole months of the ledger, what providers delivered (once it was taken in), and
 * notifications that were read. Messages, runs and rollups stay, so that reports keep their past.
 */
export async function forgetOld(
  now: Date = new Date(),
  keeping: Keeping = { ledgerMonths: env.ledgerMonths, rawEventsDays: env.rawEventsDays },
): Promise<Forgotten> {
  const ledgerLine = keeping.ledgerMonths === null ? null : startOfMonth(now, keeping.ledgerMonths);
  const months = ledgerLine ? await dropMonths(ledgerLine) : [];
  const lines = {
    ledger: ledgerLine,
    deliveries: new Date(now.getTime() - keeping.rawEventsDays * DAY_MS),
    notifications: new Date(now.getTime() - NOTIFICATION_DAYS * DAY_MS),
  };
  const endsAt = performance.now() + ENDS_MS;
  const rows = await inTurns(
    "retention",
    (accountId) => forgetSome(accountId, lines),
    () => performance.now() > endsAt,
  );
  if (months.length > 0 || rows > 0) log.info({ months, rows }, "old rows forgotten");
  return { months, rows };
}

/** The first moment (UTC) of the month that lies so many months before this one. */
function startOfMonth(now: Date, monthsBack: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsBack, 1));
}

async function dropMonths(line: Date): Promise<string[]> {
  const dropped: string[] = [];
  for (;;) {
    const [row] = await globalSql()<{ name: string | null }[]>`select drop_ledger_month(${line}) as name`;
    if (!row?.name) return dropped;
    dropped.push(row.name);
  }
}

type Lines = { ledger: Date | null; deliveries: Date; notifications: Date };

/** A batch of each; answers how many rows it removed. */
const forgetSome = (accountId: AccountId, lines: Lines): Promise<number> =>
  withAccountSql(accountId, async (tx) => {
    const counts = [
      lines.ledger ? await forgetLedger(tx, lines.ledger) : 0,
      await forgetDeliveries(tx, lines.deliveries),
      await forgetNotifications(tx, lines.notifications),
    ];
    return counts.reduce((sum, one) => sum + one, 0);
  });

/** What lies in no month's partition, in place of which the append-only table itself cannot be asked. */
async function forgetLedger(tx: SqlTx, line: Date): Promise<number> {
  const removed = await tx`
    delete from ledger_default where ctid = any(array(
      select ctid from ledger_default where at < ${line} limit ${BATCH}))`;
  return removed.count;
}

/** Ids are ordered by time. */
async function forgetDeliveries(tx: SqlTx, line: Date): Promise<number> {
  const removed = await tx`
    delete from inbound_events where id = any(array(
      select id from inbound_events
      where id < id_floor(${line}) and processed_at is not null and received_last_at < ${line}
      order by id limit ${BATCH}))`;
  return removed.count;
}

async function forgetNotifications(tx: SqlTx, line: Date): Promise<number> {
  const removed = await tx`
    delete from notifications where id = any(array(
      select id from notifications where id < id_floor(${line}) and read_at < ${line} and mail_at is null
      order by id limit ${BATCH}))`;
  return removed.count;
}
