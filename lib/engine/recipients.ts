import type { SqlTx } from "@/db/client";
import { minuteOf, RECIPIENTS_KEPT_MS } from "@/lib/core/pace-recipients";

/** Somebody who gets something outside an open window. */
export type Counted = { scope: string; contactId: string; at: Date };

/**
 * Counts these people from now on. Somebody who is counted already moves to the new minute, because they count until 24
 * hours after the last message.
 */
export async function countRecipients(tx: SqlTx, accountId: string, counted: Counted[]): Promise<void> {
  if (counted.length === 0) return;
  const last = new Map(counted.map((one) => [`${one.scope} ${one.contactId}`, one]));
  const rows = JSON.stringify([...last.values()].map((one) => ({ ...one, minute: minuteOf(one.at) })));
  const wish = tx`jsonb_to_recordset(${rows}::text::jsonb) as r(
    scope text, "contactId" uuid, at timestamptz, minute timestamptz)`;
  // One after the other on the same connection: the first reads what the second changes.
  await Promise.all([
    tx`
      update pace_recipient_minutes m set recipients = m.recipients - d.count
      from (
        select p.scope, date_trunc('minute', p.last_at, 'UTC') as minute, count(*)::int as count
        from ${wish} join pace_recipients p
          on p.account_id = ${accountId} and p.scope = r.scope and p.contact_id = r."contactId"
        group by 1, 2
      ) d
      where m.account_id = ${accountId} and m.scope = d.scope and m.minute = d.minute`,
    tx`
      insert into pace_recipients as p (account_id, scope, contact_id, last_at)
      select ${accountId}, r.scope, r."contactId", r.at from ${wish}
      on conflict (account_id, scope, contact_id) do update set last_at = excluded.last_at`,
    tx`
      insert into pace_recipient_minutes as m (account_id, scope, minute, recipients)
      select ${accountId}, r.scope, r.minute, count(*) from ${wish} group by r.scope, r.minute
      on conflict (account_id, scope, minute) do update set recipients = m.recipients + excluded.recipients`,
  ]);
}

/** Whoever counts no more is forgotten. */
export async function forgetRecipients(tx: SqlTx, accountId: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - RECIPIENTS_KEPT_MS);
  await Promise.all([
    tx`delete from pace_recipient_minutes where account_id = ${accountId} and minute < ${before}`,
    tx`
      delete from pace_recipients where ctid = any(array(
        select ctid from pace_recipients where account_id = ${accountId} and last_at < ${before} limit ${MOST_AT_ONCE}))`,
  ]);
}

const MOST_AT_ONCE = 5_000;
