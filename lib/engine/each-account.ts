import { globalSql } from "@/db/client";
import { type AccountId, mintAccountId } from "@/lib/accounts/account-id";
import { log } from "@/lib/log";

/** So that one account whose statements wait for a lock holds back no other; well below the size of the pool. */
const AT_ONCE = 4;

/** A limited piece of an account's work. Answers how many things it did; 0 when there is nothing left for now. */
type Turn = (accountId: AccountId) => Promise<number>;
export type Done<What extends string> = { accounts: number; failed: number; done: Record<What, number> };

/**
 * Gives every account that uses the module a turn at each act, in their order. What fails in one account is logged and
 * keeps back neither its other acts nor another account; whoever calls this comes again.
 */
export async function eachAccount<What extends string>(acts: Record<What, Turn>): Promise<Done<What>> {
  const names = Object.keys(acts) as What[];
  const done = Object.fromEntries(names.map((what) => [what, 0])) as Done<What>["done"];
  let failed = 0;
  const accountIds = await loadAccountIds();
  await goRound(accountIds, async (accountId) => {
    for (const what of names) {
      const count = await attempt(what, acts[what], accountId);
      if (count === null) failed += 1;
      else done[what] += count;
    }
    return false;
  });
  return { accounts: accountIds.length, failed, done };
}

/**
 * Gives the accounts that have more turn after turn at one act, each once before any of them again, until all are done
 * or `isOver`. One that fails is left out. Answers the sum.
 */
export async function inTurns(what: string, turn: Turn, isOver: () => boolean): Promise<number> {
  let sum = 0;
  await goRound(await loadAccountIds(), async (accountId) => {
    const count = isOver() ? 0 : ((await attempt(what, turn, accountId)) ?? 0);
    sum += count;
    return count > 0;
  });
  return sum;
}

async function attempt(what: string, turn: Turn, accountId: AccountId): Promise<number | null> {
  try {
    return await turn(accountId);
  } catch (error) {
    log.error({ err: error, accountId, what }, "an account's turn failed");
    return null;
  }
}

/** A few at a time, begun in their order; who wants another turn goes to the end of the line. */
async function goRound(
  accountIds: readonly AccountId[],
  act: (accountId: AccountId) => Promise<boolean>,
): Promise<void> {
  const line = [...accountIds];
  const serve = async () => {
    for (let next = line.shift(); next; next = line.shift()) {
      if (await act(next)) line.push(next);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, serve));
}

async function loadAccountIds(): Promise<AccountId[]> {
  const rows = await globalSql()<{ id: string }[]>`select id from accounts where is_module_on order by id`;
  return rows.map((row) => mintAccountId(row.id));
}
