import type { SqlTx } from "@/db/client";
import type { Trigger } from "@/lib/core/model-rules";
import { heardAs } from "@/lib/core/trigger";

export type Past = { accountId: string; trigger: Trigger; since: Date; now: Date };

/**
 * SQL of what happened that a trigger listens to: `contact_id`, `record_id`, `conversation_id`, `event_id`, `at`. Each
 * by an index over the time, or over ids, which are of the time.
 */
export function pastEvents(tx: SqlTx, { accountId, trigger, since, now }: Past) {
  const { event, name } = heardAs(trigger);
  const none = tx`null::uuid`;
  switch (event) {
    case "contact.created":
      return tx`
        select id as contact_id, ${none} as record_id, ${none} as conversation_id, ${none} as event_id, created_at as at
        from contacts
        where account_id = ${accountId} and id >= id_floor(${since}) and created_at >= ${since} and created_at < ${now}`;
    case "conversation.created":
      return tx`
        select contact_id, ${none} as record_id, id as conversation_id, ${none} as event_id, created_at as at
        from conversations
        where account_id = ${accountId} and last_message_at >= ${since} and created_at >= ${since}
          and created_at < ${now}`;
    case "message.received":
      return tx`
        select contact_id, ${none} as record_id, conversation_id, id as event_id, at
        from conversation_messages
        where account_id = ${accountId} and at >= ${since} and at < ${now} and meaning = 'reply'`;
    case "message.sent":
      return tx`
        select contact_id, ${none} as record_id, conversation_id, id as event_id, at
        from conversation_messages
        where account_id = ${accountId} and at >= ${since} and at < ${now} and direction = 'outbound'
          and sent_at is not null
        union all
        select m.contact_id, ${none}, m.conversation_id, m.id, m.sent_at
        from conversations t join messages m on m.conversation_id = t.id
        where t.account_id = ${accountId} and t.last_message_at >= ${since}
          and m.sent_at >= ${since} and m.sent_at < ${now}`;
    default:
      return tx`
        select contact_id, record_id, conversation_id, id as event_id, at from contact_events
        where account_id = ${accountId} and name = ${event === "custom" ? name : event}
          and at >= ${since} and at < ${now}`;
  }
}
