import type { SqlTx } from "@/db/client";
import type { ConversationStatus } from "@/lib/core/model";
import type { Pair, Thread } from "./read";

/**
 * Threads in an inbox where the survivor has none become the survivor's; the others go into the survivor's thread, which
 * is as open as the more open of the two. What names a thread that is gone names the other one then.
 */
export async function moveThreads(
  tx: SqlTx,
  { survivorId, loserId }: Pair,
  threads: Thread[],
): Promise<void> {
  const ids = threads.map(({ id }) => id);
  await tx`update conversation_messages set contact_id = ${survivorId} where conversation_id = any(${ids})`;
  for (const { id, into } of threads) if (into) await fold(tx, id, into);
  await tx`update conversations set contact_id = ${survivorId} where contact_id = ${loserId}`;
}

const openFirst = ["open", "pending", "snoozed", "resolved"] satisfies ConversationStatus[];

async function fold(tx: SqlTx, from: string, into: string): Promise<void> {
  await tx`
    update conversations t set
      status = case when f.is_more_open then f.status else t.status end,
      snoozed_until = case when f.is_more_open then f.snoozed_until else t.snoozed_until end,
      resolved_at = case when f.is_more_open then f.resolved_at else t.resolved_at end,
      assignee_id = coalesce(t.assignee_id, f.assignee_id),
      last_inbound_at = greatest(t.last_inbound_at, f.last_inbound_at),
      last_reply_at = greatest(t.last_reply_at, f.last_reply_at),
      last_message_at = greatest(t.last_message_at, f.last_message_at),
      last_outbound_at = greatest(t.last_outbound_at, f.last_outbound_at),
      seen_at = case when t.seen_at is null or f.seen_at is null then null else least(t.seen_at, f.seen_at) end,
      created_at = least(t.created_at, f.created_at)
    from (
      select f.*, array_position(${openFirst}::text[], f.status::text)
        < array_position(${openFirst}::text[], i.status::text) as is_more_open
      from conversations f, conversations i where f.id = ${from} and i.id = ${into}
    ) f
    where t.id = ${into}`;
  await tx`update conversation_messages set conversation_id = ${into} where conversation_id = ${from}`;
  await tx`update messages set conversation_id = ${into} where conversation_id = ${from}`;
  await tx`
    update contacts set last_reply_conversation_id = ${into} where last_reply_conversation_id = ${from}
      and id = (select contact_id from conversations where id = ${from})`;
  await tx`
    update contact_events set conversation_id = ${into} where conversation_id = ${from}
      and contact_id = (select contact_id from conversations where id = ${from})`;
  await tx`
    update enrollments set conversation_id = ${into} where conversation_id = ${from}
      and contact_id = (select contact_id from conversations where id = ${from})`;
  for (const table of ["drafts", "ai_calls", "ai_suggestions"]) {
    await tx`
      update ${tx(table)} set conversation_id = ${into} where conversation_id = ${from}
        and contact_id in (select contact_id from conversations where id in (${from}, ${into}))`;
  }
  await tx`delete from conversations where id = ${from}`;
}
