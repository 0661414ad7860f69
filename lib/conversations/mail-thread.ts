import type { SqlTx } from "@/db/client";

/** Longer chains are cut by the driver anyway. */
const MAX_REFERENCES = 20;

/** Ids of the latest mails of a thread, oldest first, so that the mailbox shows the answer below them. */
export async function referencesOf(tx: SqlTx, conversationId: string): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select id from (
      (select provider_id as id, at from conversation_messages
       where conversation_id = ${conversationId} and provider_id is not null order by at desc limit ${MAX_REFERENCES})
      union all
      (select provider_id, sent_at from messages
       where conversation_id = ${conversationId} and provider_id is not null and sent_at is not null
       order by created_at desc limit ${MAX_REFERENCES})
    ) mails order by at desc limit ${MAX_REFERENCES}`;
  return rows.map((row) => row.id).reverse();
}

/** "Re:" and what the thread's last mail was about, theirs or ours; null in a thread that had no subject. */
export async function replySubject(tx: SqlTx, conversationId: string): Promise<string | null> {
  const [last] = await tx<{ subject: string }[]>`
    select subject from (
      (select coalesce(content->>'subject', subject) as subject, at from conversation_messages
       where conversation_id = ${conversationId} and coalesce(content->>'subject', subject) <> ''
       order by at desc limit 1)
      union all
      (select content->>'subject', sent_at from messages
       where conversation_id = ${conversationId} and sent_at is not null and content->>'subject' <> ''
       order by created_at desc limit 1)
    ) mails order by at desc limit 1`;
  if (!last) return null;
  return /^re:/i.test(last.subject) ? last.subject : `Re: ${last.subject}`;
}
