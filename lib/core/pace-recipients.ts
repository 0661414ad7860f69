import type { InboxFacts } from "./facts";
import type { Recipients } from "./pace-facts";
import { windowStateOf } from "./window";
import { DAY_MS, MINUTE_MS } from "./zone";

/** People are counted by the minute: whoever got something in a minute counts until 24 hours after its end. */
export const RECIPIENTS_KEPT_MS = DAY_MS + MINUTE_MS;

/** Whether a send to the contact makes one more of the different people of 24 hours. */
export function costsRecipient(
  inbox: Pick<InboxFacts, "hasWindow" | "lastInboundAt" | "windowClosedAt" | "pace">,
  now: Date,
): boolean {
  const { recipients } = inbox.pace;
  return (
    recipients !== null && !recipientsAt(recipients, now).isCounted && windowStateOf(inbox, now) !== "open"
  );
}

/** Looking ahead, all that were counted are taken to be forgotten when the first one is. */
export function recipientsAt(recipients: Recipients, now: Date): Recipients {
  const { oldest } = recipients;
  if (!oldest || oldest.getTime() + RECIPIENTS_KEPT_MS > now.getTime()) return recipients;
  return { ...recipients, used: 0, oldest: null, isCounted: false };
}

/** When the first of them counts no more. */
export const recipientsFreeAt = ({ oldest }: Recipients, now: Date): Date =>
  new Date((oldest ?? now).getTime() + RECIPIENTS_KEPT_MS);

/** After one more send to the contact. */
export function recipientsAfterSend(recipients: Recipients, costs: boolean, at: Date): Recipients {
  const now = recipientsAt(recipients, at);
  if (!costs) return now;
  return { ...now, used: now.used + 1, oldest: now.oldest ?? minuteOf(at), isCounted: true };
}

export const minuteOf = (at: Date): Date => new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS);
