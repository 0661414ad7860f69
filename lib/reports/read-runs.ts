import { asked, type ReportScope, within } from "./read-scope";

export type HeldCell = { sequenceId: string; isHoldout: boolean; began: number; converted: number };

/**
 * Runs that began in the period, of sequences that held some of theirs out, and how many of them converted. From the
 * rollups and what is not folded yet; the runs themselves are counted where rollups cannot tell, and of one version,
 * which a run may have left since it converted. A run has no channel: the filter's is not asked.
 */
export async function readHeld(scope: ReportScope): Promise<HeldCell[]> {
  const { tx, filter } = scope;
  const isDirect = filter.segment || filter.assignee || filter.version;
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

function directly(scope: ReportScope) {
  const { tx, accountId, period } = scope;
  return tx`
    select sequence_id, is_holdout, count(*)::int as began,
      count(*) filter (where exists (select from conversions c where c.enrollment_id = e.id))::int as converted
    from enrollments e
    where account_id = ${accountId} and ${within(scope, tx`enrolled_at`, period)} ${asked(scope)}
    group by sequence_id, is_holdout`;
}

function fromRollups(scope: ReportScope) {
  const { tx, accountId, period } = scope;
  const began = tx`${within(scope, tx`enrolled_at`, period)} ${asked(scope)}`;
  return tx`
    select sequence_id, is_holdout, sum(runs)::int as began, 0 as converted from run_rollups
    where account_id = ${accountId} and grain = 'entry' and day between ${period.from}::date and ${period.to}::date
      ${asked(scope)}
    group by sequence_id, is_holdout
    union all
    select sequence_id, is_holdout, sum(runs)::int, 0 from run_changes
    where account_id = ${accountId} and ${began} group by sequence_id, is_holdout
    union all
    select sequence_id, is_holdout, 0, count(*)::int from conversions
    where account_id = ${accountId} and ${began} group by sequence_id, is_holdout`;
}
