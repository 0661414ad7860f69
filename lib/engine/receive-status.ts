import type { SqlTx } from "@/db/client";
import type { LedgerKind } from "@/lib/core/model";
import { applyRefusal } from "./effects";
import { isUuid } from "./is-uuid";
import { record } from "./ledger";
import type { Inbound } from "./receive";
import { receiveHandStatus } from "./receive-hand-status";
import { storable } from "./storable";

type SendRow = {
  id: string;
  enrollment_id: string;
  contact_id: string;
  step_id: string;
  conversation_id: string | null;
};

/**
 * Moves a send record forward as the provider reports; duplicates, late and disordered events change nothing. It also
 * settles sends whose outcome was unknown: a provider that reports on a message has taken it.
 */
export async function receiveStatus(tx: SqlTx, inbound: Inbound<"status">): Promise<void> {
  const { accountId, inbox, event, now } = inbound;
  const found = await findSend(tx, inbox.id, event);
  if (!found) return receiveHandStatus(tx, inbound);
  const { status, at } = event;
  const changed = await tx`
    update messages set
      status = ${status}, provider_id = coalesce(provider_id, ${event.providerId}),
      sent_at = coalesce(sent_at, ${status === "failed" ? null : at}),
      delivered_at = coalesce(delivered_at, ${status === "delivered" || status === "read" ? at : null}),
      read_at = coalesce(read_at, ${status === "read" ? at : null}),
      error_code = ${status === "failed" ? event.code : null},
      error_detail = ${status === "failed" ? storable(event.detail ?? "", 500) : null}
    where enrollment_id = ${found.enrollment_id} and id = ${found.id} and status < ${status} returning id`;
  if (changed.length === 0) return;
  const data = { channel: inbox.channel, detail: event.detail };
  await record(tx, accountId, [
    {
      at,
      kind: status satisfies LedgerKind,
      enrollmentId: found.enrollment_id,
      contactId: found.contact_id,
      stepId: found.step_id,
      messageId: found.id,
      because: { code: event.code ?? status, data },
    },
  ]);
  if (!event.reaction) return;
  await applyRefusal(tx, {
    accountId,
    contactId: found.contact_id,
    conversationId: found.conversation_id,
    inbox,
    reaction: event.reaction,
    code: event.code ?? "failed",
    detail: event.detail ?? "",
    now,
  });
}

/** By our own id where the provider returns it, else by the provider's. */
async function findSend(
  tx: SqlTx,
  inboxId: string,
  { messageId, providerId }: Inbound<"status">["event"],
): Promise<SendRow | undefined> {
  if (messageId && isUuid(messageId)) {
    const [own] = await tx<SendRow[]>`
      select id, enrollment_id, contact_id, step_id, conversation_id from messages
      where id = ${messageId} and inbox_id = ${inboxId}`;
    if (own) return own;
  }
  const [row] = await tx<SendRow[]>`
    select id, enrollment_id, contact_id, step_id, conversation_id from messages
    where inbox_id = ${inboxId} and provider_id = ${providerId}`;
  return row;
}
