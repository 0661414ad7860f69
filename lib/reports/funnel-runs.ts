import type { SqlTx } from "@/db/client";
import type { EndReason, EnrollmentStatus } from "@/lib/core/model";
import { type Sql, within } from "@/lib/sends/filter";
import { type FunnelScope, NO_TODAY } from "./funnel-sql";
import { type Days, ofMonths } from "./months";

export type RunCount = {
  versionId: string;
  isHoldout: boolean;
  status: EnrollmentStatus;
  reason: EndReason | null;
  stepId: string | null;
  runs: number;
};

/** The funnel's runs of all versions as they stand: ended ones by the step where they ended. */
export const readRuns = (tx: SqlTx, scope: FunnelScope) => tx<RunCount[]>`
  select version_id as "versionId", is_holdout as "isHoldout", status, end_reason as reason, step_id as "stepId",
    sum(runs)::int as runs
  from (${countedRuns(tx, scope)}) counted
  group by 1, 2, 3, 4, 5 having sum(runs) <> 0`;

/** At which steps the live runs stand now: rollups do not follow every turn of a run. */
export const readStanding = (tx: SqlTx, scope: FunnelScope) => tx<RunCount[]>`
  select version_id as "versionId", is_holdout as "isHoldout", ${standingOf(tx)} as status, null as reason,
    step_id as "stepId", count(*)::int as runs
  from enrollments e where standing < 2 and ${runsMatching(tx, scope)}
  group by version_id, is_holdout, standing, step_id`;

/** Out of rollups where those divide by what is asked. They know no assignees: a run's may change. */
function countedRuns(tx: SqlTx, scope: FunnelScope): Sql {
  const { assignee, contacts, entry } = scope;
  const days = { from: scope.from, to: scope.to };
  if (assignee !== undefined || contacts) return oneByOne(tx, { ...scope, ...days }, 1);
  const { months, added, removed } = ofMonths(days, NO_TODAY);
  const ofDays = (part: Days, sign: 1 | -1) =>
    entry ? oneByOne(tx, { ...scope, ...part }, sign) : folded(tx, { ...scope, ...part }, "standing", sign);
  const changed = entry ? (months ? [months] : []) : [days];
  return [
    ...(months ? [folded(tx, { ...scope, ...months }, "entry_month", 1)] : []),
    ...added.map((part) => ofDays(part, 1)),
    ...removed.map((part) => ofDays(part, -1)),
    ...changed.map((part) => unfolded(tx, { ...scope, ...part })),
  ].reduce((all, one) => tx`${all} union all ${one}`);
}

const folded = (tx: SqlTx, scope: FunnelScope, grain: "standing" | "entry_month", sign: 1 | -1): Sql => tx`
  select version_id, is_holdout, status, end_reason, step_id, ${tx.unsafe(sign < 0 ? "-runs as runs" : "runs")} from run_rollups
  where ${ofAccount(tx)} and grain = ${grain} and sequence_id = ${scope.sequence}
    ${scope.entry ? tx`and entry = ${scope.entry}` : tx``}
    ${scope.from ? tx`and day >= ${scope.from}::date` : tx``} ${scope.to ? tx`and day <= ${scope.to}::date` : tx``}`;

const unfolded = (tx: SqlTx, scope: FunnelScope): Sql => tx`
  select version_id, is_holdout, status, end_reason, step_id, runs from run_changes
  where ${ofAccount(tx)} and sequence_id = ${scope.sequence} ${scope.entry ? tx`and entry = ${scope.entry}` : tx``}
    ${within(tx, tx`enrolled_at`, scope)}`;

/** Ended and live ones apart: each have indexes of their own. */
const oneByOne = (tx: SqlTx, scope: FunnelScope, sign: 1 | -1): Sql => tx`
  select version_id, is_holdout, 'ended'::enrollment_status as status, end_reason, step_id,
    ${tx.unsafe(sign < 0 ? "-count(*)" : "count(*)")} as runs
  from enrollments e where standing >= 2 and ${runsMatching(tx, scope)}
  group by version_id, is_holdout, end_reason, step_id
  union all
  select version_id, is_holdout, ${standingOf(tx)}, null::end_reason, null::uuid,
    ${tx.unsafe(sign < 0 ? "-count(*)" : "count(*)")}
  from enrollments e where standing < 2 and ${runsMatching(tx, scope)}
  group by version_id, is_holdout, standing`;

const standingOf = (tx: SqlTx): Sql =>
  tx`(case standing when 0 then 'active' else 'paused' end)::enrollment_status`;

const runsMatching = (tx: SqlTx, { sequence, assignee, entry, contacts, ...scope }: FunnelScope): Sql => tx`
  e.account_id = (select current_setting('app.account_id')::uuid) and e.sequence_id = ${sequence}
  ${within(tx, tx`e.enrolled_at`, scope)}
  ${assignee === undefined ? tx`` : assignee === "none" ? tx`and e.assignee_id is null` : tx`and e.assignee_id = ${assignee}`}
  ${entry ? tx`and e.entry = ${entry}` : tx``}
  ${contacts ? tx`and e.contact_id in (${contacts})` : tx``}`;

const ofAccount = (tx: SqlTx): Sql => tx`account_id = (select current_setting('app.account_id')::uuid)`;
