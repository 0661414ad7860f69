import type { AccountId } from "@/lib/accounts/account-id";
import { wakeSnoozed } from "@/lib/conversations/mutations";
import { lookAtClock } from "@/lib/engine/clock-events";
import { loadAccountIds } from "@/lib/engine/sweep";
import { log } from "@/lib/log";
import { markOverdue, markStalled } from "./by-calendar";

/** What the clock brought about, in the order in which one may follow from another. */
const WATCHES: { [what: string]: (accountId: AccountId, now: Date) => Promise<unknown> } = {
  snoozed: wakeSnoozed,
  overdue: markOverdue,
  stalled: markStalled,
  lines: lookAtClock,
};

/**
 * Once a minute, everything that nothing but the passing of time brings about. What fails in one account keeps back no
 * other; it is looked at again in a minute.
 */
export async function watchClock(now: Date): Promise<{ accounts: number; failed: number }> {
  const accountIds = await loadAccountIds();
  let failed = 0;
  for (const accountId of accountIds)
    for (const [what, watch] of Object.entries(WATCHES))
      await watch(accountId, now).catch((error: unknown) => {
        failed += 1;
        log.error({ err: error, accountId, what }, "the clock was not looked at");
      });
  return { accounts: accountIds.length, failed };
}
