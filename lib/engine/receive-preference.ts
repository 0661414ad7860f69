import type { SqlTx } from "@/db/client";
import { applyExits, lockLiveRuns } from "./apply-exits";
import type { Inbound } from "./receive";
import { endOfSecond } from "./receive-message";
import { findSender } from "./sender";
import { storable } from "./storable";
import { isOutdatedWish, liftSuppression, suppress } from "./suppress";

/** The contact told the provider whether marketing is wanted: the same suppression as by word or by hand. */
export async function receivePreference(tx: SqlTx, inbound: Inbound<"preference">): Promise<void> {
  const { accountId, inbox, event, now } = inbound;
  const contactId = await findSender(tx, event.from);
  if (!contactId) return;
  await lockLiveRuns(tx, contactId);
  const at = endOfSecond(event.at, now);
  const action = event.value === "stop" ? "opt_out" : "opt_in";
  // The provider's instants are whole seconds: what was said within this one is repeated, not newer.
  const [repeated] = await tx`
    select from consents where contact_id = ${contactId} and channel = ${inbox.channel} and source = 'provider'
      and action = ${action} and at between ${event.at} and ${at}`;
  if (repeated || (await isOutdatedWish(tx, { contactId, channel: inbox.channel, at }))) return;
  const wish = {
    accountId,
    contactId,
    channel: inbox.channel,
    source: "provider" as const,
    text: storable(event.detail ?? event.value, 500),
    actorId: null,
    // When it was said, so that a repetition and an older one that comes late are recognised.
    now: at,
  };
  if (event.value === "resume") return liftSuppression(tx, wish);
  await suppress(tx, { ...wish, reason: "opted_out" });
  await applyExits(tx, { accountId, contactId, now });
}
