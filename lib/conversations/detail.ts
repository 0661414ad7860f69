import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Channel, ConversationStatus } from "@/lib/core/model";
import type { Provider } from "@/lib/core/model-inboxes";
import { type WindowState, windowClosesAt, windowStateOf } from "@/lib/core/window";
import type { InboxRow } from "@/lib/engine/inbox";
import { inboxTraits } from "@/lib/engine/inbox-traits";
import { AppError } from "@/lib/errors";
import type { Place } from "@/lib/list-place";
import { replySubject } from "./mail-thread";
import { readThread, type ThreadPage } from "./thread";
import { writableAddress } from "./writable";

export type ConversationDetail = {
  id: string;
  contactId: string;
  contactName: string;
  inboxId: string;
  inboxName: string;
  channel: Channel;
  provider: Provider;
  status: ConversationStatus;
  snoozedUntil: string | null;
  assigneeId: string | null;
  lastInboundAt: string | null;
  isUnread: boolean;
  window: { state: WindowState; closesAt: string | null };
  hasTemplates: boolean;
  /** Of a mail thread: what an answer is about. */
  subject: string | null;
  /** Why nothing can be written here: a key of `errors.json`; null where it can. */
  obstacle: string | null;
  isOptedOut: boolean;
};

export type ConversationThread = { conversation: ConversationDetail } & ThreadPage;

const PAGE_SIZE = 50;

/** One thread with its newest messages. Throws AppError `not_found`. */
export const conversationThread = (
  accountId: AccountId,
  conversationId: string,
  now: Date,
): Promise<ConversationThread> =>
  withAccountSql(accountId, async (tx) => {
    const conversation = await readDetail(tx, conversationId, now);
    return { conversation, ...(await readThread(tx, conversationId, { limit: PAGE_SIZE })) };
  });

/** The messages before a place of the thread. Throws AppError `not_found`. */
export const olderMessages = (
  accountId: AccountId,
  conversationId: string,
  before: Place | null,
): Promise<ThreadPage> =>
  withAccountSql(accountId, async (tx) => {
    const [thread] = await tx`select id from conversations where id = ${conversationId}`;
    if (!thread) throw new AppError("not_found");
    return readThread(tx, conversationId, { before, limit: PAGE_SIZE });
  });

type Row = Omit<
  ConversationDetail,
  "snoozedUntil" | "lastInboundAt" | "window" | "hasTemplates" | "subject" | "obstacle" | "isOptedOut"
> & {
  snoozedUntil: Date | null;
  lastInboundAt: Date | null;
  windowClosedAt: Date | null;
  inbox: Pick<InboxRow, "channel" | "status"> & { isArchived: boolean };
};

async function readDetail(tx: SqlTx, id: string, now: Date): Promise<ConversationDetail> {
  const [row] = await tx<Row[]>`
    select t.id, t.contact_id as "contactId", c.name as "contactName", t.inbox_id as "inboxId",
      i.name as "inboxName", i.channel, i.provider, t.status, t.snoozed_until as "snoozedUntil",
      t.assignee_id as "assigneeId", t.last_inbound_at as "lastInboundAt", t.window_closed_at as "windowClosedAt",
      coalesce(t.last_inbound_at > coalesce(t.seen_at, '-infinity'), false) as "isUnread",
      json_build_object('channel', i.channel, 'status', i.status, 'isArchived', i.archived_at is not null) as inbox
    from conversations t
    join contacts c on c.id = t.contact_id and c.deleted_at is null
    join inboxes i on i.id = t.inbox_id
    where t.id = ${id}`;
  if (!row) throw new AppError("not_found");
  const { inbox, windowClosedAt, snoozedUntil, lastInboundAt, ...plain } = row;
  const traits = inboxTraits(plain.provider);
  const side = { ...traits, lastInboundAt, windowClosedAt };
  const closesAt = traits.hasWindow ? windowClosesAt(side) : null;
  return {
    ...plain,
    snoozedUntil: snoozedUntil?.toISOString() ?? null,
    lastInboundAt: lastInboundAt?.toISOString() ?? null,
    window: { state: windowStateOf(side, now), closesAt: closesAt?.toISOString() ?? null },
    hasTemplates: traits.hasTemplates && plain.channel === "whatsapp",
    subject: plain.channel === "email" ? await replySubject(tx, id) : null,
    ...(await readObstacle(tx, { contactId: plain.contactId, inbox })),
  };
}

/** The same questions that sending asks, asked before anybody has typed. */
async function readObstacle(
  tx: SqlTx,
  { contactId, inbox }: { contactId: string; inbox: Row["inbox"] },
): Promise<{ obstacle: string | null; isOptedOut: boolean }> {
  if (inbox.isArchived) return { obstacle: "reply.inbox_gone", isOptedOut: false };
  if (inbox.status === "paused") return { obstacle: "reply.inbox_paused", isOptedOut: false };
  try {
    await writableAddress(tx, { contactId, inbox, wish: { authorId: "anybody" } });
    return { obstacle: null, isOptedOut: false };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const isOptedOut = error.data.confirm !== undefined;
    return { obstacle: isOptedOut ? null : error.message, isOptedOut };
  }
}
