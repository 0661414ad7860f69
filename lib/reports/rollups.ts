import type { Fragment } from "postgres";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { accountZone } from "@/lib/core/effective-zone";
import {
  countedRuns,
  countedSends,
  RUN_ROLLUP_COLUMNS,
  SEND_MEASURES,
  SEND_ROLLUP_COLUMNS,
} from "./rollup-sql";

/** So many changes are folded by one transaction. */
const FOLD_SIZE = 20_000;

/**
 * Moves the account's oldest changes into its rollups, in one transaction: whoever reads both sees each fact once.
 * Answers whether there may be more.
 */
export const foldChanges = (accountId: AccountId, now: Date): Promise<{ isDone: boolean }> =>
  withAccountSql(accountId, async (tx) => {
    const zone = await lockState(tx, accountId, now);
    const taken = (table: string) => tx`
      delete from ${tx(table)} where account_id = ${accountId} and seq in (
        select seq from ${tx(table)} where account_id = ${accountId} order by seq limit ${FOLD_SIZE})
      returning *`;
    const sends = await addSends(tx, taken("send_changes"), zone);
    const runs = await addRuns(tx, taken("run_changes"), zone);
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
    await lockState(tx, accountId, now);
    if (!(await isNeeded(tx))) return false;
    // Millions of sends are grouped in memory rather than on the disk.
    await tx`select set_config('work_mem', '256MB', true)`;
    const zone = await zoneOfSettings(tx);
    await tx`update rollup_states set zone = ${zone}, rebuilt_at = ${now} where account_id = ${accountId}`;
    await tx`delete from send_rollups where account_id = ${accountId}`;
    await tx`delete from run_rollups where account_id = ${accountId}`;
    // One statement each, that is one view: a change is forgotten exactly when its fact is counted.
    const forgotten = (table: string) => tx`
      forgotten as (delete from ${tx(table)} where account_id = ${accountId}),`;
    await addSends(tx, sendsOf(tx, accountId), zone, forgotten("send_changes"));
    await addRuns(tx, runsOf(tx, accountId), zone, forgotten("run_changes"));
    return true;
  });

/** Changes as those of the figures that tell of all sends, whichever segment their contacts are in. */
export const ofEverybody = (tx: SqlTx, changes: Fragment) =>
  tx`select null::uuid as segment_id, changes.* from (${changes}) changes`;

/** Every send of the account as the change that it would be if it had just happened. */
export const sendsOf = (tx: SqlTx, accountId: string) => tx`
  select account_id, contact_id, counted_at, enrolled_at, sequence_id, version_id, step_id, variant_id, channel, mode,
    assignee_id, entry, facts as gained, 0::smallint as lost
  from messages where account_id = ${accountId} and facts <> 0`;

export const runsOf = (tx: SqlTx, accountId: string) => tx`
  select account_id, enrolled_at, sequence_id, version_id, is_holdout, entry, status, end_reason,
    case when status = 'ended' then step_id end as step_id, 1 as runs
  from enrollments where account_id = ${accountId}`;

async function addSends(
  tx: SqlTx,
  changes: Fragment,
  zone: string,
  besides: Fragment = tx``,
): Promise<number> {
  const { counted, rows } = countedSends(tx, ofEverybody(tx, tx`select * from taken`), zone);
  const measures = SEND_MEASURES.map(([column]) => column);
  const added = measures
    .map((column) => `${column} = send_rollups.${column} + excluded.${column}`)
    .join(", ");
  const [row] = await tx<{ count: number }[]>`
    with ${besides} taken as (${changes}), counted as (${counted}), added as (
      insert into send_rollups (${tx.unsafe([...SEND_ROLLUP_COLUMNS, ...measures].join(", "))}) ${rows}
      on conflict on constraint send_rollups_key do update set ${tx.unsafe(added)}
    )
    select count(*)::int as count from taken`;
  return row?.count ?? 0;
}

async function addRuns(
  tx: SqlTx,
  changes: Fragment,
  zone: string,
  besides: Fragment = tx``,
): Promise<number> {
  const { counted, rows } = countedRuns(tx, tx`select * from taken`, zone);
  const [row] = await tx<{ count: number }[]>`
    with ${besides} taken as (${changes}), counted as (${counted}), added as (
      insert into run_rollups (${tx.unsafe([...RUN_ROLLUP_COLUMNS, "runs"].join(", "))}) ${rows}
      on conflict on constraint run_rollups_key do update set runs = run_rollups.runs + excluded.runs
    )
    select count(*)::int as count from taken`;
  return row?.count ?? 0;
}

/** Only one at a time folds or rebuilds an account. Answers the zone in which its days are counted. */
async function lockState(tx: SqlTx, accountId: string, now: Date): Promise<string> {
  await tx`
    insert into rollup_states (account_id, zone) values (${accountId}, ${await zoneOfSettings(tx)})
    on conflict (account_id) do nothing`;
  const [state] = await tx<{ zone: string }[]>`
    update rollup_states set folded_at = ${now} where account_id = ${accountId} returning zone`;
  return state?.zone ?? "UTC";
}

async function zoneOfSettings(tx: SqlTx): Promise<string> {
  const [row] = await tx<{ timeZone: string }[]>`
    select coalesce(settings->>'timeZone', 'UTC') as "timeZone" from module_settings`;
  return accountZone(row ?? { timeZone: "UTC" });
}
