import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { MAX_COUNTED } from "@/lib/keyset";
import { amongFew, narrowed, ofHalf, possibleHalves } from "./filter-halves";
import { matching, type RunScope, scopeOf } from "./filter-sql";
import { customPlans } from "./read-found";
import { stretchesOf } from "./read-order";
import { countRolledUp } from "./read-rollup";
import { countWalked } from "./read-walk";
import type { EnrollmentFilter, RunCount } from "./schema";

/** A count that takes longer is told as far as it came. */
const LONGEST_MS = 1_500;
/** How many of the newest runs are looked at then. */
const LOOKED = 20_000;

/**
 * How many runs a filter means: exactly where the account's rollups can tell or there are at most 10,000, else at least
 * 10,000; and where even that takes too long, at least as many as there are among the newest.
 */
export const countEnrollments = (accountId: AccountId, filter: EnrollmentFilter): Promise<RunCount> =>
  withAccountSql(accountId, async (tx) => {
    const scope = await scopeOf(tx, filter);
    const rolledUp = await countRolledUp(tx, scope);
    if (rolledUp !== null) return { count: rolledUp, isExact: true };
    await customPlans(tx);
    const count = await countUpTo(tx, scope);
    if (count === null) return { count: await countNewest(tx, scope), isExact: false };
    return { count: Math.min(count, MAX_COUNTED), isExact: count <= MAX_COUNTED };
  });

/** Counted to one more than the limit; null where it takes too long. */
async function countUpTo(tx: SqlTx, scope: RunScope): Promise<number | null> {
  try {
    return await tx.savepoint(async (point) => {
      await point`select set_config('statement_timeout', ${String(LONGEST_MS)}, true)`;
      const narrow = await narrowed(point, scope);
      if (!narrow && isTold(scope)) return await countTold(point, scope);
      let count = 0;
      for (const half of possibleHalves(scope)) {
        const [row] = await point<{ count: number }[]>`
          select count(*)::int as count from (
            select from enrollments e
            where ${matching(point, scope)} ${ofHalf(point, half)} ${narrow ? amongFew(point, half, narrow) : point``}
            limit ${MAX_COUNTED + 1 - count}) counted`;
        count += row?.count ?? 0;
        if (count > MAX_COUNTED) break;
      }
      await point`select set_config('statement_timeout', '0', true)`;
      return count;
    });
  } catch (error) {
    if (isTimeout(error)) return null;
    throw error;
  }
}

/** By what signatures tell, and days. */
const isTold = ({ patterns, tag, members, nextFrom, nextTo }: RunScope) =>
  !patterns && !tag && !members && !nextFrom && !nextTo;

async function countTold(tx: SqlTx, scope: RunScope): Promise<number> {
  const [stretch] = stretchesOf(tx, {});
  if (!stretch) return 0;
  const possible = possibleHalves(scope);
  let count = 0;
  for (const half of possible.length === 2 && !scope.ofSequence ? [null] : possible) {
    const search = { tx, scope, stretch, half, limit: 0, behind: null };
    count += await countWalked(search, MAX_COUNTED - count);
    if (count > MAX_COUNTED) break;
  }
  return count;
}

const isTimeout = (error: unknown) => error instanceof Error && "code" in error && error.code === "57014";

async function countNewest(tx: SqlTx, scope: RunScope): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from (
      select e.* from enrollments e where e.account_id = (select current_setting('app.account_id')::uuid)
      order by e.enrolled_at desc, e.id desc limit ${LOOKED}) e
    where ${matching(tx, scope)}`;
  return row?.count ?? 0;
}
