import type { SqlTx } from "@/db/client";
import { dayStart } from "@/lib/reports/day-start";
import type { RunScope, Sql } from "./filter-sql";
import { type EnrollmentFilter, NONE } from "./schema";

/** The runs that match, by the rollups and what is not folded yet; null where they cannot tell. */
export async function countRolledUp(tx: SqlTx, scope: RunScope): Promise<number | null> {
  const grain = grainOf(scope);
  if (!grain) return null;
  const { from, to, zone } = scope;
  const days = tx`${from ? tx`and day >= ${from}::date` : tx``} ${to ? tx`and day <= ${to}::date` : tx``}`;
  const since = from ? tx`and enrolled_at >= ${dayStart(tx, tx`${from}::date`, zone)}` : tx``;
  const until = to ? tx`and enrolled_at < ${dayStart(tx, tx`(${to}::date + 1)`, zone)}` : tx``;
  const ofAccount = tx`account_id = (select current_setting('app.account_id')::uuid)`;
  const [row] = await tx<{ count: number }[]>`
    select coalesce(sum(runs), 0)::int as count from (
      select runs from run_rollups where ${ofAccount} and grain = ${grain} ${asked(tx, scope)} ${days}
      union all
      select runs from run_changes where ${ofAccount} ${asked(tx, scope)} ${since} ${until}) counted`;
  return row?.count ?? null;
}

/** Rollups divide runs by how they stand or by how they began, not by both; by the step only those that have ended. */
function grainOf(filter: EnrollmentFilter): "standing" | "entry" | null {
  const divided = ["step", "assignee", "channel", "tag", "segment", "search", "ids", "waiting"] as const;
  const others = [...divided, "nextFrom", "nextTo"] as const;
  const isOver = filter.status === "ended" || filter.reason !== undefined;
  const asked = others.filter((part) => filter[part] !== undefined && !(part === "step" && isOver));
  if (asked.length > 0) return null;
  if (filter.entry === undefined) return "standing";
  return filter.status || filter.reason || filter.step ? null : "entry";
}

function asked(tx: SqlTx, { status, reason, step, sequence, version, holdout, entry }: RunScope): Sql {
  return tx`
    ${status === "live" ? tx`and status in ('active', 'paused')` : tx``}
    ${status && status !== "live" ? tx`and status = ${status}` : tx``}
    ${reason ? tx`and end_reason = ${reason}` : tx``} ${step === NONE ? tx`and step_id is null` : step ? tx`and step_id = ${step}` : tx``}
    ${sequence ? tx`and sequence_id = ${sequence}` : tx``} ${version ? tx`and version_id = ${version}` : tx``}
    ${holdout ? tx`and is_holdout = ${holdout === "yes"}` : tx``} ${entry ? tx`and entry = ${entry}` : tx``}`;
}
