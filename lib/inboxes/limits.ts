import { and, eq, isNull } from "drizzle-orm";
import { withAccount } from "@/db/client";
import { inboxes } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import { type InboxLimits, NO_INBOX_LIMITS } from "@/lib/core/model-inboxes";
import { AppError } from "@/lib/errors";

export type LimitedInbox = { id: string; name: string; limits: InboxLimits };

/** In the account's order of preference. */
export const inboxLimitsOf = async (accountId: AccountId): Promise<LimitedInbox[]> => {
  const rows = await withAccount(accountId, (tx) =>
    tx
      .select({ id: inboxes.id, name: inboxes.name, limits: inboxes.limits })
      .from(inboxes)
      .where(isNull(inboxes.archivedAt))
      .orderBy(inboxes.position, inboxes.id),
  );
  return rows.map((row) => ({ ...row, limits: row.limits ?? NO_INBOX_LIMITS }));
};

/** What is due beyond a limit is deferred, never dropped. Throws `not_found`. */
export async function limitInbox(
  accountId: AccountId,
  { id, limits }: { id: string; limits: InboxLimits },
): Promise<void> {
  const isLimited = Object.values(limits).some((limit) => limit !== null);
  const changed = await withAccount(accountId, (tx) =>
    tx
      .update(inboxes)
      .set({ limits: isLimited ? limits : null })
      .where(and(eq(inboxes.id, id), isNull(inboxes.archivedAt)))
      .returning({ id: inboxes.id }),
  );
  if (changed.length === 0) throw new AppError("not_found");
}
