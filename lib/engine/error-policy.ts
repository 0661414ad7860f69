import type { Reaction } from "@/lib/channels/driver";
import type { LedgerKind, MessageStatus } from "@/lib/core/model";
import type { AlertKind } from "@/lib/core/model-inboxes";

/** What a send may come to: the provider's answer, a refusal by its reaction, or what our second look before the call found. */
export type OutcomeName =
  | "accepted"
  | "unknown"
  | "retry"
  | "deferred"
  | "slowed"
  | "ended"
  | "held"
  | "outlived"
  | Reaction;

export type Policy = {
  /** What becomes of the message, and the line on the timeline. */
  message: MessageStatus;
  told: LedgerKind;
  /** Seconds until the step is tried again after the first, second... attempt; past the last one it fails. Null: never. */
  after: readonly number[] | null;
  /** Whether the attempt counts. Where not the message but something around it is at fault, it does not. */
  burns: boolean;
  /** Of the inbox: is well, has had trouble (too much in a row pauses it), rests for a while, is paused. */
  inbox?: "well" | "trouble" | "rest" | "pause";
  /** The runs wait at the step until it is mended. */
  step?: "block";
  /** What the next decision sees of the contact. */
  contact?: "suppress" | "channel_failed" | "window_closed";
  /** What whoever looks after the account is told. */
  alert?: AlertKind;
  /** A person has to judge it: it stands among the unclear sends. */
  asks?: true;
};

/** Seconds before the next attempt after the first, second, ... one. */
const BACKOFF = [30, 120, 600, 3600, 3 * 3600, 6 * 3600];
/** Something that made it fail was changed, so that the next decision chooses otherwise; bounded all the same. */
const AT_ONCE = [0, 0, 0, 0, 0, 0];
const DAY = 24 * 3600;

const sent = { message: "sent", told: "sent", after: null, burns: true } as const;
const over = { message: "failed", told: "failed", after: null, burns: true } as const;
const again = { message: "scheduled", told: "retrying", after: AT_ONCE, burns: true } as const;
const untouched = { ...again, after: [0], burns: false } as const;
const dropped = { message: "skipped", told: "skipped", after: null, burns: true } as const;

/**
 * The one table of what a send's outcome means for the message, the run, the inbox, the step, the contact and people.
 * A failure that a provider reports later is judged by the same rows. A run goes on with its next step wherever the
 * step is not tried again.
 */
export const POLICY: Record<OutcomeName, Policy> = {
  accepted: { ...sent, inbox: "well" },
  // It may have arrived, so it is never sent again by itself.
  unknown: { message: "unknown", told: "unknown", after: null, burns: true, inbox: "trouble" },
  retry: { ...again, after: BACKOFF, inbox: "trouble" },
  // This recipient's affair alone, as greylisting is.
  deferred: { ...again, after: BACKOFF },
  slowed: { ...untouched, inbox: "rest" },
  // Withdrawn before the call. A held run sends the step when it goes on; one that went on does not come back to it.
  held: untouched,
  ended: dropped,
  outlived: dropped,

  fail: over,
  ask_person: { ...over, asks: true, alert: "sends_refused" },
  block_step: { ...untouched, step: "block", alert: "step_blocked" },
  switch_channel: { ...again, contact: "channel_failed" },
  suppress: { ...again, contact: "suppress" },
  window_closed: { ...again, contact: "window_closed" },
  pause_inbox: { ...untouched, inbox: "pause", alert: "inbox_paused" },
  delay_contact: { ...again, after: [DAY, 2 * DAY, 4 * DAY] },
};

/** So many troubles in a row pause an inbox; after a pause the provider has to prove itself with fewer. */
export const BREAKER = { troubles: 20, afterPause: 3, pauseSeconds: 60 };

/** How long an inbox rests whose provider asks for silence without saying for how long. */
export const REST_SECONDS = 5;
