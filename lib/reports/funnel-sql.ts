import type { SqlTx } from "@/db/client";
import { SEND_FACTS, type SendFact } from "@/lib/core/metrics";
import type { Channel, EndReason, EnrollmentStatus } from "@/lib/core/model";
import { conversionsMatching, type SendScope, type Sql, sendsMatching, within } from "@/lib/sends/filter";
import { SEND_MEASURES } from "./rollup-sql";

/** What a funnel asks for: of one sequence, by the day on which runs began. */
export type FunnelScope = SendScope & { sequence: string; by: "enrolled" };

type OfStep = { stepId: string | null; variantId: string | null; channel: Channel | null };
export type StepSends = OfStep & Record<SendFact, number>;
export type RunCount = {
  versionId: string;
  isHoldout: boolean;
  status: EnrollmentStatus;
  reason: EndReason | null;
  stepId: string | null;
  runs: number;
};
export type StepConversions = OfStep & { versionId: string; isHoldout: boolean; converted: number };

/** Rollups do not divide runs by these: then sends and runs are counted one by one. */
export const isCountedDirectly = ({ assignee, segment, entry }: SendScope): boolean =>
  assignee !== undefined || segment !== undefined || entry !== undefined;

/** Sends of the funnel's runs by step, variant and channel. */
export const readStepSends = (tx: SqlTx, scope: FunnelScope) => tx<StepSends[]>`
  select step_id as "stepId", variant_id as "variantId", channel, ${sums(tx)}
  from (${isCountedDirectly(scope) ? sendsOneByOne(tx, scope) : sendsOfRollups(tx, scope)}) counted
  group by 1, 2, 3`;

const sums = (tx: SqlTx) =>
  tx.unsafe(SEND_MEASURES.map(([column, fact]) => `sum(${column})::int as "${fact}"`).join(", "));

const sendsOneByOne = (tx: SqlTx, scope: FunnelScope) => {
  const columns = SEND_MEASURES.map(
    ([column, fact]) => `(m.facts & ${SEND_FACTS[fact]} <> 0)::int as ${column}`,
  );
  return tx`
    select m.step_id, m.variant_id, m.channel, ${tx.unsafe(columns.join(", "))}
    from messages m where ${sendsMatching(tx, scope)}`;
};

/** In one statement, so that a fact which is folded meanwhile is seen once. */
const sendsOfRollups = (tx: SqlTx, scope: FunnelScope) => {
  const changed = SEND_MEASURES.map(
    ([column, fact]) =>
      `(gained & ${SEND_FACTS[fact]} <> 0)::int - (lost & ${SEND_FACTS[fact]} <> 0)::int as ${column}`,
  );
  return tx`
    select step_id, variant_id, channel, ${tx.unsafe(SEND_MEASURES.map(([column]) => column).join(", "))}
    from send_rollups
    where ${ofAccount(tx)} and grain = 'cohort' and sequence_id = ${scope.sequence} ${ofVersion(tx, scope)}
      ${onDays(tx, scope)}
    union all
    select step_id, variant_id, channel, ${tx.unsafe(changed.join(", "))} from send_changes
    where ${ofAccount(tx)} and sequence_id = ${scope.sequence} ${ofVersion(tx, scope)}
      ${within(tx, tx`enrolled_at`, scope)}`;
};

/**
 * The funnel's runs of all versions as they stand. Ended ones by the step where they ended; of live ones only those that
 * are counted directly have a step: the others are in `readStanding`.
 */
export const readRuns = (tx: SqlTx, scope: FunnelScope) => tx<RunCount[]>`
  select version_id as "versionId", is_holdout as "isHoldout", status, end_reason as reason, step_id as "stepId",
    sum(runs)::int as runs
  from (${isCountedDirectly(scope) ? runsOneByOne(tx, scope) : runsOfRollups(tx, scope)}) counted
  group by 1, 2, 3, 4, 5 having sum(runs) <> 0`;

const runsOneByOne = (tx: SqlTx, scope: FunnelScope) => tx`
  select e.version_id, e.is_holdout, e.status, e.end_reason, e.step_id, 1 as runs
  from enrollments e where ${runsMatching(tx, scope)}`;

const runsOfRollups = (tx: SqlTx, scope: FunnelScope) => tx`
  select version_id, is_holdout, status, end_reason, step_id, runs from run_rollups
  where ${ofAccount(tx)} and grain = 'standing' and sequence_id = ${scope.sequence} ${onDays(tx, scope)}
  union all
  select version_id, is_holdout, status, end_reason, step_id, runs from run_changes
  where ${ofAccount(tx)} and sequence_id = ${scope.sequence} ${within(tx, tx`enrolled_at`, scope)}`;

/** At which steps the live runs stand now: rollups do not follow every turn of a run. */
export const readStanding = (tx: SqlTx, scope: FunnelScope) => tx<RunCount[]>`
  select e.version_id as "versionId", e.is_holdout as "isHoldout", e.status, null as reason, e.step_id as "stepId",
    count(*)::int as runs
  from enrollments e where e.status in ('active', 'paused') and ${runsMatching(tx, scope)}
  group by 1, 2, 3, 5`;

const runsMatching = (tx: SqlTx, { sequence, assignee, entry, contacts, ...scope }: FunnelScope): Sql => tx`
  e.account_id = (select current_setting('app.account_id')::uuid) and e.sequence_id = ${sequence}
  ${within(tx, tx`e.enrolled_at`, scope)}
  ${assignee === undefined ? tx`` : assignee === "none" ? tx`and e.assignee_id is null` : tx`and e.assignee_id = ${assignee}`}
  ${entry ? tx`and e.entry = ${entry}` : tx``}
  ${contacts ? tx`and exists (select from contacts c where c.id = e.contact_id and ${contacts})` : tx``}`;

/** Conversions of the funnel's runs, with those that were held out and of all versions. */
export const readStepConversions = (tx: SqlTx, { version: _, ...scope }: FunnelScope) => tx<
  StepConversions[]
>`
  select version_id as "versionId", is_holdout as "isHoldout", step_id as "stepId", variant_id as "variantId", channel,
    count(*)::int as converted
  from conversions m
  where ${conversionsMatching(tx, scope)} or ${conversionsMatching(tx, { ...scope, holdout: "yes" })}
  group by 1, 2, 3, 4, 5`;

const ofAccount = (tx: SqlTx) => tx`account_id = (select current_setting('app.account_id')::uuid)`;
const ofVersion = (tx: SqlTx, { version }: FunnelScope) => (version ? tx`and version_id = ${version}` : tx``);
const onDays = (tx: SqlTx, { from, to }: FunnelScope) =>
  tx`${from ? tx`and day >= ${from}` : tx``} ${to ? tx`and day <= ${to}` : tx``}`;
