import type { SqlTx } from "@/db/client";
import { applyRefusal } from "./effects";
import { isUuid } from "./is-uuid";
import type { Inbound } from "./receive";
import { type HandRow, lockHandMessage, sentByHand } from "./sent-by-hand";
import { storable } from "./storable";
import { tellUnclear } from "./unclear";

/** Moves a message that was written by hand forward as the provider reports: the same rules as for steps of sequences. */
export async function receiveHandStatus(tx: SqlTx, inbound: Inbound<"status">): Promise<void> {
  const { accountId, inbox, event, now } = inbound;
  const found = await findByHand(tx, inbox.id, event);
  if (!found) return;
  await lockHandMessage(tx, found);
  const { status, at } = event;
  const [changed] = await tx<{ wasUnfinished: boolean }[]>`
    with before as (select id, status from conversation_messages where id = ${found.id} for update)
    update conversation_messages m set
      status = ${status}, provider_id = coalesce(m.provider_id, ${event.providerId}),
      sent_at = coalesce(m.sent_at, ${status === "failed" ? null : at}),
      delivered_at = coalesce(m.delivered_at, ${status === "delivered" || status === "read" ? at : null}),
      read_at = coalesce(m.read_at, ${status === "read" ? at : null}),
      error_code = ${status === "failed" ? event.code : null},
      error_detail = ${status === "failed" ? storable(event.detail ?? "", 500) : null}
    from before where m.id = before.id and m.status < ${status}
    returning before.status in ('claimed', 'unknown') as "wasUnfinished"`;
  if (!changed) return;
  if (changed.wasUnfinished && status !== "failed") await sentByHand(tx, accountId, { ...found, at });
  if (changed.wasUnfinished) await tellUnclear(tx, accountId, now);
  if (!event.reaction) return;
  await applyRefusal(tx, {
    accountId,
    contactId: found.contactId,
    conversationId: found.conversationId,
    inbox,
    reaction: event.reaction,
    ...(event.probeAfterSeconds !== undefined && { probeAfterSeconds: event.probeAfterSeconds }),
    code: event.code ?? "failed",
    detail: event.detail ?? "",
    now,
  });
}

/** By our own id where the provider returns it, else by the provider's. */
async function findByHand(
  tx: SqlTx,
  inboxId: string,
  { messageId, providerId }: Inbound<"status">["event"],
): Promise<HandRow | undefined> {
  const columns = tx`id, contact_id as "contactId", conversation_id as "conversationId"`;
  if (messageId && isUuid(messageId)) {
    const [own] = await tx<HandRow[]>`
      select ${columns} from conversation_messages
      where id = ${messageId} and inbox_id = ${inboxId} and direction = 'outbound'`;
    if (own) return own;
  }
  const [row] = await tx<HandRow[]>`
    select ${columns} from conversation_messages
    where inbox_id = ${inboxId} and provider_id = ${providerId} and direction = 'outbound'`;
  return row;
}
