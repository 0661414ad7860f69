import type { Fragment } from "postgres";
import { type SqlTx, withAccountSnapshot } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { ofAll, runsOf, sendsOf } from "./add-rollups";
import {
  countedRuns,
  countedSends,
  RUN_ROLLUP_COLUMNS,
  SEND_MEASURES,
  SEND_ROLLUP_COLUMNS,
} from "./rollup-sql";

/** Where rollups and the changes that are not folded yet say something else than the rows themselves. */
export type RollupDifference = {
  table: "send_rollups" | "run_rollups";
  /** The columns that divide it, without the account. */
  key: Record<string, string | number | boolean | null>;
  measure: string;
  kept: number;
  counted: number;
};

const MOST_NAMED = 100;

/**
 * Counts an account anew, in one view of its rows, and compares: no answer means that every report is right. Names the
 * first hundred differences of each table.
 */
export const checkRollups = (accountId: AccountId): Promise<RollupDifference[]> =>
  withAccountSnapshot(accountId, async (tx) => {
    const [state] = await tx<
      { zone: string }[]
    >`select zone from rollup_states where account_id = ${accountId}`;
    // Nothing was folded yet: in which zone the changes are counted makes no difference.
    const zone = state?.zone ?? "UTC";
    const changes = (table: string) => tx`select * from ${tx(table)} where account_id = ${accountId}`;
    const sends = await differences(tx, {
      ...{ table: "send_rollups", columns: SEND_ROLLUP_COLUMNS },
      measures: SEND_MEASURES.map(([column]) => column),
      pending: countedSends(tx, ofAll(tx, changes("send_changes")), zone),
      anew: countedSends(tx, ofAll(tx, sendsOf(tx, accountId)), zone),
    });
    const runs = await differences(tx, {
      ...{ table: "run_rollups", columns: RUN_ROLLUP_COLUMNS, measures: ["runs"] },
      pending: countedRuns(tx, changes("run_changes"), zone),
      anew: countedRuns(tx, runsOf(tx, accountId), zone),
    });
    return [...sends, ...runs];
  });

type Rows = { counted: Fragment; rows: Fragment };
type Comparing = {
  table: RollupDifference["table"];
  columns: readonly string[];
  measures: readonly string[];
  pending: Rows;
  anew: Rows;
};

async function differences(tx: SqlTx, comparing: Comparing): Promise<RollupDifference[]> {
  const { table, columns, measures, pending, anew } = comparing;
  const all = [...columns, ...measures];
  const named = `named(is_anew, ${all.join(", ")})`;
  const both = measures.map(
    (name) =>
      `coalesce(sum(${name}) filter (where not is_anew), 0)::int as kept_${name},
      coalesce(sum(${name}) filter (where is_anew), 0)::int as counted_${name}`,
  );
  const differs = measures.map((name) => `kept_${name} <> counted_${name}`).join(" or ");
  const rows = await tx<Record<string, string | number | boolean | null>[]>`
    select * from (
      select ${tx.unsafe(`${columns.join(", ").replace("day", "day::text")}, ${both.join(", ")}`)} from (
        select false, ${tx.unsafe(all.join(", "))} from ${tx(table)}
        union all select false, pending.* from (with counted as (${pending.counted}) ${pending.rows}) pending
        union all select true, anew.* from (with counted as (${anew.counted}) ${anew.rows}) anew
      ) ${tx.unsafe(named)}
      group by ${tx.unsafe(columns.join(", "))}
    ) compared
    where ${tx.unsafe(differs)} order by ${tx.unsafe(columns.map((_, index) => index + 1).join(", "))} limit ${MOST_NAMED}`;
  return rows.flatMap((row) => {
    const key = Object.fromEntries(
      columns.filter((name) => name !== "account_id").map((name) => [name, row[name] ?? null]),
    );
    return measures
      .map((measure) => ({
        ...{ table, key, measure },
        ...{ kept: Number(row[`kept_${measure}`]), counted: Number(row[`counted_${measure}`]) },
      }))
      .filter(({ kept, counted }) => kept !== counted);
  });
}
