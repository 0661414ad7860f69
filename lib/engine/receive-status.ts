import type { SqlTx } from "@/db/client";
import type { OutboundContent } from "@/lib/core/facts";
import type { LedgerKind, MessageStatus } from "@/lib/core/model";
import { lockLiveRuns } from "./apply-exits";
import { isUuid } from "./is-uuid";
import { failSent, isDeadAttempt } from "./late-failure";
import { record } from "./ledger";
import type { Inbound } from "./receive";
import { receiveHandStatus } from "./receive-hand-status";
import { tellUnclear } from "./unclear";

export type SentRow = {
  id: string;
  enrollment_id: string;
  contact_id: string;
  step_id: string;
  step_epoch: number;
  conversation_id: string | null;
  status: MessageStatus;
  attempts: number;
  content: OutboundContent | null;
  claimed_at: Date | null;
  settled_at: Date | null;
};

/**
 * Moves a send record forward as the provider reports; duplicates, late and disordered events change nothing. It also
 * settles sends whose outcome was unknown: a provider that reports on a message has taken it. A failure may have the
 * step sent again: see `failSent`.
 */
export async function receiveStatus(tx: SqlTx, inbound: Inbound<"status">): Promise<void> {
  const { inbox, event } = inbound;
  const found = await findSend(tx, inbox.id, event);
  if (!found) return receiveHandStatus(tx, inbound);
  // Runs first, then messages: the order in which everybody takes them.
  if (event.status === "failed") await lockLiveRuns(tx, found.contact_id);
  const sent = await lockSend(tx, found);
  if (!sent) return;
  if (rankOf(sent.status) >= rankOf(event.status)) return keepMoments(tx, inbound, sent);
  if (event.status === "failed") return failSent(tx, { ...inbound, sent });
  // Of an attempt that has failed since, only that it arrived all the same is news.
  if (event.status === "sent" && (await isDeadAttempt(tx, sent, event.providerId))) return;
  await moveForward(tx, inbound, sent);
}

const RANKS: MessageStatus[] = ["sent", "failed", "delivered", "read", "replied"];
const rankOf = (status: MessageStatus) => RANKS.indexOf(status);

async function moveForward(
  tx: SqlTx,
  { accountId, inbox, event, now, inboundEventId }: Inbound<"status">,
  sent: SentRow,
): Promise<void> {
  const { status, at } = event;
  const { arrivedAt, readAt } = momentsOf(event);
  await tx`
    update messages set
      status = ${status}, sent_at = coalesce(sent_at, ${at}), retry_at = null, error_code = null, error_detail = null,
      provider_id = case when status in ('claimed', 'unknown') then ${event.providerId}
        else coalesce(provider_id, ${event.providerId}) end,
      delivered_at = least(delivered_at, ${arrivedAt}), read_at = least(read_at, ${readAt})
    where enrollment_id = ${sent.enrollment_id} and id = ${sent.id}`;
  const because = { code: event.code ?? status, data: { channel: inbox.channel, detail: event.detail } };
  await record(tx, accountId, [
    {
      ...{ at, kind: status satisfies LedgerKind, because, messageId: sent.id, stepId: sent.step_id },
      ...{ enrollmentId: sent.enrollment_id, contactId: sent.contact_id, inboundEventId },
    },
  ]);
  // What was said to have failed has arrived after all: the way to the contact is as good as before.
  if (arrivedAt && (sent.status === "failed" || sent.status === "scheduled")) {
    await tx`
      update conversations set failed_at = null
      where id = ${sent.conversation_id} and failed_at is not null`;
  }
  // The truth closes the question whether a person has looked at it or not.
  if (sent.status === "unknown" || sent.status === "failed") await tellUnclear(tx, accountId, now);
}

/** Of a message that is known to be further already: so that reports in any order come to the same record. */
async function keepMoments(tx: SqlTx, { event }: Inbound<"status">, sent: SentRow): Promise<void> {
  const { arrivedAt, readAt } = momentsOf(event);
  if (!arrivedAt) return;
  await tx`
    update messages set delivered_at = least(delivered_at, ${arrivedAt}), read_at = least(read_at, ${readAt})
    where enrollment_id = ${sent.enrollment_id} and id = ${sent.id}
      and (least(delivered_at, ${arrivedAt}) is distinct from delivered_at
        or least(read_at, ${readAt}) is distinct from read_at)`;
}

/** Whoever has read a message has got it by then. */
const momentsOf = ({ status, at }: Inbound<"status">["event"]) => ({
  arrivedAt: status === "delivered" || status === "read" ? at : null,
  readAt: status === "read" ? at : null,
});

const columns = (tx: SqlTx) => tx`
  id, enrollment_id, contact_id, step_id, step_epoch, conversation_id, status, attempts, content, claimed_at, settled_at`;

/** By our own id where the provider returns it, else by the provider's. */
async function findSend(
  tx: SqlTx,
  inboxId: string,
  { messageId, providerId }: Inbound<"status">["event"],
): Promise<SentRow | undefined> {
  if (messageId && isUuid(messageId)) {
    const [own] = await tx<SentRow[]>`
      select ${columns(tx)} from messages where id = ${messageId} and inbox_id = ${inboxId}`;
    if (own) return own;
  }
  const [row] = await tx<SentRow[]>`
    select ${columns(tx)} from messages where inbox_id = ${inboxId} and provider_id = ${providerId}`;
  return row;
}

async function lockSend(
  tx: SqlTx,
  { id, enrollment_id: enrollmentId }: SentRow,
): Promise<SentRow | undefined> {
  const [row] = await tx<SentRow[]>`
    select ${columns(tx)} from messages where enrollment_id = ${enrollmentId} and id = ${id} for update`;
  return row;
}
