import type { SqlTx } from "@/db/client";
import type { AiEnrollment } from "@/lib/core/model-maestro";
import { DAY_MS, MINUTE_MS } from "@/lib/core/zone";
import { judge } from "@/lib/enrollments/eligibility";
import type { Looking } from "./load";

export type Candidate = { conversationId: string; contactId: string; lastMessageAt: Date };

/** Threads of one look into the index; those whom the rules of enrollment refuse are passed over, up to so many looks. */
const PAGE = 100;
const MOST_PAGES = 5;
/** A call that failed says nothing of the thread, and is made again a little later. */
const FAILED_RESTS_MS = 60 * MINUTE_MS;

type Wish = { accountId: string; looking: Looking; most: number; now: Date };

/**
 * The cheap look: threads that are silent for so long and no longer, in a status and an inbox that count, after the right
 * one's word; whose contact is somebody, may be written to, stands in no run of the sequence and waits for no decision;
 * that were not looked at within the cool-down. Newest first, one of each contact, and only those whom the rules of
 * enrollment would let in.
 */
export async function candidatesOf(tx: SqlTx, { accountId, looking, most, now }: Wish): Promise<Candidate[]> {
  const chosen = new Map<string, Candidate>();
  let before: Candidate | undefined;
  for (let page = 0; page < MOST_PAGES && chosen.size < most; page++) {
    const rows = await readPage(tx, { accountId, looking, before, now });
    const open = await lettingIn(tx, { looking, rows, now });
    for (const one of open)
      if (chosen.size < most && !chosen.has(one.contactId)) chosen.set(one.contactId, one);
    before = rows.at(-1);
    if (rows.length < PAGE) break;
  }
  return [...chosen.values()];
}

type PageWish = Omit<Wish, "most"> & { before: Candidate | undefined };

function readPage(tx: SqlTx, { accountId, looking, before, now }: PageWish) {
  const { sequenceId, config } = looking;
  const { idleMinutes, maxIdleDays, statuses, inboxIds, coolDownDays } = config;
  const silentSince = new Date(now.getTime() - idleMinutes * MINUTE_MS);
  const notBefore = new Date(now.getTime() - maxIdleDays * DAY_MS);
  const cooledSince = new Date(now.getTime() - coolDownDays * DAY_MS);
  const failedSince = new Date(now.getTime() - FAILED_RESTS_MS);
  return tx<Candidate[]>`
    select t.id as "conversationId", t.contact_id as "contactId", t.last_message_at as "lastMessageAt"
    from conversations t
    join contacts c on c.id = t.contact_id and c.deleted_at is null and c.blocked_at is null
    join inboxes i on i.id = t.inbox_id
    where t.account_id = ${accountId} and t.last_message_at <= ${silentSince} and t.last_message_at >= ${notBefore}
      ${before ? tx`and (t.last_message_at, t.id) < (${before.lastMessageAt}, ${before.conversationId}::uuid)` : tx``}
      and t.status = any(${statuses}::conversation_status[]) and ${spokeLast(tx, config)}
      ${inboxIds.length > 0 ? tx`and t.inbox_id = any(${inboxIds}::uuid[])` : tx``}
      and ${mayBeWritten(tx)}
      and not exists (
        select from enrollments e
        where e.contact_id = c.id and e.sequence_id = ${sequenceId} and e.status in ('active', 'paused'))
      and not exists (
        select from ai_suggestions g
        where g.contact_id = c.id and g.sequence_id = ${sequenceId} and g.status = 'open')
      and not exists (
        select from ai_suggestions g
        where g.conversation_id = t.id and g.sequence_id = ${sequenceId} and not g.is_trial
          and g.refusal is distinct from 'daily_cap'
          and g.at > case when g.outcome = 'ok' then ${cooledSince}::timestamptz else ${failedSince}::timestamptz end)
    order by t.last_message_at desc, t.id desc limit ${PAGE}`;
}

function spokeLast(tx: SqlTx, { lastWord }: AiEnrollment) {
  switch (lastWord) {
    case "contact":
      return tx`t.last_inbound_at is not null and t.last_inbound_at >= coalesce(t.last_outbound_at, '-infinity')`;
    case "team":
      return tx`t.last_outbound_at is not null and t.last_outbound_at > coalesce(t.last_inbound_at, '-infinity')`;
    case "anyone":
      return tx`true`;
  }
}

/** An address of the contact `c` that has not opted out of the channel of the inbox `i`. */
const mayBeWritten = (tx: SqlTx) => tx`
  exists (
    select from contact_identities n
    where n.contact_id = c.id and not exists (
      select from suppressions s
      where s.account_id = c.account_id and s.identity_hash = identity_hash(n.kind, n.value)
        and s.lifted_at is null and (s.channel is null or s.channel = i.channel)))`;

type Judging = { looking: Looking; rows: Candidate[]; now: Date };

/** Money is spent on nobody whom the rules would refuse anyway. */
async function lettingIn(tx: SqlTx, { looking, rows, now }: Judging): Promise<Candidate[]> {
  if (rows.length === 0) return [];
  const { free } = await judge(tx, wishOf(looking, rows, now));
  const isFree = new Set(
    free.map(({ contactId, aboutId }) => keyOf(looking, { contactId, conversationId: aboutId })),
  );
  return rows.filter((row) => isFree.has(keyOf(looking, row)));
}

/** What the rules of enrollment are asked about these: the very thread, where the sequence is about threads. */
export const wishOf = (
  { sequenceId, snapshot }: Pick<Looking, "sequenceId" | "snapshot">,
  rows: readonly Pick<Candidate, "contactId" | "conversationId">[],
  now: Date,
) => ({
  ...{ sequenceId, snapshot, now },
  contactIds: [...new Set(rows.map(({ contactId }) => contactId))],
  ...(snapshot.target === "conversation" && { aboutIds: rows.map(({ conversationId }) => conversationId) }),
});

const keyOf = (
  { snapshot }: Looking,
  { contactId, conversationId }: { contactId: string; conversationId: string | null },
): string => (snapshot.target === "conversation" ? `${conversationId}` : contactId);
