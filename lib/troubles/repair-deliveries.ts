import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { MOST_ATTEMPTS, processInbound } from "@/lib/engine/webhook";
import { type Repairing, remember } from "./remember";
import type { Repaired } from "./schema";

/** Of one press; the sweep takes in what is not taken in at once. */
const MOST = 1_000;
const AT_ONCE = 20;

/**
 * Deliveries of providers that were given up are taken in again as if they had just come: what they say was told before
 * is dropped as ever. Repeated, or done by two at once, each is given new attempts once.
 */
export async function takeInAgain(accountId: AccountId, by: Repairing): Promise<Repaired> {
  const rows = await withAccountSql(
    accountId,
    (tx) => tx<{ id: string }[]>`
      update inbound_events set attempts = 0
      where processed_at is null and attempts >= ${MOST_ATTEMPTS} and id in (
        select id from inbound_events
        where account_id = ${accountId} and processed_at is null and attempts >= ${MOST_ATTEMPTS}
        order by received_at limit ${MOST} for update skip locked)
      returning id`,
  );
  for (const { id } of rows.slice(0, AT_ONCE)) await processInbound(accountId, id, by.now);
  const isMore = rows.length >= MOST;
  return remember(accountId, { ...by, code: "deliveries_failing", repaired: rows.length, isMore });
}
