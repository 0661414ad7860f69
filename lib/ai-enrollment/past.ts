import type { SqlTx } from "@/db/client";
import type { AiEnrollment } from "@/lib/core/model-maestro";
import { DAY_MS, MINUTE_MS } from "@/lib/core/zone";
import { TRIAL_DAYS } from "./schema";

/** `at`: when the thread had been silent for long enough. */
export type PastCandidate = { conversationId: string; contactId: string; at: Date };

type Wish = { accountId: string; sequenceId: string; config: AiEnrollment; most: number; now: Date };

/**
 * Whom the cheap look would have found in the last thirty days: each thread once, at the newest moment at which it had
 * been silent for long enough, newest first, and how many there are. Of how things stood then it knows what is kept: who
 * wrote when, when a thread was resolved, which runs were live, what was suppressed. The status of a silence that is over
 * is not kept and counts as right; who is deleted or blocked today is nobody.
 */
export async function pastCandidates(
  tx: SqlTx,
  { accountId, sequenceId, config, most, now }: Wish,
): Promise<{ found: number; sample: PastCandidate[] }> {
  const { idleMinutes, lastWord, statuses, inboxIds } = config;
  const since = new Date(now.getTime() - TRIAL_DAYS * DAY_MS);
  const from = new Date(since.getTime() - idleMinutes * MINUTE_MS);
  const line = tx`s.at + make_interval(mins => ${idleMinutes})`;
  const countsResolved = statuses.includes("resolved");
  const rows = await tx<(PastCandidate & { found: number })[]>`
    with silences as (
      select m.conversation_id, m.contact_id, m.who, m.at,
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
        ${inboxIds.length > 0 ? tx`and t.inbox_id = any(${inboxIds}::uuid[])` : tx``}
    ), moments as (
      select distinct on (s.conversation_id) s.conversation_id, s.contact_id, ${line} as at
      from silences s join conversations t on t.id = s.conversation_id
      where ${line} >= ${since} and ${line} < least(${now}::timestamptz, s.next_at)
        and ${lastWord === "anyone" ? tx`true` : tx`s.who = ${lastWord}`}
        and (s.next_at is not null or t.status = any(${statuses}::conversation_status[]))
        and (${countsResolved} or t.resolved_at is null or t.resolved_at > ${line})
      order by s.conversation_id, s.at desc
    )
    select h.conversation_id as "conversationId", h.contact_id as "contactId", h.at,
      (count(*) over ())::int as found
    from moments h
    join contacts c on c.id = h.contact_id and c.deleted_at is null and c.blocked_at is null
    join conversations t on t.id = h.conversation_id
    join inboxes i on i.id = t.inbox_id
    where not exists (
        select from enrollments e
        where e.contact_id = c.id and e.sequence_id = ${sequenceId} and e.enrolled_at <= h.at
          and (e.status in ('active', 'paused') or (e.status = 'ended' and e.ended_at > h.at)))
      and exists (
        select from contact_identities n
        where n.contact_id = c.id and not exists (
          select from suppressions s
          where s.account_id = c.account_id and s.identity_hash = identity_hash(n.kind, n.value)
            and s.created_at <= h.at and (s.lifted_at is null or s.lifted_at > h.at)
            and (s.channel is null or s.channel = i.channel)))
    order by h.at desc, h.conversation_id limit ${most}`;
  return {
    found: rows[0]?.found ?? 0,
    sample: rows.map(({ conversationId, contactId, at }) => ({ conversationId, contactId, at })),
  };
}
