import type { SqlTx } from "@/db/client";
import { classifyInbound } from "@/lib/core/inbound/classify";
import type { InboundMeaning, LedgerKind } from "@/lib/core/model";
import { type Reply, settleAnswered } from "./answered";
import { applyExits, lockLiveRuns } from "./apply-exits";
import { touchDeals } from "./deal-activity";
import { contactEventHappened } from "./goal";
import { record } from "./ledger";
import type { Inbound } from "./receive";
import { restWhileAway } from "./rest-while-away";
import { lockSender } from "./sender";
import { storable, storableJson } from "./storable";
import { isOutdatedWish, liftSuppression, suppress } from "./suppress";
import { announce } from "./trigger";
import { askMeaning, intentData, recordUnderstood, type Understood, understoodAtOnce } from "./understood";
import { wakeRuns } from "./wake";

/** Records an inbound message and ends what it ends, in one transaction. A repeated one (same provider id) changes nothing. */
export async function receiveMessage(tx: SqlTx, inbound: Inbound<"message">): Promise<void> {
  const { accountId, inbox, event, now } = inbound;
  const { contactId, conversationId, inboxId, answered } = await lockSender(tx, accountId, inbox.id, event);
  const at = endOfSecond(event.at, now);
  const { meaning, returnOn } = classify(event);
  const understood = await understoodAtOnce(tx, { meaning, returnOn, text: event.text, at });
  const [inserted] = await tx<{ id: string }[]>`
    insert into conversation_messages
      (account_id, conversation_id, contact_id, inbox_id, direction, meaning, intent, intent_by, intent_data, subject,
        text, content_type, media, provider_id, at)
    values (${accountId}, ${conversationId}, ${contactId}, ${inboxId}, 'inbound', ${meaning},
      ${understood?.intent ?? null}, ${understood?.by ?? null},
      ${understood ? JSON.stringify(intentData(understood)) : null}::text::jsonb,
      ${event.subject ? storable(event.subject, 1000) : null},
      ${storable(event.text)}, ${event.contentType}, ${event.media ? storableJson(event.media) : null}::text::jsonb,
      ${event.providerId}, ${at})
    on conflict (inbox_id, provider_id) where provider_id is not null do nothing returning id`;
  if (!inserted) return;
  const isReopened = await touchThread(tx, conversationId, at, meaning);
  await recordOnRuns(tx, inbound, contactId, { meaning, returnOn, at, understood, conversationId });
  if (meaning === "reply" && !understood && event.text.trim() !== "")
    await askMeaning(tx, accountId, inserted.id);
  if (isFromPerson(meaning)) {
    const reply = { replyId: inserted.id, intent: understood?.intent ?? null, at };
    await markReplied(tx, { contactId, conversationId, ...reply });
    if (answered) await settleAnswered(tx, answered, reply);
    await touchDeals(tx, { contactId, at });
  }
  await followWish(tx, inbound, contactId, meaning, at);
  await applyExits(tx, { accountId, contactId, now });
  if (returnOn) await restWhileAway(tx, { accountId, contactId, returnOn, now });
  // A wish not to be written to is no reason to begin writing.
  if (meaning === "reply") {
    const subjects = [{ contactId, conversationId, eventId: inserted.id }];
    await announce(tx, accountId, { event: "message.received", key: inserted.id, subjects });
  }
  if (isReopened) {
    const name = "conversation.opened";
    const dedupeKey = `${name}:${inserted.id}`;
    const data = { status: "open", until: null, actorId: null };
    await contactEventHappened(tx, accountId, { contactId, conversationId, name, dedupeKey, data, now });
  }
  // A run that goes on may have waited for the 24-hour window that this message opened.
  await wakeRuns(tx, accountId, await lockLiveRuns(tx, contactId), inserted.id);
}

type Meant = { meaning: InboundMeaning; returnOn: string | null };

function classify({
  text,
  subject = null,
  contentType,
  isAutomatic,
  at,
}: Inbound<"message">["event"]): Meant {
  if (contentType === "reaction") return { meaning: "reaction", returnOn: null };
  return classifyInbound({ text, subject, isAutomatic, at });
}

const isFromPerson = (meaning: InboundMeaning) =>
  meaning === "reply" || meaning === "opt_out" || meaning === "opt_in";

/**
 * Providers give whole seconds. The end of that second is taken, so that a reply in the second of the enrollment counts
 * as after it: stopping one run too many is a nuisance, messaging someone who answered breaks the promise. Never in the
 * future, where it would end every run that is yet to begin.
 */
export function endOfSecond(at: Date, now: Date): Date {
  const latest = at.getMilliseconds() === 0 ? at.getTime() + 999 : at.getTime();
  return new Date(Math.min(latest, now.getTime()));
}

/** Answers whether the thread is open again by it. */
async function touchThread(tx: SqlTx, id: string, at: Date, meaning: InboundMeaning): Promise<boolean> {
  // A reaction or an automatic message reopens nothing, but the provider counts it for its window.
  const [touched] = await tx<{ isReopened: boolean }[]>`
    with before as (select id, status from conversations where id = ${id} for update)
    update conversations t set
      last_inbound_at = greatest(last_inbound_at, ${at}), last_message_at = greatest(last_message_at, ${at}),
      window_closed_at = null, failed_at = null,
      last_reply_at = case when ${isFromPerson(meaning)} then greatest(last_reply_at, ${at}) else last_reply_at end,
      status = case when ${isFromPerson(meaning)} then 'open' else t.status end,
      resolved_at = case when ${isFromPerson(meaning)} then null else resolved_at end,
      snoozed_until = case when ${isFromPerson(meaning)} then null else snoozed_until end
    from before where t.id = before.id
    returning t.status = 'open' and before.status <> 'open'
      and exists (select from contacts c where c.id = t.contact_id and c.deleted_at is null) as "isReopened"`;
  return touched?.isReopened ?? false;
}

const LEDGER_KIND: Record<InboundMeaning, LedgerKind> = {
  reply: "replied",
  opt_out: "opted_out",
  opt_in: "opted_in",
  automatic: "automatic_reply",
  out_of_office: "automatic_reply",
  reaction: "automatic_reply",
};

type Read = { at: Date; understood: Understood | null; conversationId: string };

async function recordOnRuns(
  tx: SqlTx,
  { accountId, inbox, event, inboundEventId }: Inbound<"message">,
  contactId: string,
  { meaning, returnOn, at, understood, conversationId }: Meant & Read,
): Promise<void> {
  const live = await lockLiveRuns(tx, contactId);
  const text = storable(event.text, 300);
  const data = { channel: inbox.channel, text, meaning, ...(returnOn && { returnOn }) };
  await record(
    tx,
    accountId,
    live.map((enrollmentId) => ({
      at,
      kind: LEDGER_KIND[meaning],
      enrollmentId,
      contactId,
      inboundEventId,
      because: { code: meaning, data },
    })),
  );
  // An opt-out and an absence say so themselves.
  if (understood && meaning === "reply")
    await recordUnderstood(tx, accountId, { runIds: live, understood, conversationId, actorId: null, at });
}

type Replied = Reply & { contactId: string; conversationId: string };

async function markReplied(
  tx: SqlTx,
  { contactId, conversationId, replyId, intent, at }: Replied,
): Promise<void> {
  await tx`
    update contacts set last_reply_at = ${at}, last_reply_conversation_id = ${conversationId}
    where id = ${contactId} and (last_reply_at is null or last_reply_at < ${at})`;
  // Whoever let a run go on had not seen a reply that comes late: it counts, as if nobody had.
  await tx`
    update enrollments set replies_from = null
    where contact_id = ${contactId} and status in ('active', 'paused') and enrolled_at < ${at} and replies_from >= ${at}`;
  // The reply answers the last message that the contact had received in each live run.
  await tx`
    update messages m set status = 'replied', replied_at = ${at}, reply_id = ${replyId}, reply_intent = ${intent}, error_code = null,
      error_detail = null
    from (
      select distinct on (m.enrollment_id) m.enrollment_id, m.id
      from messages m join enrollments e on e.id = m.enrollment_id
      where e.contact_id = ${contactId} and e.status in ('active', 'paused') and m.sent_at is not null and m.sent_at <= ${at}
      order by m.enrollment_id, m.sent_at desc
    ) last
    where m.enrollment_id = last.enrollment_id and m.id = last.id and m.status < 'replied'`;
}

async function followWish(
  tx: SqlTx,
  { accountId, inbox, event, now }: Inbound<"message">,
  contactId: string,
  meaning: InboundMeaning,
  at: Date,
): Promise<void> {
  if (meaning !== "opt_out" && meaning !== "opt_in") return;
  if (await isOutdatedWish(tx, { contactId, channel: inbox.channel, at })) return;
  const wish = {
    accountId,
    contactId,
    channel: inbox.channel,
    source: "message" as const,
    text: storable(event.text),
    actorId: null,
    now,
  };
  if (meaning === "opt_out") await suppress(tx, { ...wish, reason: "opted_out" });
  else await liftSuppression(tx, wish);
}
