import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Reaction } from "@/lib/channels/driver";
import type { Channel } from "@/lib/core/model";
import { applyExits } from "./apply-exits";
import { storable } from "./storable";
import { suppress } from "./suppress";

type Refusal = {
  accountId: AccountId;
  contactId: string;
  conversationId: string | null;
  inbox: { id: string; channel: Channel };
  reaction: Reaction;
  code: string;
  detail: string;
  now: Date;
};

/** What a provider's refusal changes beyond the message itself, so that the next decision sees it. */
export async function applyRefusal(tx: SqlTx, refusal: Refusal): Promise<void> {
  const { accountId, contactId, conversationId, inbox, reaction, code, detail, now } = refusal;
  const text = storable(`${code}: ${detail}`, 500);
  switch (reaction) {
    case "fail":
    case "ask_person":
    case "block_step":
    case "delay_contact":
      return;
    case "switch_channel":
      await tx`update conversations set failed_at = ${now} where id = ${conversationId}`;
      return;
    case "window_closed":
      await tx`update conversations set window_closed_at = ${now} where id = ${conversationId}`;
      return;
    case "pause_inbox":
      await tx`
        update inboxes set status = 'paused', paused_because = ${text}
        where id = ${inbox.id} and status = 'active'`;
      return;
    case "suppress": {
      // An email address that bounced is broken; elsewhere the provider passes on the person's own wish.
      const reason = inbox.channel === "email" ? "bounced" : "opted_out";
      await suppress(tx, {
        ...refusal,
        channel: inbox.channel,
        reason,
        source: "provider",
        text,
        actorId: null,
      });
      await applyExits(tx, { accountId, contactId, now });
    }
  }
}
