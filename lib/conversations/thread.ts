import type { SqlTx } from "@/db/client";
import type { OutboundContent } from "@/lib/core/facts";
import { headMedia } from "@/lib/core/hsm";
import type { InboundMeaning, Media, MessageStatus } from "@/lib/core/model";
import type { InboundMedia } from "@/lib/core/model-inboxes";
import type { Place } from "@/lib/list-place";
import type { UnderstoodShown } from "@/lib/reply-intents/schema";

export type ThreadMessage = {
  id: string;
  direction: "inbound" | "outbound";
  text: string;
  /** Of an email. */
  subject: string | null;
  /** What a mailbox shows after the subject. */
  preheader: string | null;
  /** What it was sent as; null for what the contact wrote. */
  contentType: OutboundContent["type"] | null;
  media: Media | null;
  /** What came with an inbound message, which its provider keeps. */
  inboundMedia: Pick<InboundMedia, "kind" | "fileName"> | null;
  /** Reply buttons below it. */
  quickReplies: string[];
  at: string;
  /** Only of outbound messages. */
  status: MessageStatus | null;
  /** Why it failed, in the provider's words. */
  failure: string | null;
  /** Only of inbound messages. */
  meaning: InboundMeaning | null;
  /** What an answer means besides, and who says so. */
  understood: UnderstoodShown | null;
  /** Of an inbound message: `text`, `button`, `media`, … */
  inboundType: string | null;
  /** The run that sent it, to open its timeline. */
  enrollmentId: string | null;
  sequenceName: string | null;
  /** Who of the team wrote it; null for a sequence's message and a rule's. */
  authorName: string | null;
};

export type ThreadPage = {
  /** Oldest first. */
  messages: ThreadMessage[];
  /** Names the place before which older ones stand; null where there are none. */
  older: string | null;
};

const MAX_MESSAGES = 200;

/**
 * The newest messages of a conversation, or those before a place of it: what was said in the thread, and the steps of
 * sequences that were really sent.
 */
export async function readThread(
  tx: SqlTx,
  conversationId: string,
  { before = null, limit = MAX_MESSAGES }: { before?: Place | null; limit?: number } = {},
): Promise<ThreadPage> {
  const earlier = (at: "m.at" | "m.sent_at") =>
    before ? tx`and (${tx(at)}, m.id) < (${before.at}::text::timestamptz, ${before.id}::uuid)` : tx``;
  const rows = await tx<Row[]>`
    select *, at::text as "exactAt" from (
      (select m.id, m.direction::text as direction, m.text, m.content, m.subject as "ownSubject",
         m.media as "inboundMedia", m.at, m.status, m.meaning,
         m.intent, m.intent_by as "intentBy", m.intent_data as "intentData", case when m.direction = 'inbound' then m.content_type end as "inboundType", null::uuid as "enrollmentId",
         null as "sequenceName", u.name as "authorName", m.error_code as "errorCode", m.error_detail as "errorDetail"
       from conversation_messages m left join users u on u.id = m.author_id
       where m.conversation_id = ${conversationId} ${earlier("m.at")}
       order by m.at desc, m.id desc limit ${limit + 1})
      union all
      (select m.id, 'outbound', coalesce(m.content->>'text', ''), m.content, null, null, m.sent_at, m.status,
         null::inbound_meaning, null, null, null, null, m.enrollment_id, s.name, null, m.error_code, m.error_detail
       from messages m join enrollments e on e.id = m.enrollment_id join sequences s on s.id = e.sequence_id
       where m.conversation_id = ${conversationId} and m.sent_at is not null ${earlier("m.sent_at")}
       order by m.sent_at desc, m.id desc limit ${limit + 1})
    ) thread order by at desc, id desc limit ${limit + 1}`;
  const shown = rows.slice(0, limit);
  const oldest = shown.at(-1);
  return {
    messages: shown.map(toMessage).reverse(),
    older: rows.length > limit && oldest ? `${oldest.exactAt}|${oldest.id}` : null,
  };
}

type Row = Omit<ThreadMessage, "at" | "failure" | "understood" | keyof Parts> & {
  at: Date;
  intent: UnderstoodShown["intent"] | null;
  intentBy: UnderstoodShown["by"] | null;
  intentData: { until?: string; confidence?: number } | null;
  exactAt: string;
  content: OutboundContent | null;
  /** Of an inbound mail. */
  ownSubject: string | null;
  errorCode: string | null;
  errorDetail: string | null;
};
type Parts = Pick<ThreadMessage, "subject" | "preheader" | "contentType" | "media" | "quickReplies">;

function toMessage({ at, exactAt: _, content, ownSubject, ...row }: Row): ThreadMessage {
  const { errorCode, errorDetail, intent, intentBy, intentData, ...said } = row;
  const parts = partsOf(content);
  const { until = null, confidence = null } = intentData ?? {};
  const understood = intent && intentBy ? { intent, by: intentBy, until, confidence } : null;
  const failure = said.status === "failed" ? (errorDetail ?? errorCode) : null;
  return {
    ...said,
    ...parts,
    understood,
    subject: parts.subject ?? ownSubject,
    failure,
    at: at.toISOString(),
  };
}

/** What a screen shows of a message besides its text. */
export function partsOf(content: OutboundContent | null): Parts {
  const parts: Parts = { subject: null, preheader: null, contentType: null, media: null, quickReplies: [] };
  if (content === null) return parts;
  switch (content.type) {
    case "template": {
      const buttons = content.frame?.buttons ?? [];
      const quickReplies = buttons.filter(({ type }) => type === "QUICK_REPLY").map(({ text }) => text);
      return { ...parts, contentType: "template", media: headMedia(content.header), quickReplies };
    }
    case "text":
      return { ...parts, contentType: "text", subject: content.subject };
    case "rich": {
      const { type: contentType, subject, preheader, media, quickReplies } = content;
      return { contentType, subject, preheader, media, quickReplies };
    }
  }
}
