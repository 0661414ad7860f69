import type { SqlTx } from "@/db/client";
import type { InboundMeaning, MessageStatus } from "@/lib/core/model";

export type ThreadMessage = {
  id: string;
  direction: "inbound" | "outbound";
  text: string;
  /** Of an email. */
  subject: string | null;
  at: string;
  /** Only of outbound messages of a sequence. */
  status: MessageStatus | null;
  /** Only of inbound messages. */
  meaning: InboundMeaning | null;
  /** The run that sent it, to open its timeline. */
  enrollmentId: string | null;
};

const MAX_MESSAGES = 200;

/**
 * The newest messages of a conversation, oldest first: what was said in the thread, and the steps of sequences that
 * were really sent.
 */
export async function readThread(tx: SqlTx, conversationId: string): Promise<ThreadMessage[]> {
  const rows = await tx<(Omit<ThreadMessage, "at"> & { at: Date })[]>`
    select * from (
      (select m.id, m.direction::text as direction, m.text, null as subject, m.at, null::message_status as status,
         m.meaning, null::uuid as "enrollmentId"
       from conversation_messages m where m.conversation_id = ${conversationId}
       order by m.at desc limit ${MAX_MESSAGES})
      union all
      (select m.id, 'outbound', coalesce(m.content->>'text', ''), m.content->>'subject', m.sent_at, m.status,
         null::inbound_meaning, m.enrollment_id
       from messages m where m.conversation_id = ${conversationId} and m.sent_at is not null
       order by m.created_at desc limit ${MAX_MESSAGES})
    ) thread order by at desc, id desc limit ${MAX_MESSAGES}`;
  return rows.map(({ at, ...message }) => ({ ...message, at: at.toISOString() })).reverse();
}
