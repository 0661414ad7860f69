import { env } from "@/lib/env";

/** By this field of their events the accounts share the workers. */
export const FAIR_KEY = "event.data.accountId";

/** Of one account, at once and per function; enough for a thousand short steps a second. */
const STEPS_AT_ONCE = 50;

/**
 * Options of functions that one account may start by the hundred thousand. The embedded executor serves accounts in
 * turn by `FAIR_KEY` and needs no limit; on Inngest a limit per account leaves the places above it to the others.
 */
export const perAccount = env.isInngest ? { concurrency: { key: FAIR_KEY, limit: STEPS_AT_ONCE } } : {};
