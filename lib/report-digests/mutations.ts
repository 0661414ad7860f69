import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { reportZone } from "@/lib/sends/filter";
import { duePeriod } from "./period";
import { queryOf } from "./query";
import type { DigestWish } from "./schema";

type Change = { userId: string; wish: DigestWish | null; now: Date };

/**
 * Keeps what the person wants to get, null for nothing. The first digest is of the period that ends next; who only changes
 * what it is about keeps the order.
 */
export const changeDigest = (accountId: AccountId, { userId, wish, now }: Change): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    if (!wish) {
      await tx`delete from report_digests where account_id = ${accountId} and user_id = ${userId}`;
      return;
    }
    const query = queryOf(wish.sequence ? { sequence: wish.sequence } : {});
    const { to } = duePeriod(wish.every, now, await reportZone(tx));
    await tx`
      insert into report_digests (account_id, user_id, every, query, sent_through, updated_at)
      values (${accountId}, ${userId}, ${wish.every}, ${query}, ${to}, ${now})
      on conflict (account_id, user_id) do update set every = excluded.every, query = excluded.query,
        updated_at = excluded.updated_at,
        sent_through = case when report_digests.every = excluded.every then report_digests.sent_through
          else excluded.sent_through end`;
  });
