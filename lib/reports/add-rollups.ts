import type { Fragment } from "postgres";
import type { SqlTx } from "@/db/client";
import { accountZone } from "@/lib/core/effective-zone";
import {
  countedRuns,
  countedSends,
  RUN_ROLLUP_COLUMNS,
  SEND_MEASURES,
  SEND_ROLLUP_COLUMNS,
} from "./rollup-sql";

/** Changes as those of the figures that tell of all sends, whichever segment their contacts are in. */
export const ofEverybody = (tx: SqlTx, changes: Fragment) =>
  tx`select null::uuid as segment_id, changes.* from (${changes}) changes`;

/** The same as those of the figures of each kept segment, too, of whose members they are. */
export const ofAll = (tx: SqlTx, changes: Fragment) => tx`
  ${ofEverybody(tx, changes)} union all
  select m.segment_id, changes.* from (${changes}) changes join report_members m on m.contact_id = changes.contact_id`;

/** Every send of the account as the change that it would be if it had just happened. */
export const sendsOf = (tx: SqlTx, accountId: string) => tx`
  select account_id, contact_id, counted_at, enrolled_at, sequence_id, version_id, step_id, variant_id, channel, mode,
    assignee_id, entry, facts as gained, 0::smallint as lost
  from messages where account_id = ${accountId} and facts <> 0`;

export const runsOf = (tx: SqlTx, accountId: string) => tx`
  select account_id, enrolled_at, sequence_id, version_id, is_holdout, entry, status, end_reason,
    case when status = 'ended' then step_id end as step_id, 1 as runs
  from enrollments where account_id = ${accountId}`;

type Added = {
  /** What is counted, in one statement with whatever else it does. */
  changes: Fragment;
  zone: string;
  /** Further parts of the statement's `with`, each with a comma behind it. */
  besides?: Fragment;
};

/** Adds sends to the figures that `whose` makes of the changes. Answers how many changes there were. */
export async function addSends(
  tx: SqlTx,
  { changes, zone, besides = tx``, whose }: Added & { whose: (tx: SqlTx, changes: Fragment) => Fragment },
): Promise<number> {
  const { counted, rows } = countedSends(tx, whose(tx, tx`select * from taken`), zone);
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

export async function addRuns(tx: SqlTx, { changes, zone, besides = tx`` }: Added): Promise<number> {
  const { counted, rows } = countedRuns(tx, tx`select * from taken`, zone);
  const [row] = await tx<{ count: number }[]>`
    with ${besides} taken as (${changes}), counted as (${counted}), added as (
      insert into run_rollups (${tx.unsafe([...RUN_ROLLUP_COLUMNS, "runs"].join(", "))}) ${rows}
      on conflict on constraint run_rollups_key do update set runs = run_rollups.runs + excluded.runs
    )
    select count(*)::int as count from taken`;
  return row?.count ?? 0;
}

/**
 * Only one at a time changes an account's rollups, or who is counted in a kept segment. Answers the zone in which its
 * days are counted.
 */
export async function lockState(tx: SqlTx, accountId: string): Promise<string> {
  await tx`
    insert into rollup_states (account_id, zone) values (${accountId}, ${await zoneOfSettings(tx)})
    on conflict (account_id) do nothing`;
  const [state] = await tx<{ zone: string }[]>`
    select zone from rollup_states where account_id = ${accountId} for update`;
  return state?.zone ?? "UTC";
}

export async function zoneOfSettings(tx: SqlTx): Promise<string> {
  const [row] = await tx<{ timeZone: string }[]>`
    select coalesce(settings->>'timeZone', 'UTC') as "timeZone" from module_settings`;
  return accountZone(row ?? { timeZone: "UTC" });
}
