import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { matching as contactMatching } from "@/lib/contacts/filter";
import type { Channel, ConversationStatus } from "@/lib/core/model";
import type { Place } from "@/lib/list-place";
import type { ConversationFilter } from "./schema";

export type ConversationListItem = {
  id: string;
  contactId: string;
  contactName: string;
  inboxName: string;
  channel: Channel;
  status: ConversationStatus;
  snoozedUntil: string | null;
  assigneeName: string | null;
  /** What was said last, by whom, and when. */
  lastText: string;
  lastDirection: "inbound" | "outbound";
  lastAt: string;
  /** The contact has written since somebody of the team looked. */
  isUnread: boolean;
  hasLiveRun: boolean;
};

export type ConversationPage = {
  rows: ConversationListItem[];
  /** Where the next page begins; null at the end. */
  next: string | null;
};

const PAGE_SIZE = 40;

type Asked = { filter: ConversationFilter; userId: string; after?: Place | null };

/** A page of threads in which something was said, the liveliest first. */
export const listConversations = (accountId: AccountId, asked: Asked): Promise<ConversationPage> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await readRows(tx, asked);
    const shown = rows.slice(0, PAGE_SIZE);
    const last = shown.at(-1);
    return {
      rows: shown.map(toItem),
      next: rows.length > PAGE_SIZE && last ? `${last.exactAt}|${last.id}` : null,
    };
  });

type Row = Omit<ConversationListItem, "lastAt" | "snoozedUntil" | "lastText" | "lastDirection"> & {
  exactAt: string;
  lastMessageAt: Date;
  snoozedUntil: Date | null;
  lastText: string | null;
  lastDirection: "inbound" | "outbound" | null;
};

const readRows = (tx: SqlTx, { filter, userId, after }: Asked) => tx<Row[]>`
  with page as (
    select t.* from conversations t join contacts c on c.id = t.contact_id
    where t.account_id = (select current_setting('app.account_id')::uuid) and t.last_message_at is not null
      and ${matching(tx, filter, userId)}
      ${after ? tx`and (t.last_message_at, t.id) < (${after.at}::text::timestamptz, ${after.id}::uuid)` : tx``}
    order by t.last_message_at desc, t.id desc limit ${PAGE_SIZE + 1}
  )
  select t.id, t.contact_id as "contactId", c.name as "contactName", i.name as "inboxName", i.channel, t.status,
    t.snoozed_until as "snoozedUntil", u.name as "assigneeName", t.last_message_at as "lastMessageAt",
    t.last_message_at::text as "exactAt", last.text as "lastText", last.direction as "lastDirection",
    coalesce(t.last_inbound_at > coalesce(t.seen_at, '-infinity'), false) as "isUnread",
    exists (select from enrollments e where e.contact_id = t.contact_id and e.status in ('active', 'paused'))
      as "hasLiveRun"
  from page t
  join contacts c on c.id = t.contact_id
  join inboxes i on i.id = t.inbox_id
  left join users u on u.id = t.assignee_id
  left join lateral (
    select text, direction from (
      (select left(m.text, 200) as text, m.direction::text as direction, m.at from conversation_messages m
        where m.conversation_id = t.id order by m.at desc limit 1)
      union all
      (select left(coalesce(nullif(m.content->>'text', ''), m.content->'media'->>'fileName',
           m.content->'media'->>'url'), 200), 'outbound', m.sent_at
        from messages m where m.conversation_id = t.id and m.sent_at is not null order by m.sent_at desc limit 1)
    ) either order by at desc limit 1
  ) last on true
  order by t.last_message_at desc, t.id desc`;

const matching = (tx: SqlTx, { status, whose, inbox, search }: ConversationFilter, userId: string) => tx`
  ${contactMatching(tx, search ? { search } : {})}
  ${status === "all" ? tx`` : tx`and t.status = ${status}`}
  ${whose === "mine" ? tx`and t.assignee_id = ${userId}` : tx``}
  ${whose === "unassigned" ? tx`and t.assignee_id is null` : tx``}
  ${inbox ? tx`and t.inbox_id = ${inbox}` : tx``}`;

function toItem({ exactAt: _, lastMessageAt, snoozedUntil, lastText, lastDirection, ...row }: Row) {
  return {
    ...row,
    lastText: lastText ?? "",
    lastDirection: lastDirection ?? "inbound",
    lastAt: lastMessageAt.toISOString(),
    snoozedUntil: snoozedUntil?.toISOString() ?? null,
  };
}

export type InboxOption = { id: string; name: string; channel: Channel };
export type MemberOption = { id: string; name: string };

/** What the list can be narrowed to, and who can be responsible. */
export const conversationChoices = (
  accountId: AccountId,
): Promise<{ inboxes: InboxOption[]; members: MemberOption[] }> =>
  withAccountSql(accountId, async (tx) => {
    const [inboxes, members] = await Promise.all([
      tx<InboxOption[]>`
        select id, name, channel from inboxes where archived_at is null order by position, id`,
      tx<MemberOption[]>`
        select u.id, u.name from members m join users u on u.id = m.user_id
        where m.account_id = ${accountId} order by lower(u.name), u.id limit 500`,
    ]);
    return { inboxes: [...inboxes], members: [...members] };
  });
