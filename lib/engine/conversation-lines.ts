import type { SqlTx } from "@/db/client";
import type { ConversationLine } from "@/lib/maestro/types";

/** What a model reads of a message, and of a thread. */
const MOST_CHARACTERS = 1_000;
const MOST_LINES = 20;

type Wish = {
  conversationId: string;
  /** Up to and with this moment: as the thread stood then. */
  until?: Date;
  /** Without this message, and without what came after it. */
  before?: string;
  most?: number;
};

/** The last words of a thread, oldest first: what was written to it and by whom, the steps of sequences among them. */
export async function conversationLines(
  tx: SqlTx,
  { conversationId, until, before, most = MOST_LINES }: Wish,
): Promise<ConversationLine[]> {
  const by = (at: "m.at" | "m.sent_at") => tx`
    ${until ? tx`and ${tx(at)} <= ${until}` : tx``}
    ${before ? tx`and ${tx(at)} < (select b.at from conversation_messages b where b.id = ${before})` : tx``}`;
  const rows = await tx<{ from: ConversationLine["from"]; text: string; media: string | null; at: Date }[]>`
    select * from (
      (select case when m.direction = 'inbound' then 'contact' else 'team' end as from,
         left(m.text, ${MOST_CHARACTERS}) as text, m.media->>'kind' as media, m.at, m.id
       from conversation_messages m
       where m.conversation_id = ${conversationId} and (m.direction = 'inbound' or m.sent_at is not null) ${by("m.at")}
       order by m.at desc, m.id desc limit ${most})
      union all
      (select 'sequence', left(coalesce(m.content->>'text', ''), ${MOST_CHARACTERS}), null, m.sent_at, m.id
       from messages m
       where m.conversation_id = ${conversationId} and m.sent_at is not null ${by("m.sent_at")}
       order by m.sent_at desc, m.id desc limit ${most})
    ) thread order by at desc, id desc limit ${most}`;
  return rows
    .map(({ from, text, media, at }) => ({
      from,
      text: text || (media ? `[${media}]` : ""),
      at: at.toISOString().slice(0, 16).replace("T", " "),
    }))
    .filter(({ text }) => text !== "")
    .reverse();
}
