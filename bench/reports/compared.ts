import type { Sql } from "postgres";
import { reportOf } from "@/lib/reports/data";
import type { Figures } from "../bench";
import { percentile, round } from "../numbers";
import type { Known } from "./cases";

const RUNS = 5;

/** A year's totals from the rollups against counting them out of the sends, in turns, both on every row of the account. */
export async function compareWithGroupBy(sql: Sql, { accountId, now }: Known): Promise<Figures> {
  const plain: number[] = [];
  const kept: number[] = [];
  await reportOf(accountId, { days: "365" }, now);
  for (let nth = 0; nth < RUNS; nth++) {
    plain.push(
      await msOf(() =>
        sql.begin(async (tx) => {
          await tx`select set_config('app.account_id', ${accountId}, true)`;
          await tx`
            select sequence_id, step_id, count(*) filter (where facts & 1 <> 0) as sent,
              count(*) filter (where facts & 2 <> 0) as delivered, count(*) filter (where facts & 4 <> 0) as read,
              count(*) filter (where facts & 8 <> 0) as replied, count(*) filter (where facts & 16 <> 0) as positive,
              count(*) filter (where facts & 64 <> 0) as failed
            from messages where account_id = ${accountId} group by 1, 2`;
        }),
      ),
    );
    kept.push(await msOf(() => rollupsAlone(sql, accountId)));
  }
  const [plainMs, keptMs] = [percentile(plain, 0.5), percentile(kept, 0.5)];
  return {
    reportsGroupByMs: plainMs,
    reportsRollupsMs: keptMs,
    reportsToGroupBy: round(plainMs / keptMs, 0),
  };
}

/** The same question to the rollups. */
const rollupsAlone = (sql: Sql, accountId: string) =>
  sql.begin(async (tx) => {
    await tx`select set_config('app.account_id', ${accountId}, true)`;
    await tx`
      select sequence_id, step_id, sum(sent) as sent, sum(delivered) as delivered, sum(read) as read, sum(replied) as replied,
        sum(positive) as positive, sum(failed) as failed
      from send_rollups where account_id = ${accountId} and grain = 'step' group by 1, 2`;
  });

async function msOf(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await act();
  return performance.now() - from;
}
