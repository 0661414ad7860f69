import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { DigestEvery } from "@/lib/core/metrics";
import { filterOfQuery } from "./query";
import type { DigestWish } from "./schema";

/** What a person wants to get of this account by email. */
export const digestOf = (accountId: AccountId, userId: string): Promise<DigestWish | null> =>
  withAccountSql(accountId, async (tx) => {
    const [row] = await tx<{ every: DigestEvery; query: string }[]>`
      select every, query from report_digests where account_id = ${accountId} and user_id = ${userId}`;
    return row ? { every: row.every, sequence: filterOfQuery(row.query).sequence ?? null } : null;
  });
