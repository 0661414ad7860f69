import type { SqlTx } from "@/db/client";
import { pastSilences } from "@/lib/conversations/past-silences";
import type { AiEnrollment } from "@/lib/core/model-maestro";
import { DAY_MS } from "@/lib/core/zone";
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
  const silences = pastSilences(tx, {
    ...{ accountId, minutes: idleMinutes, lastWord, statuses, inboxIds, since, now },
  });
  const countsResolved = statuses.includes("resolved");
  const rows = await tx<(PastCandidate & { found: number })[]>`
    with moments as (
      select distinct on (conversation_id) conversation_id, contact_id, at
      from (${silences}) s where ${countsResolved} or resolved_at is null or resolved_at > at
      order by conversation_id, at desc
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
