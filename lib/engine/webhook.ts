import { createHash } from "node:crypto";
import { withAccountSql } from "@/db/client";
import { type AccountId, mintAccountId } from "@/lib/accounts/account-id";
import type { WebhookRequest, WebhookSide } from "@/lib/channels/driver";
import { driverOf } from "@/lib/channels/registry";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { driverInbox, type InboxRow } from "./inbox";
import { receive } from "./receive";

/** Where a webhook is addressed to, as its URL says. The account is proven only by the signature. */
export type WebhookAddress = { provider: string; accountId: string; inboxId: string };

/** After so many failures a delivery is left for a person to look at. */
export const MOST_ATTEMPTS = 20;
const HEARD_EVERY_MS = 600_000;

/** Answers a provider's subscription handshake, or null. */
export async function answerHandshake(address: WebhookAddress, url: URL): Promise<string | null> {
  const { inbox, webhook } = await findInbox(address);
  return webhook.handshake?.(driverInbox(inbox), url) ?? null;
}

/**
 * Verifies a delivery and stores it as it came; `processInbound` takes it in afterwards. Throws `not_found` for an
 * unknown inbox and `unauthenticated` for a wrong signature. A delivery that is stored already gets the same id.
 */
export async function acceptWebhook(
  address: WebhookAddress,
  request: WebhookRequest,
  now: Date,
): Promise<{
  accountId: AccountId;
  inboundEventId: string;
  answer: WebhookSide<unknown, unknown>["answer"];
}> {
  const { accountId, inbox, webhook } = await findInbox(address);
  if (!webhook.verify(driverInbox(inbox), request))
    throw new AppError("unauthenticated", "webhook_signature");
  const kept = webhook.keep?.(request) ?? {};
  const body = (kept.body ?? request.rawBody).replaceAll("\0", "");
  const dedupeKey = createHash("sha256")
    .update(kept.dedupeKey ?? request.rawBody)
    .digest("hex");
  const inboundEventId = await withAccountSql(accountId, async (tx) => {
    const [row] = await tx<{ id: string }[]>`
      insert into inbound_events (account_id, inbox_id, provider, dedupe_key, body, received_at, received_last_at)
      values (${accountId}, ${inbox.id}, ${inbox.provider}, ${dedupeKey}, ${body}, ${now}, ${now})
      on conflict (inbox_id, dedupe_key) do update
        set received_count = inbound_events.received_count + 1, received_last_at = excluded.received_last_at
      returning id`;
    // Now and then only, so that a burst of deliveries does not stand in line for the row.
    await tx`
      update inboxes set heard_at = ${now}
      where id = ${inbox.id} and (heard_at is null or heard_at < ${new Date(now.getTime() - HEARD_EVERY_MS)})`;
    return row?.id ?? "";
  });
  return { accountId, inboundEventId, answer: webhook.answer };
}

/** Takes a stored delivery in. A failure is kept beside it and tried again by the sweep; repeating it changes nothing. */
export async function processInbound(accountId: AccountId, inboundEventId: string, now: Date): Promise<void> {
  const event = await withAccountSql(accountId, async (tx) => {
    const [row] = await tx<{ inbox_id: string; body: string; received_at: Date }[]>`
      update inbound_events set attempts = attempts + 1
      where id = ${inboundEventId} and processed_at is null and attempts < ${MOST_ATTEMPTS}
      returning inbox_id, body, received_at`;
    if (!row) return null;
    const [inbox] = await tx<InboxRow[]>`select * from inboxes where id = ${row.inbox_id}`;
    return inbox ? { inbox, body: row.body, receivedAt: row.received_at } : null;
  });
  if (!event) return;
  let error: string | null = null;
  try {
    const webhook = driverOf(event.inbox.provider).webhook;
    const events = (await webhook?.parse(driverInbox(event.inbox), event.body, event.receivedAt)) ?? [];
    await receive(accountId, { inboxId: event.inbox.id, events, now, inboundEventId });
  } catch (thrown) {
    error = thrown instanceof Error ? thrown.message : String(thrown);
    log.error({ inboundEventId, err: thrown }, "inbound event failed");
  }
  await withAccountSql(
    accountId,
    (tx) => tx`
      update inbound_events set error = ${error?.slice(0, 1000) ?? null}, processed_at = ${error ? null : now}
      where id = ${inboundEventId} and processed_at is null`,
  );
}

async function findInbox({ provider, accountId: claimed, inboxId }: WebhookAddress) {
  if (!isUuid(claimed) || !isUuid(inboxId)) throw new AppError("not_found");
  // Used only to read the secret that the signature is checked with.
  const accountId = mintAccountId(claimed);
  const [inbox] = await withAccountSql(
    accountId,
    (tx) => tx<InboxRow[]>`select * from inboxes where id = ${inboxId} and archived_at is null`,
  );
  const webhook = inbox && driverOf(inbox.provider).webhook;
  if (!inbox || !webhook || inbox.provider !== provider) throw new AppError("not_found");
  return { accountId, inbox, webhook };
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
