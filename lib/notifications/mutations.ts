import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { NOTIFICATION_KINDS, type NotificationPreferences } from "@/lib/core/model-maestro";
import { mailAtFor } from "@/lib/engine/notify-wish";
import { storableJson } from "@/lib/engine/storable";

type Reading = { userId: string; now: Date };

/** The person has seen these of their own. What they have read is not mailed to them any more. */
export const markRead = (
  accountId: AccountId,
  { ids, userId, now }: Reading & { ids: string[] },
): Promise<{ read: number }> =>
  withAccountSql(accountId, (tx) => read(tx, { which: tx`id = any(${ids}::uuid[])`, userId, now }));

/** The person has seen all of their own up to this one. */
export const markAllRead = (
  accountId: AccountId,
  { upToId, userId, now }: Reading & { upToId: string },
): Promise<{ read: number }> =>
  withAccountSql(accountId, (tx) => read(tx, { which: tx`id <= ${upToId}`, userId, now }));

type Which = Reading & { which: ReturnType<SqlTx> };

/** Rows that another transaction settles at this moment are left to it, so that nobody waits in a circle. */
async function read(tx: SqlTx, { which, userId, now }: Which): Promise<{ read: number }> {
  const rows = await tx`
    update notifications set read_at = ${now}, mail_at = null where id in (
      select id from notifications where user_id = ${userId} and read_at is null and is_shown and ${which}
      for update skip locked)
    returning id`;
  return { read: rows.length };
}

/** Keeps what the person wants to be told of, and holds what was not mailed yet to it. */
export const changePreferences = (
  accountId: AccountId,
  { preferences, userId, now }: Reading & { preferences: NotificationPreferences },
): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    await tx`
      insert into notification_preferences (account_id, user_id, preferences, updated_at)
      values (${accountId}, ${userId}, ${storableJson(preferences)}::text::jsonb, ${now})
      on conflict (account_id, user_id) do update
        set preferences = excluded.preferences, updated_at = excluded.updated_at`;
    const [account] = await tx<{ timeZone: string }[]>`
      select settings->>'timeZone' as "timeZone" from module_settings where account_id = ${accountId}`;
    const timeZone = account?.timeZone ?? "UTC";
    const planned = NOTIFICATION_KINDS.map((kind) => ({
      kind,
      mailAt: mailAtFor(preferences, { kind, timeZone, now }),
    }));
    await tx`
      update notifications n set mail_at = p."mailAt"
      from json_to_recordset(${JSON.stringify(planned)}::text::json) as p(kind text, "mailAt" timestamptz)
      where n.id in (
        select id from notifications where account_id = ${accountId} and user_id = ${userId} and mail_at is not null
        for update skip locked) and n.kind = p.kind`;
  });
