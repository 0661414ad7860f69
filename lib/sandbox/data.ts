import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { readThread, type ThreadMessage } from "@/lib/conversations/thread";
import type { Channel, ConversationStatus } from "@/lib/core/model";
import { AppError } from "@/lib/errors";

export type SandboxThread = {
  id: string;
  contactId: string;
  contactName: string;
  inboxName: string;
  channel: Channel;
  status: ConversationStatus;
  lastText: string | null;
  lastMessageAt: string | null;
  /** Sent to the contact and not opened on the phone yet. */
  unread: number;
};

const MAX_THREADS = 100;

/** The demo phones of an account: threads in sandbox inboxes, the liveliest first. */
export const sandboxThreads = (accountId: AccountId): Promise<SandboxThread[]> =>
  withAccountSql(accountId, (tx) => readThreads(tx, null));

export type SandboxPhone = { thread: SandboxThread; messages: ThreadMessage[]; accountName: string };

/** One phone with its messages. Throws AppError `not_found`, also for a thread of a real inbox. */
export const sandboxPhone = (accountId: AccountId, conversationId: string): Promise<SandboxPhone> =>
  withAccountSql(accountId, async (tx) => {
    const [thread] = await readThreads(tx, conversationId);
    if (!thread) throw new AppError("not_found");
    const [account] = await tx<{ name: string }[]>`select name from accounts where id = ${accountId}`;
    const { messages } = await readThread(tx, conversationId);
    // What never left has not arrived on the phone.
    const arrived = messages.filter(({ status }) => status !== "failed" && status !== "claimed");
    return { thread, messages: arrived, accountName: account?.name ?? "" };
  });

async function readThreads(tx: SqlTx, only: string | null): Promise<SandboxThread[]> {
  const rows = await tx<(Omit<SandboxThread, "lastMessageAt"> & { lastMessageAt: Date | null })[]>`
    select t.id, t.contact_id as "contactId", c.name as "contactName", i.name as "inboxName", i.channel, t.status,
      last.text as "lastText", greatest(last.at, t.last_message_at) as "lastMessageAt",
      (select count(*)::int from messages m
        where m.conversation_id = t.id and m.sent_at is not null and m.status in ('sent', 'delivered'))
      + (select count(*)::int from conversation_messages m
        where m.conversation_id = t.id and m.status in ('sent', 'delivered')) as unread
    from conversations t
    join inboxes i on i.id = t.inbox_id and i.provider = 'sandbox'
    join contacts c on c.id = t.contact_id and c.deleted_at is null
    left join lateral (
      select text, at from (
        (select m.text, m.at from conversation_messages m where m.conversation_id = t.id order by m.at desc limit 1)
        union all
        (select coalesce(nullif(m.content->>'text', ''), m.content->'media'->>'fileName', m.content->'media'->>'url'),
           m.sent_at from messages m
          where m.conversation_id = t.id and m.sent_at is not null order by m.created_at desc limit 1)
      ) either order by at desc limit 1
    ) last on true
    where ${only ? tx`t.id = ${only}` : tx`last.at is not null`}
    order by t.last_message_at desc nulls last, t.id desc limit ${MAX_THREADS}`;
  return rows.map((row) => ({ ...row, lastMessageAt: row.lastMessageAt?.toISOString() ?? null }));
}
