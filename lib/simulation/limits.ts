/** As many as one simulation takes. */
export const MAX_PEOPLE = 10_000;

/** Runs of others that take room in the same inboxes, the next to act first. */
export const MAX_OTHERS = 10_000;

/** How far back the population of `recent` reaches; its people come again so many days later. */
export const RECENT_DAYS = 30;
