import type { SqlTx } from "@/db/client";
import { applyExits, lockLiveRuns } from "./apply-exits";
import type { Inbound } from "./receive";
import { findSender } from "./sender";
import { liftSuppression, suppress } from "./suppress";

/** The contact told the provider whether marketing is wanted: the same suppression as by word or by hand. */
export async function receivePreference(tx: SqlTx, inbound: Inbound<"preference">): Promise<void> {
  const { accountId, inbox, event, now } = inbound;
  const contactId = await findSender(tx, event.from);
  if (!contactId) return;
  await lockLiveRuns(tx, contactId);
  const wish = {
    accountId,
    contactId,
    channel: inbox.channel,
    source: "provider" as const,
    text: event.detail ?? event.value,
    actorId: null,
    now,
  };
  if (event.value === "resume") return liftSuppression(tx, wish);
  await suppress(tx, { ...wish, reason: "opted_out" });
  await applyExits(tx, { accountId, contactId, now });
}
