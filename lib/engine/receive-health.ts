import type { SqlTx } from "@/db/client";
import { emit } from "@/db/outbox";
import { healthRequestedOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import { raiseAlert, resolveAlert } from "./alerts";
import { pauseInbox, resumeInbox } from "./inbox-health";
import type { Inbound } from "./receive";
import { storable } from "./storable";

/** What a provider that paused an inbox is asked after, in case its word that all is well again gets lost. */
const ASK_AGAIN_SECONDS = 6 * 3600;

/** Takes in what the provider says of the sender itself: kept with the inbox, acted on, and told where it is bad. */
export async function receiveHealth(
  tx: SqlTx,
  { accountId, inbox, event, now }: Inbound<"health">,
): Promise<void> {
  const { health, asks, code, detail, at } = event;
  if (event.isAsked) await emit(tx, [healthRequestedOf({ accountId, inboxId: inbox.id }, at.toISOString())]);
  const isNews = await storeHealth(tx, accountId, { inboxId: inbox.id, health, at, now });
  if (!isNews) return;
  if (asks === "pause") {
    const pausing = { inboxId: inbox.id, code, detail, probeAfterSeconds: ASK_AGAIN_SECONDS, now };
    await pauseInbox(tx, accountId, pausing);
  }
  if (asks === "resume") await resumeInbox(tx, accountId, { inboxId: inbox.id, by: "engine", now });
  if (asks === "notice") {
    const [row] = await tx<{ name: string }[]>`select name from inboxes where id = ${inbox.id}`;
    await raiseAlert(tx, accountId, {
      ...{ kind: "inbox_notice", dedupeKey: `inbox_notice:${inbox.id}:${code}`, inboxId: inbox.id, now },
      data: { inbox: row?.name ?? "", code, detail: storable(detail, 300) },
    });
  }
}

type InboxHealth = Inbound<"health">["event"]["health"];
type Told = { inboxId: string; health: InboxHealth; at: Date; now: Date };

/**
 * Keeps what is given beside what was known before, and raises or ends the alerts of it. What is older than the last
 * word of the provider changes nothing. Answers whether it was news.
 */
export async function storeHealth(
  tx: SqlTx,
  accountId: AccountId,
  { inboxId, health, at, now }: Told,
): Promise<boolean> {
  const known = { ...health, checkedAt: at.toISOString() };
  const [row] = await tx<{ name: string; health: InboxHealth }[]>`
    update inboxes set health = health || ${JSON.stringify(known)}::text::jsonb
    where id = ${inboxId} and archived_at is null
      and coalesce((health->>'checkedAt')::timestamptz <= ${at}, true)
    returning name, health`;
  if (!row) return false;
  const tell = async (kind: "inbox_quality" | "inbox_disconnected", isBad: boolean, word: string) => {
    const dedupeKey = `${kind}:${inboxId}`;
    if (!isBad) return resolveAlert(tx, accountId, { dedupeKey, now });
    const [open] = await tx`
      select from alerts where account_id = ${accountId} and dedupe_key = ${dedupeKey} and resolved_at is null
        and data->>'is' = ${word}`;
    if (open) return;
    await raiseAlert(tx, accountId, { kind, dedupeKey, inboxId, data: { inbox: row.name, is: word }, now });
  };
  const { quality, connection } = health;
  if (quality) await tell("inbox_quality", quality === "red" || quality === "yellow", quality);
  if (connection && connection !== "connecting") {
    await tell("inbox_disconnected", connection === "closed", connection);
  }
  return true;
}
