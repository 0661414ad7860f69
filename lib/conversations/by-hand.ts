import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { OutboundMessage, SendOutcome } from "@/lib/channels/driver";
import { MAX_TEXT_LENGTH } from "@/lib/core/compose-with";
import type { OutboundContent } from "@/lib/core/facts";
import type { Channel, MessageStatus } from "@/lib/core/model";
import { windowStateOf } from "@/lib/core/window";
import { lockLiveRuns } from "@/lib/engine/apply-exits";
import { touchDeals } from "@/lib/engine/deal-activity";
import { applyRefusal } from "@/lib/engine/effects";
import { placeByHand } from "@/lib/engine/hand-place";
import type { InboxRow } from "@/lib/engine/inbox";
import { inboxTraits } from "@/lib/engine/inbox-traits";
import { lockHandMessage, sentByHand, touchWritten } from "@/lib/engine/sent-by-hand";
import { storable, storableJson } from "@/lib/engine/storable";
import { teamWrote } from "@/lib/engine/takeover";
import { AppError } from "@/lib/errors";
import { referencesOf, replySubject } from "./mail-thread";
import { writableAddress } from "./writable";

export type HandWish = {
  conversationId: string;
  /** What is said, as it stands; ignored where `content` is given. */
  text: string;
  /** An HSM template with its values, or a text with its subject; ready to be sent. */
  content?: OutboundContent | undefined;
  /** Of an email; without one the answer is about what the thread was about. */
  subject?: string | undefined;
  /** The person who wrote it; null for a rule. */
  authorId: string | null;
  /** Made by whoever asks: the same one again is the same message, and is sent once. */
  id: string;
  /** The person has read that the contact opted out here, and writes nevertheless. */
  isConfirmed?: boolean | undefined;
  /** Done with the claim, under the lock of the contact's runs; what it throws keeps the message from being sent. */
  within?: ((tx: SqlTx) => Promise<void>) | undefined;
  now: Date;
};

export type HandSend = {
  id: string;
  status: MessageStatus;
  /** The id was known: nothing was sent now. */
  isRepeated: boolean;
  errorCode: string | null;
  errorDetail: string | null;
};

export type HandClaim = {
  inbox: InboxRow;
  contactId: string;
  message: OutboundMessage;
  /** It may be handed over after so long. */
  afterMs: number;
};

/**
 * Claims a message of the team under the locks of the contact's runs and of the thread, and lets the team take over.
 * Answers what is known of it when the id was there before. Throws an AppError that says why it may not be sent.
 */
export async function claimByHand(
  tx: SqlTx,
  accountId: AccountId,
  wish: HandWish,
): Promise<HandClaim | HandSend> {
  const { conversationId, authorId, id, now } = wish;
  const [known] = await tx<{ contact_id: string }[]>`
    select contact_id from conversations where id = ${conversationId}`;
  if (!known) throw new AppError("not_found");
  const contactId = known.contact_id;
  await lockLiveRuns(tx, contactId);
  await wish.within?.(tx);
  const thread = await lockThreadRow(tx, conversationId);
  const repeated = await readRepeated(tx, wish);
  if (repeated) return repeated;

  const { inbox } = thread;
  const { address, name, locale } = await writableAddress(tx, { contactId, inbox, wish });
  const content = await contentOf(tx, wish, inbox.channel);
  const isWindowOpen = refuseOutsideWindow(thread, content, now);
  const at = await placeByHand(tx, accountId, {
    ...{ inbox, thread: { id: conversationId, contactId }, isWindowOpen, now },
  });
  const inserted = await tx`
    insert into conversation_messages (id, account_id, conversation_id, contact_id, inbox_id, direction, text,
      content_type, author_id, status, content, claimed_at, at)
    values (${id}, ${accountId}, ${conversationId}, ${contactId}, ${inbox.id}, 'outbound', ${storable(content.text)},
      ${content.type}, ${authorId}, 'claimed', ${storableJson(content)}::text::json, ${at}, ${now})
    on conflict (id) do nothing returning id`;
  // The id of a message elsewhere, of which this account may know nothing.
  if (inserted.length === 0) throw new AppError("conflict");
  await touchTeam(tx, wish, contactId);
  if (authorId) await teamWrote(tx, { accountId, contactId, actorId: authorId, now });
  const references = inbox.channel === "email" ? await referencesOf(tx, conversationId) : [];
  const message = { id, to: address, toName: name, locale, content, references };
  return { inbox, contactId, message, afterMs: at.getTime() - now.getTime() };
}

type ThreadRow = { lastInboundAt: Date | null; windowClosedAt: Date | null; inbox: InboxRow };

async function lockThreadRow(tx: SqlTx, id: string): Promise<ThreadRow> {
  const [thread] = await tx<(Omit<ThreadRow, "inbox"> & { inboxId: string })[]>`
    select inbox_id as "inboxId", last_inbound_at as "lastInboundAt", window_closed_at as "windowClosedAt"
    from conversations where id = ${id} for update`;
  const [inbox] = await tx<InboxRow[]>`
    select id, account_id, name, channel, provider, status, limits, health, probes, troubles, config, secrets
    from inboxes where id = ${thread?.inboxId ?? null} and archived_at is null`;
  if (!thread) throw new AppError("not_found");
  if (!inbox) throw new AppError("conflict", "reply.inbox_gone");
  if (inbox.status === "paused") throw new AppError("conflict", "reply.inbox_paused");
  return { ...thread, inbox };
}

async function readRepeated(tx: SqlTx, { id, conversationId }: HandWish): Promise<HandSend | null> {
  const [row] = await tx<(Omit<HandSend, "isRepeated"> & { conversationId: string })[]>`
    select id, status, conversation_id as "conversationId", error_code as "errorCode",
      error_detail as "errorDetail"
    from conversation_messages where id = ${id}`;
  if (!row) return null;
  const { conversationId: where, ...send } = row;
  if (where !== conversationId) throw new AppError("conflict");
  return { ...send, isRepeated: true };
}

async function contentOf(tx: SqlTx, wish: HandWish, channel: Channel): Promise<OutboundContent> {
  const { conversationId, text, subject } = wish;
  const content: OutboundContent = wish.content ?? {
    ...{ type: "text", text: text.trim() },
    subject: channel === "email" ? subject || (await replySubject(tx, conversationId)) : null,
  };
  const isBare = content.type !== "rich" || content.media === null;
  if (isBare && content.text.trim() === "") throw new AppError("invalid", "required");
  const max = MAX_TEXT_LENGTH[channel];
  if (content.text.length > max) throw new AppError("invalid", "text_too_long", { data: { max } });
  return content;
}

/** Answers whether the window is open, in which a message costs none of the different people of a day. */
function refuseOutsideWindow(thread: ThreadRow, content: OutboundContent, now: Date): boolean {
  const traits = inboxTraits(thread.inbox.provider);
  const { lastInboundAt, windowClosedAt } = thread;
  const window = windowStateOf({ ...traits, lastInboundAt, windowClosedAt }, now);
  if (content.type === "template" && !traits.hasTemplates) throw new AppError("conflict", "hsm_no_templates");
  if (content.type !== "template" && window === "closed")
    throw new AppError("conflict", "reply.window_closed");
  return window === "open";
}

/** Whoever answers has seen the thread; what the team does about a deal keeps it from being stalled. */
async function touchTeam(tx: SqlTx, { conversationId, authorId, now }: HandWish, contactId: string) {
  await tx`
    update conversations set last_message_at = greatest(last_message_at, ${now}),
      seen_at = case when ${authorId !== null} then greatest(seen_at, ${now}) else seen_at end
    where id = ${conversationId}`;
  await touchDeals(tx, { contactId, at: now });
}

/** Records what the provider answered. A status that the provider reported meanwhile is never taken back. */
export async function recordByHand(
  tx: SqlTx,
  accountId: AccountId,
  { claim, wish, outcome }: { claim: HandClaim; wish: HandWish; outcome: SendOutcome },
): Promise<HandSend> {
  const { id, conversationId, now } = wish;
  const { contactId, inbox } = claim;
  const row = { id, contactId, conversationId };
  await lockHandMessage(tx, row);
  const status = STATUS_OF[outcome.kind];
  const failure = outcome.kind === "accepted" ? null : outcome;
  const isOut = status === "sent";
  const [changed] = await tx<HandSend[]>`
    update conversation_messages set
      provider_id = coalesce(provider_id, ${outcome.kind === "accepted" ? outcome.providerId : null}),
      status = case when status in ('claimed', 'unknown') then ${status}::message_status else status end,
      sent_at = coalesce(sent_at, ${isOut ? now : null}),
      error_code = case when status in ('claimed', 'unknown') then ${failure?.code ?? null} else error_code end,
      error_detail = case when status in ('claimed', 'unknown') then ${storable(failure?.detail ?? "", 500) || null}
        else error_detail end
    where id = ${id}
    returning id, status, false as "isRepeated", error_code as "errorCode", error_detail as "errorDetail"`;
  if (!changed) throw new AppError("not_found");
  if (isOut) await sentByHand(tx, accountId, { ...row, at: now });
  if (status === "unknown") await touchWritten(tx, { conversationId, at: now });
  if (outcome.kind === "refused") {
    await applyRefusal(tx, { accountId, contactId, conversationId, inbox, ...outcome, now });
  }
  return { ...changed };
}

/** A person sees at once that it failed and decides whether to try again: nothing is repeated by itself. */
const STATUS_OF = { accepted: "sent", retry: "failed", refused: "failed", unknown: "unknown" } as const;
