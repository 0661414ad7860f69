import { asked, type ReportScope, within } from "./read-scope";

export type HeldCell = { sequenceId: string; isHoldout: boolean; began: number; converted: number };

/**
 * Runs that began in the period, of sequences that held some of theirs out, and how many of them converted. From the
 * rollups and what is not folded yet; the runs themselves are counted where rollups cannot tell. Of one version are the runs
 * that are in it, wherever they converted. A run has no channel: the filter's is not asked.
 */
export async function readHeld(scope: ReportScope): Promise<HeldCell[]> {
  const { tx, filter } = scope;
  const isDirect = filter.segment || filter.assignee;
  const { channel: _, ...others } = filter;
  const asking = { ...scope, filter: others };
  return [
    ...(await tx<HeldCell[]>`
      with held as materialized (${isDirect ? directly(asking) : fromRollups(asking)})
      select sequence_id as "sequenceId", is_holdout as "isHoldout", sum(began)::int as began,
        sum(converted)::int as converted
      from held where sequence_id in (select sequence_id from held where is_holdout group by 1 having sum(began) > 0)
      group by sequence_id, is_holdout`),
  ];
}

/** Ended and live ones apart, and of sequences that held some out alone: so each is found by an index. */
function directly(scope: ReportScope) {
  const { tx, accountId, period } = scope;
  const runs = (standing: string) => tx`
    select sequence_id, is_holdout, count(*)::int as began,
      count(*) filter (where exists (select from conversions c where c.enrollment_id = e.id))::int as converted
    from enrollments e
    where account_id = ${accountId} and ${tx.unsafe(standing)} and ${within(scope, tx`enrolled_at`, period)}
      and sequence_id = any(array(
        select sequence_id from run_rollups where account_id = ${accountId} and grain = 'entry' and is_holdout
        union select sequence_id from run_changes where account_id = ${accountId} and is_holdout))
      ${asked(scope)}
    group by sequence_id, is_holdout`;
  return tx`${runs("standing >= 2")} union all ${runs("standing < 2")}`;
}

function fromRollups(scope: ReportScope) {
  const { tx, accountId, period } = scope;
  const began = tx`${within(scope, tx`enrolled_at`, period)} ${asked(scope)}`;
  const { version, ...others } = scope.filter;
  // A conversion knows the version of the last send, its run the one that it is in.
  const ofVersion = version
    ? tx`
      and c.sequence_id = (select v.sequence_id from sequence_versions v where v.id = ${version})
      and exists (select from enrollments e where e.id = c.enrollment_id and e.version_id = ${version})`
    : tx``;
  return tx`
    select sequence_id, is_holdout, sum(runs)::int as began, 0 as converted from run_rollups
    where account_id = ${accountId} and grain = 'entry' and day between ${period.from}::date and ${period.to}::date
      ${asked(scope)}
    group by sequence_id, is_holdout
    union all
    select sequence_id, is_holdout, sum(runs)::int, 0 from run_changes
    where account_id = ${accountId} and ${began} group by sequence_id, is_holdout
    union all
    select sequence_id, is_holdout, 0, count(*)::int from conversions c
    where account_id = ${accountId} and ${within(scope, tx`enrolled_at`, period)}
      ${asked({ ...scope, filter: others })} ${ofVersion}
    group by sequence_id, is_holdout`;
}
