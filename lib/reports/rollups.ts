import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import {
  addRuns,
  addSends,
  lockState,
  ofAll,
  ofEverybody,
  runsOf,
  sendsOf,
  zoneOfSettings,
} from "./add-rollups";
import { countMembers } from "./segment-rollups";

/** So many changes are folded by one transaction. */
const FOLD_SIZE = 20_000;

/**
 * Moves the account's oldest changes into its rollups, everybody's and those of its kept segments, in one transaction:
 * whoever reads both sees each fact once. Answers whether there may be more.
 */
export const foldChanges = (accountId: AccountId, now: Date): Promise<{ isDone: boolean }> =>
  withAccountSql(accountId, async (tx) => {
    const zone = await lockState(tx, accountId);
    await tx`update rollup_states set folded_at = ${now} where account_id = ${accountId}`;
    const taken = (table: string) => tx`
      delete from ${tx(table)} where account_id = ${accountId} and seq in (
        select seq from ${tx(table)} where account_id = ${accountId} order by seq limit ${FOLD_SIZE})
      returning *`;
    const sends = await addSends(tx, { changes: taken("send_changes"), zone, whose: ofAll });
    const runs = await addRuns(tx, { changes: taken("run_changes"), zone });
    return { isDone: sends < FOLD_SIZE && runs < FOLD_SIZE };
  });

/**
 * Keeps the rollups of an account in step: counts anew where its settings have got another zone since, else as
 * `foldChanges`.
 */
export const keepRollups = async (accountId: AccountId, now: Date): Promise<{ isDone: boolean }> =>
  (await withAccountSql(accountId, isOfOtherZone))
    ? { isDone: !(await recount(accountId, now, isOfOtherZone)) }
    : foldChanges(accountId, now);

async function isOfOtherZone(tx: SqlTx): Promise<boolean> {
  const [state] = await tx<{ zone: string }[]>`select zone from rollup_states`;
  return state !== undefined && state.zone !== (await zoneOfSettings(tx));
}

/**
 * Counts an account anew from its messages and runs, in the zone of its settings. Facts that come in meanwhile stay
 * among the changes and are folded later. Safe at any moment; folds wait for it.
 */
export async function rebuildRollups(accountId: AccountId, now: Date): Promise<void> {
  await recount(accountId, now, async () => true);
}

/** Only where it is needed still when its turn has come: somebody else may have done it meanwhile. */
const recount = (
  accountId: AccountId,
  now: Date,
  isNeeded: (tx: SqlTx) => Promise<boolean>,
): Promise<boolean> =>
  withAccountSql(accountId, async (tx) => {
    await lockState(tx, accountId);
    if (!(await isNeeded(tx))) return false;
    // Millions of sends are grouped in memory rather than on the disk.
    await tx`select set_config('work_mem', '256MB', true)`;
    const zone = await zoneOfSettings(tx);
    await tx`
      update rollup_states set zone = ${zone}, folded_at = ${now}, rebuilt_at = ${now} where account_id = ${accountId}`;
    await tx`delete from send_rollups where account_id = ${accountId}`;
    await tx`delete from run_rollups where account_id = ${accountId}`;
    // One statement each, that is one view: a change is forgotten exactly when its fact is counted.
    const forgotten = (table: string) => tx`
      forgotten as (delete from ${tx(table)} where account_id = ${accountId}),`;
    await addSends(tx, {
      ...{ changes: sendsOf(tx, accountId), besides: forgotten("send_changes") },
      ...{ zone, whose: ofEverybody },
    });
    await addRuns(tx, { changes: runsOf(tx, accountId), besides: forgotten("run_changes"), zone });
    await countMembers(tx, { accountId, zone });
    return true;
  });
