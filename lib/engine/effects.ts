import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Reaction } from "@/lib/channels/driver";
import type { OutboundContent } from "@/lib/core/facts";
import type { Channel } from "@/lib/core/model";
import { raiseAlert } from "./alerts";
import { applyExits } from "./apply-exits";
import { POLICY } from "./error-policy";
import { pauseInbox } from "./inbox-health";
import { blockStep } from "./step-blocks";
import { storable } from "./storable";
import { suppress } from "./suppress";

type Refusal = {
  accountId: AccountId;
  contactId: string;
  conversationId: string | null;
  inbox: { id: string; channel: Channel };
  /** The step of a sequence that was refused; absent for a message by hand. */
  step?: { enrollmentId: string; id: string; template: { name: string; language: string } | null };
  reaction: Reaction;
  code: string;
  detail: string;
  /** With `pause_inbox`: after how long the provider may be asked again; null or absent: a person must act first. */
  probeAfterSeconds?: number | null;
  now: Date;
};

/** What a provider's refusal changes beyond the message itself, so that the next decision sees it: see `POLICY`. */
export async function applyRefusal(tx: SqlTx, refusal: Refusal): Promise<void> {
  const { accountId, conversationId, inbox, step, code, detail, now } = refusal;
  const policy = POLICY[refusal.reaction];
  if (policy.contact === "channel_failed")
    await tx`update conversations set failed_at = ${now} where id = ${conversationId}`;
  if (policy.contact === "window_closed")
    await tx`update conversations set window_closed_at = ${now} where id = ${conversationId}`;
  if (policy.contact === "suppress") await suppressContact(tx, refusal);
  if (policy.step === "block" && step) {
    const { enrollmentId, id: stepId, template } = step;
    const [run] = await tx<{ sequence_id: string }[]>`
      select sequence_id from enrollments where id = ${enrollmentId}`;
    const sequenceId = run?.sequence_id ?? "";
    await blockStep(tx, accountId, {
      ...{ sequenceId, stepId, inboxId: inbox.id, code, detail, template, now },
    });
  }
  if (policy.inbox === "pause") {
    const probeAfterSeconds = refusal.probeAfterSeconds ?? null;
    await pauseInbox(tx, accountId, { inboxId: inbox.id, code, detail, probeAfterSeconds, now });
  }
  // The provider's words may name the contact: they stand with the message alone.
  if (policy.asks && step) {
    await raiseAlert(tx, accountId, {
      ...{ kind: "sends_refused", dedupeKey: "sends_refused", data: { code }, now },
    });
  }
}

async function suppressContact(tx: SqlTx, refusal: Refusal): Promise<void> {
  const { accountId, contactId, inbox, code, detail, now } = refusal;
  // An email address that bounced is broken; elsewhere the provider passes on the person's own wish.
  const reason = inbox.channel === "email" ? "bounced" : "opted_out";
  await suppress(tx, {
    ...{ accountId, contactId, channel: inbox.channel, reason, source: "provider", actorId: null, now },
    text: storable(`${code}: ${detail}`, 500),
  });
  await applyExits(tx, { accountId, contactId, now });
}

/** Which HSM template a message is made of. */
export const templateOf = (content: OutboundContent | null): { name: string; language: string } | null =>
  content?.type === "template" ? { name: content.name, language: content.language } : null;
