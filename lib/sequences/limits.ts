export const MAX_TAGS = 10;
export const MAX_TAG_LENGTH = 30;
export const MAX_DESCRIPTION_LENGTH = 1_000;

/** A count above it is shown as "over 10,000": nobody reads the rest, and counting it costs. */
export const COUNT_LIMIT = 10_000;

/** How many of the latest finished runs the rates look at. */
export const RATE_SAMPLE = 1_000;

/** How many days the list of sequences shows the sends of. */
export const SENDS_DAYS = 14;
