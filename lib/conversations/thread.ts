import type { SqlTx } from "@/db/client";
import type { OutboundContent } from "@/lib/core/facts";
import type { InboundMeaning, Media, MessageStatus } from "@/lib/core/model";

export type ThreadMessage = {
  id: string;
  direction: "inbound" | "outbound";
  text: string;
  /** Of an email. */
  subject: string | null;
  /** What a mailbox shows after the subject. */
  preheader: string | null;
  /** What a sequence sent it as; null for what was said by hand. */
  contentType: OutboundContent["type"] | null;
  media: Media | null;
  /** Reply buttons below it. */
  quickReplies: string[];
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
  const rows = await tx<Row[]>`
    select * from (
      (select m.id, m.direction::text as direction, m.text, null::json as content, m.at,
         null::message_status as status, m.meaning, null::uuid as "enrollmentId"
       from conversation_messages m where m.conversation_id = ${conversationId}
       order by m.at desc limit ${MAX_MESSAGES})
      union all
      (select m.id, 'outbound', coalesce(m.content->>'text', ''), m.content, m.sent_at, m.status,
         null::inbound_meaning, m.enrollment_id
       from messages m where m.conversation_id = ${conversationId} and m.sent_at is not null
       order by m.created_at desc limit ${MAX_MESSAGES})
    ) thread order by at desc, id desc limit ${MAX_MESSAGES}`;
  return rows
    .map(({ at, content, ...said }) => ({ ...said, ...partsOf(content), at: at.toISOString() }))
    .reverse();
}

type Row = Omit<ThreadMessage, "at" | keyof Parts> & { at: Date; content: OutboundContent | null };
type Parts = Pick<ThreadMessage, "subject" | "preheader" | "contentType" | "media" | "quickReplies">;

/** What a screen shows of a message besides its text. */
export function partsOf(content: OutboundContent | null): Parts {
  const parts: Parts = { subject: null, preheader: null, contentType: null, media: null, quickReplies: [] };
  if (content === null) return parts;
  switch (content.type) {
    case "template":
      return { ...parts, contentType: "template" };
    case "text":
      return { ...parts, contentType: "text", subject: content.subject };
    case "rich": {
      const { type: contentType, subject, preheader, media, quickReplies } = content;
      return { contentType, subject, preheader, media, quickReplies };
    }
  }
}
