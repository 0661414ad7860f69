import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { cleanQuery } from "./query";
import { MOST_VIEWS, type SavedView } from "./schema";

type Reader = { userId: string; mayShare: boolean };

/** The reader's own views and everybody's, by name. What a filter no longer knows is left out of their queries. */
export const listViews = (accountId: AccountId, { userId, mayShare }: Reader): Promise<SavedView[]> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx<{ id: string; name: string; query: string; userId: string | null }[]>`
      select id, name, query, user_id as "userId" from saved_views where user_id is null or user_id = ${userId}
      order by lower(name), id limit ${2 * MOST_VIEWS}`;
    return rows.map(({ id, name, query, userId: owner }) => ({
      ...{ id, name, query: cleanQuery(query) },
      isShared: owner === null,
      isMine: owner !== null || mayShare,
    }));
  });
