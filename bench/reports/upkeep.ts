import type { Sql } from "postgres";
import { foldChanges, rebuildRollups } from "@/lib/reports/rollups";
import type { Figures } from "../bench";
import { round, secondsOf } from "../numbers";
import type { Known } from "./cases";

const CHANGES = 40_000;

/** How fast changes are folded, and how long counting anew takes. The sends that are touched are put back. */
export async function measureUpkeep(sql: Sql, known: Known): Promise<Figures> {
  const { accountId, now } = known;
  await foldAll(known);
  let changed = 0;
  const touch = (readAt: Date | null) =>
    sql.begin(async (tx) => {
      await tx`select set_config('app.account_id', ${accountId}, true)`;
      // Those of the last month are of two partitions at most, as what providers report is in life.
      const touched = await tx`
        update messages m set read_at = ${readAt} from (
          select enrollment_id, id from messages
          where account_id = ${accountId} and counted_at > ${new Date(now.getTime() - 40 * 86_400_000)} and facts <> 0
            and status = 'delivered' and replied_at is null and delivered_at is not null
            and read_at is not distinct from ${readAt ? null : TOUCHED_AT} limit ${CHANGES}
        ) found where m.enrollment_id = found.enrollment_id and m.id = found.id`;
      changed = touched.count;
    });
  await touch(TOUCHED_AT);
  const foldSeconds = await secondsOf(() => foldAll(known));
  await touch(null);
  await foldAll(known);
  const rebuildSeconds = await secondsOf(() => rebuildRollups(accountId, now));
  return {
    reportsFoldedPerSecond: Math.round(changed / foldSeconds),
    reportsRebuildSeconds: round(rebuildSeconds),
  };
}

/** No provider says so of a message that was delivered later. */
const TOUCHED_AT = new Date("2001-01-01T00:00:00Z");

async function foldAll({ accountId, now }: Known): Promise<void> {
  while (!(await foldChanges(accountId, now)).isDone);
}
