import { wakeSnoozed } from "@/lib/conversations/mutations";
import { lookAtClock } from "@/lib/engine/clock-events";
import { eachAccount } from "@/lib/engine/each-account";
import { markOverdue, markStalled } from "./by-calendar";

/**
 * Once a minute, everything that nothing but the passing of time brings about. What fails in one account keeps back no
 * other; it is looked at again in a minute.
 */
export async function watchClock(now: Date): Promise<{ accounts: number; failed: number }> {
  // In the order in which one may follow from another.
  const { accounts, failed } = await eachAccount({
    snoozed: async (accountId) => (await wakeSnoozed(accountId, now)).opened,
    overdue: (accountId) => markOverdue(accountId, now),
    stalled: (accountId) => markStalled(accountId, now),
    lines: (accountId) => lookAtClock(accountId, now),
  });
  return { accounts, failed };
}
