import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { accountZone } from "@/lib/core/effective-zone";
import { DAY_MS, isoDateOf, toLocalMs } from "@/lib/core/zone";
import { contactEventHappened } from "@/lib/engine/goal";
import { loadAccount } from "@/lib/engine/snapshot";
import { lockRecord } from "@/lib/records/stored";
import { changeStored } from "@/lib/records/write";

/** Per look: a backlog is worked off over several. */
const MOST_AT_ONCE = 500;

/**
 * Charges whose due date is over, on the account's calendar, become overdue. Each in a transaction of its own, because
 * what follows from it locks the contact's runs. Answers how many.
 */
export async function markOverdue(accountId: AccountId, now: Date): Promise<number> {
  const due = await withAccountSql(accountId, async (tx) => {
    const { settings } = await loadAccount(tx);
    const today = isoDateOf(toLocalMs(now.getTime(), accountZone(settings)));
    return tx<{ id: string }[]>`
      select r.id from charges r join contacts c on c.id = r.contact_id and c.deleted_at is null
      where r.account_id = ${accountId} and r.status = 'pending' and r.due_on < ${today}::date
      order by r.due_on limit ${MOST_AT_ONCE}`;
  });
  for (const { id } of due) await withAccountSql(accountId, (tx) => becomeOverdue(tx, accountId, id, now));
  return due.length;
}

async function becomeOverdue(tx: SqlTx, accountId: AccountId, id: string, now: Date): Promise<void> {
  const charge = await lockRecord(tx, "charge", id);
  if (charge.status !== "pending") return;
  await changeStored(tx, accountId, charge, { status: "overdue", by: { actorId: null, now } });
}

/** Open deals without activity for the account's number of days have stalled, once until their next activity. */
export async function markStalled(accountId: AccountId, now: Date): Promise<number> {
  const idle = await withAccountSql(accountId, async (tx) => {
    const { settings } = await loadAccount(tx);
    const since = new Date(now.getTime() - settings.stalledDays * DAY_MS);
    const rows = await tx<{ id: string }[]>`
      select r.id from deals r join contacts c on c.id = r.contact_id and c.deleted_at is null
      where r.account_id = ${accountId} and r.status = 'open' and r.stalled_at is null and r.last_activity_at < ${since}
      order by r.last_activity_at limit ${MOST_AT_ONCE}`;
    return rows.map(({ id }) => ({ id, since, days: settings.stalledDays }));
  });
  for (const deal of idle) await withAccountSql(accountId, (tx) => stall(tx, accountId, { ...deal, now }));
  return idle.length;
}

type Stall = { id: string; since: Date; days: number; now: Date };

async function stall(tx: SqlTx, accountId: AccountId, { id, since, days, now }: Stall): Promise<void> {
  const { contactId } = await lockRecord(tx, "deal", id);
  const [deal] = await tx<{ title: string; lastActivityAt: Date; stage: string }[]>`
    update deals d set stalled_at = ${now} from stages s
    where d.id = ${id} and s.id = d.stage_id and d.status = 'open' and d.stalled_at is null
      and d.last_activity_at < ${since}
    returning d.title, d.last_activity_at as "lastActivityAt", s.name as stage`;
  if (!deal) return;
  const { title, stage, lastActivityAt } = deal;
  await contactEventHappened(tx, accountId, {
    ...{ contactId, recordId: id, name: "deal.stalled", now },
    dedupeKey: `${id}:deal.stalled:${lastActivityAt.toISOString()}`,
    data: { title, stage, days },
  });
}
