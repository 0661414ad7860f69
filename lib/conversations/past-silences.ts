import type { SqlTx } from "@/db/client";
import type { AiEnrollment } from "@/lib/core/model-maestro";
import { MINUTE_MS } from "@/lib/core/zone";

type Silence = Readonly<Pick<AiEnrollment, "lastWord">> & {
  accountId: string;
  /** For how long nobody has written. */
  minutes: number;
  /** What a thread whose silence lasts has to be in; what it was in during one that is over is not kept. */
  statuses: readonly string[];
  /** All of them when there is none. */
  inboxIds?: readonly string[];
  since: Date;
  now: Date;
};

/**
 * SQL of the moments at which a thread had been silent for long enough: a silence ends with the next message. Columns
 * `conversation_id`, `contact_id`, `at`, and `resolved_at` of the thread.
 */
export function pastSilences(
  tx: SqlTx,
  { accountId, minutes, lastWord, statuses, inboxIds = [], since, now }: Silence,
) {
  const from = new Date(since.getTime() - minutes * MINUTE_MS);
  const line = tx`s.at + make_interval(mins => ${minutes})`;
  return tx`
    select s.conversation_id, s.contact_id, ${line} as at, s.resolved_at
    from (
      select m.contact_id, m.conversation_id, m.who, m.at, t.status, t.resolved_at,
        lead(m.at) over (partition by m.conversation_id order by m.at) as next_at
      from conversations t cross join lateral (
        select contact_id, conversation_id, case when direction = 'inbound' then 'contact' else 'team' end as who, at
        from conversation_messages where conversation_id = t.id and at >= ${from}
          and (direction = 'inbound' or sent_at is not null)
        union all
        select contact_id, conversation_id, 'team', sent_at from messages
        where conversation_id = t.id and sent_at >= ${from}
      ) m
      where t.account_id = ${accountId} and t.last_message_at >= ${from}
        ${inboxIds.length > 0 ? tx`and t.inbox_id = any(${[...inboxIds]}::uuid[])` : tx``}
    ) s
    where ${line} >= ${since} and ${line} < least(${now}::timestamptz, s.next_at)
      and ${lastWord === "anyone" ? tx`true` : tx`s.who = ${lastWord}`}
      and (s.next_at is not null or s.status = any(${[...statuses]}::conversation_status[]))`;
}
