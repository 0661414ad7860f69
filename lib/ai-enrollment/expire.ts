import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { DAY_MS } from "@/lib/core/zone";
import { settleNotifications } from "@/lib/engine/notify";
import { SUGGESTION_DAYS } from "./schema";

/**
 * SQL of why the suggestion `g`, of thread `t` and contact `c`, can no longer be accepted: a code, or null while it can.
 */
export function staleness(tx: SqlTx, now: Date) {
  const oldest = new Date(now.getTime() - SUGGESTION_DAYS * DAY_MS);
  return tx`
    case
      when c.deleted_at is not null or c.blocked_at is not null then 'gone'
      when t.last_reply_at > g.at then 'answered'
      when t.status = 'resolved' and t.resolved_at > g.at then 'resolved'
      when g.at <= ${oldest} then 'too_old'
    end`;
}

/** Per look: a backlog is worked off over several. */
const MOST = 500;

/** Puts away what nobody can accept any more, and the notifications of it. Answers how many. */
export const expireSuggestions = (accountId: AccountId, now: Date): Promise<number> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx<{ id: string }[]>`
      update ai_suggestions set status = 'expired', refusal = stale.why
      from (
        select g.id, ${staleness(tx, now)} as why
        from ai_suggestions g
        join conversations t on t.id = g.conversation_id
        join contacts c on c.id = g.contact_id
        where g.account_id = ${accountId} and g.status = 'open' order by g.id limit ${MOST}
      ) stale
      where ai_suggestions.id = stale.id and stale.why is not null and ai_suggestions.status = 'open'
      returning ai_suggestions.id`;
    for (const { id } of rows)
      await settleNotifications(tx, accountId, { dedupePrefix: `suggestion:${id}`, now });
    return rows.length;
  });
