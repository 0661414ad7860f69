import { setTimeout as pass } from "node:timers/promises";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { ProviderEvent } from "@/lib/channels/driver";
import type { Channel } from "@/lib/core/model";
import { receiveBounce } from "./receive-bounce";
import { receiveHealth } from "./receive-health";
import { receiveIdentity } from "./receive-identity";
import { receiveMessage } from "./receive-message";
import { receivePreference } from "./receive-preference";
import { receiveStatus } from "./receive-status";
import { receiveTemplate } from "./receive-template";
import { receiversOf } from "./receivers";

export type Inbound<K extends ProviderEvent["kind"]> = {
  accountId: AccountId;
  inbox: { id: string; channel: Channel };
  event: Extract<ProviderEvent, { kind: K }>;
  now: Date;
  /** The delivery as it was stored; absent for what no provider delivered. */
  inboundEventId?: string | undefined;
};

/**
 * Takes in what a provider (or the phone on the screen) reports: each event in a transaction of its own, in the given
 * order. Every event may come twice, late or out of order; the second time changes nothing. One that fails does not keep
 * the others from being taken in; its error is thrown in the end. Throws `not_found` for an inbox of another account.
 */
export async function receive(
  accountId: AccountId,
  { events, ...delivery }: Delivery & { events: ProviderEvent[] },
): Promise<void> {
  const errors: unknown[] = [];
  for (const told of events) {
    try {
      await takeIn(accountId, { ...delivery, told });
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}

type Delivery = { inboxId: string; now: Date; inboundEventId?: string | undefined };

/**
 * A run that begins while contacts are merged may make a circle of waiting (40P01); who was let go comes again, a moment
 * later, or it may meet the same circle again.
 */
const MAX_TRIES = 6;
const MOST_PAUSE_MS = 60;

async function takeIn(
  accountId: AccountId,
  { inboxId, told, ...rest }: Delivery & { told: ProviderEvent },
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await withAccountSql(accountId, async (tx) => {
        for (const { inbox, event } of await receiversOf(tx, inboxId, told)) {
          await receiveOne(tx, { accountId, inbox, event, ...rest });
        }
      });
    } catch (error) {
      if ((error as { code?: string }).code !== "40P01" || attempt === MAX_TRIES) throw error;
      await pass(Math.random() * MOST_PAUSE_MS * attempt);
    }
  }
}

function receiveOne(
  tx: SqlTx,
  { event, ...rest }: Omit<Inbound<never>, "event"> & { event: ProviderEvent },
): Promise<void> {
  switch (event.kind) {
    case "message":
      return receiveMessage(tx, { ...rest, event });
    case "status":
      return receiveStatus(tx, { ...rest, event });
    case "preference":
      return receivePreference(tx, { ...rest, event });
    case "health":
      return receiveHealth(tx, { ...rest, event });
    case "template":
      return receiveTemplate(tx, { ...rest, event });
    case "identity":
      return receiveIdentity(tx, { ...rest, event });
    case "bounce":
      return receiveBounce(tx, { ...rest, event });
    case "elsewhere":
    case "ignored":
      return Promise.resolve();
  }
}
