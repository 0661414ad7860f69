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

/**
 * What rollups count sends by: days, with few divisions, and whole months with many. The cohorts count them by when their
 * run began, the others by when they were sent; a month is on its first day.
 */
export const SEND_GRAINS = [
  ...(["day", "step", "assignee", "entry", "hour", "cohort"] as const),
  ...([
    "step_month",
    "entry_month",
    "assignee_entry_month",
    "hour_month",
    "assignee_month",
    "assignee_hour_month",
  ] as const),
  ...(["cohort_assignee_month", "cohort_entry_month"] as const),
];
export type SendGrain = (typeof SEND_GRAINS)[number];

/** Whose words a message says: the sequence's, Maestro's with or without a person, or the sequence's where Maestro had none. */
export const SEND_MODES = ["static", "ai_assisted", "ai_full", "fallback"] as const;
export type SendMode = (typeof SEND_MODES)[number];

export const DIGEST_EVERY = ["day", "week", "month"] as const;
export type DigestEvery = (typeof DIGEST_EVERY)[number];

/** How many sends of a group have each fact; `converted`: after how many of them, as the last one, the goal was reached. */
export type SendCounts = Record<SendFact | "converted", number>;

export const NO_SENDS: SendCounts = {
  ...{ attempted: 0, sent: 0, delivered: 0, read: 0, replied: 0, positive: 0 },
  ...{ optedOut: 0, failed: 0, unknown: 0, skipped: 0, converted: 0 },
};

/** Each rate by what it counts and out of what. All are of the sends of a period, by what became of them until now. */
export const METRICS = {
  delivered: { counts: "delivered", outOf: "sent" },
  read: { counts: "read", outOf: "delivered" },
  reply: { counts: "replied", outOf: "sent" },
  positive: { counts: "positive", outOf: "sent" },
  conversion: { counts: "converted", outOf: "sent" },
  optOut: { counts: "optedOut", outOf: "sent" },
  failure: { counts: "failed", outOf: "attempted" },
} as const satisfies Record<string, { counts: keyof SendCounts; outOf: keyof SendCounts }>;
export type Metric = keyof typeof METRICS;
/** Shares between 0 and 1; null where there is nothing to take a share of. */
export type Rates = Record<Metric, number | null>;

export function ratesOf(counts: SendCounts): Rates {
  const rate = ({ counts: counted, outOf }: (typeof METRICS)[Metric]) =>
    shareOf(counts[counted], counts[outOf]);
  return {
    delivered: rate(METRICS.delivered),
    read: rate(METRICS.read),
    reply: rate(METRICS.reply),
    positive: rate(METRICS.positive),
    conversion: rate(METRICS.conversion),
    optOut: rate(METRICS.optOut),
    failure: rate(METRICS.failure),
  };
}

/** Null where there is nothing to take a share of. */
export const shareOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** Under so many sends, or runs, in a group no difference of rates is judged; the interval is shown all the same. */
export const ENOUGH = 30;
export const isEnough = (count: number): boolean => count >= ENOUGH;
