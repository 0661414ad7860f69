import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { ProviderEvent } from "@/lib/channels/driver";
import type { Channel } from "@/lib/core/model";
import { AppError } from "@/lib/errors";
import { receiveMessage } from "./receive-message";
import { receivePreference } from "./receive-preference";
import { receiveStatus } from "./receive-status";

export type Inbound<K extends ProviderEvent["kind"]> = {
  accountId: AccountId;
  inbox: { id: string; channel: Channel };
  event: Extract<ProviderEvent, { kind: K }>;
  now: Date;
};

/**
 * Takes in what a provider (or the phone on the screen) reports: each event in a transaction of its own, in the given
 * order. Every event may come twice, late or out of order; the second time changes nothing. Throws `not_found` for an
 * inbox of another account.
 */
export async function receive(
  accountId: AccountId,
  { inboxId, events, now }: { inboxId: string; events: ProviderEvent[]; now: Date },
): Promise<void> {
  for (const event of events) {
    await withAccountSql(accountId, async (tx) => {
      const inbox = await loadInbox(tx, inboxId);
      switch (event.kind) {
        case "message":
          return receiveMessage(tx, { accountId, inbox, event, now });
        case "status":
          return receiveStatus(tx, { accountId, inbox, event, now });
        case "preference":
          return receivePreference(tx, { accountId, inbox, event, now });
        case "ignored":
          return;
      }
    });
  }
}

async function loadInbox(tx: SqlTx, inboxId: string) {
  const [inbox] = await tx<{ id: string; channel: Channel }[]>`
    select id, channel from inboxes where id = ${inboxId}`;
  if (!inbox) throw new AppError("not_found");
  return inbox;
}
