import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { type InboxLimits, NO_INBOX_LIMITS } from "@/lib/core/model-inboxes";
import { isLimited } from "@/lib/core/shared-sends";
import { loadInboxes } from "@/lib/engine/inbox";
import { type ProviderLimits, providerLimits } from "@/lib/engine/inbox-limits";
import { restartPacing } from "@/lib/engine/queue";
import { AppError } from "@/lib/errors";

export type LimitedInbox = {
  id: string;
  name: string;
  /** What the account has set. */
  limits: InboxLimits;
  provider: ProviderLimits;
};

/** In the account's order of preference. */
export const inboxLimitsOf = async (accountId: AccountId): Promise<LimitedInbox[]> => {
  const rows = await withAccountSql(accountId, loadInboxes);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    limits: { ...NO_INBOX_LIMITS, ...(row.limits as Partial<InboxLimits> | null) },
    provider: providerLimits(row),
  }));
};

/**
 * What is due beyond a limit is deferred, never dropped; whoever waits in the inbox's queue has what is new at once.
 * Throws `not_found`.
 */
export function limitInbox(
  accountId: AccountId,
  { id, limits, now = new Date() }: { id: string; limits: InboxLimits; now?: Date },
): Promise<void> {
  return withAccountSql(accountId, async (tx) => {
    const stored = isLimited({ limits }) ? tx.json(limits) : null;
    const changed = await tx`
      update inboxes set limits = ${stored} where id = ${id} and archived_at is null returning id`;
    if (changed.length === 0) throw new AppError("not_found");
    await restartPacing(tx, accountId, id, now);
  });
}
