/**
 * What reports count and how. A send is one message record of one step; it is counted at the moment it was sent (failed,
 * skipped or unknown: at which it was tried). The bits are computed by `send_facts` of the database, from the record
 * alone, so that a number and the list behind it ask the same column.
 */
export const SEND_FACTS = {
  sent: 1,
  delivered: 2,
  read: 4,
  replied: 8,
  positive: 16,
  optedOut: 32,
  failed: 64,
  unknown: 128,
  skipped: 256,
  /** Sent, failed or unknown: what was handed to a provider. */
  attempted: 512,
} as const;
export type SendFact = keyof typeof SEND_FACTS;

/** How rollups divide sends; `cohort` counts them on the day on which their run began, the others on their own. */
export const SEND_GRAINS = ["step", "assignee", "entry", "hour", "cohort"] as const;
export type SendGrain = (typeof SEND_GRAINS)[number];

/** Whose words a message says: the sequence's, Maestro's with or without a person, or the sequence's where Maestro had none. */
export const SEND_MODES = ["static", "ai_assisted", "ai_full", "fallback"] as const;
export type SendMode = (typeof SEND_MODES)[number];

export const DIGEST_EVERY = ["day", "week", "month"] as const;
export type DigestEvery = (typeof DIGEST_EVERY)[number];
