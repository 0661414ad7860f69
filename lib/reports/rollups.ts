import type { Fragment } from "postgres";
import { type SqlTx, withAccountSnapshot, withAccountSql } from "@/db/client";
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
      delete from ${tx(table)} where seq in (
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
export async function keepRollups(accountId: AccountId, now: Date): Promise<{ isDone: boolean }> {
  if (!(await withAccountSql(accountId, isOfOtherZone))) return foldChanges(accountId, now);
  await rebuildRollups(accountId, now, isOfOtherZone);
  return { isDone: false };
}

async function isOfOtherZone(tx: SqlTx): Promise<boolean> {
  const [state] = await tx<{ zone: string }[]>`select zone from rollup_states`;
  return state !== undefined && state.zone !== (await zoneOfSettings(tx));
}

/**
 * Counts an account anew from its messages and runs, in the zone of its settings. Facts that come in meanwhile stay
 * among the changes and are folded later. Safe at any moment; repeats itself where a fold came in between. `isNeeded` is
 * asked each time: somebody else may have done it meanwhile.
 */
export async function rebuildRollups(
  accountId: AccountId,
  now: Date,
  isNeeded: (tx: SqlTx) => Promise<boolean> = async () => true,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await withAccountSnapshot(accountId, async (tx) => {
        if (await isNeeded(tx)) await rebuild(tx, accountId, now);
      });
    } catch (error) {
      if (attempt >= MOST_ATTEMPTS || !isConflict(error)) throw error;
    }
  }
}

const MOST_ATTEMPTS = 10;
/** 40001: somebody else changed what this transaction changes; 23505: both made the state's first row. */
const isConflict = (error: unknown) =>
  error instanceof Error && "code" in error && (error.code === "40001" || error.code === "23505");

async function rebuild(tx: SqlTx, accountId: AccountId, now: Date): Promise<void> {
  const zone = await zoneOfSettings(tx);
  await tx`
    insert into rollup_states (account_id, zone, folded_at, rebuilt_at) values (${accountId}, ${zone}, ${now}, ${now})
    on conflict (account_id) do update set zone = excluded.zone, folded_at = excluded.folded_at,
      rebuilt_at = excluded.rebuilt_at`;
  for (const table of ["send_changes", "run_changes", "send_rollups", "run_rollups"])
    await tx`delete from ${tx(table)} where account_id = ${accountId}`;
  await addSends(tx, sendsOf(tx, accountId), zone);
  await addRuns(tx, runsOf(tx, accountId), zone);
}

/** Every send of the account as the change that it would be if it had just happened. */
export const sendsOf = (tx: SqlTx, accountId: string) => tx`
  select account_id, counted_at, enrolled_at, sequence_id, version_id, step_id, variant_id, channel, mode, assignee_id,
    entry, facts as gained, 0::smallint as lost
  from messages where account_id = ${accountId} and facts <> 0`;

export const runsOf = (tx: SqlTx, accountId: string) => tx`
  select account_id, enrolled_at, sequence_id, version_id, is_holdout, entry, status, end_reason,
    case when status = 'ended' then step_id end as step_id, 1 as runs
  from enrollments where account_id = ${accountId}`;

async function addSends(tx: SqlTx, changes: Fragment, zone: string): Promise<number> {
  const { counted, rows } = countedSends(tx, tx`select * from taken`, zone);
  const measures = SEND_MEASURES.map(([column]) => column);
  const added = measures
    .map((column) => `${column} = send_rollups.${column} + excluded.${column}`)
    .join(", ");
  const [row] = await tx<{ count: number }[]>`
    with taken as (${changes}), counted as (${counted}), added as (
      insert into send_rollups (${tx.unsafe([...SEND_ROLLUP_COLUMNS, ...measures].join(", "))}) ${rows}
      on conflict on constraint send_rollups_key do update set ${tx.unsafe(added)}
    )
    select count(*)::int as count from taken`;
  return row?.count ?? 0;
}

async function addRuns(tx: SqlTx, changes: Fragment, zone: string): Promise<number> {
  const { counted, rows } = countedRuns(tx, tx`select * from taken`, zone);
  const [row] = await tx<{ count: number }[]>`
    with taken as (${changes}), counted as (${counted}), added as (
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
