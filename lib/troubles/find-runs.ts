import type { SqlTx } from "@/db/client";
import { countFound, minutesBefore } from "./found";
import type { Trouble } from "./schema";

/** A run is late when its moment passed longer ago than any worker needs. */
const GRACE_MINUTES = 5;
/** In a queue the moment is an estimate, and the run looks for itself ten minutes after it. */
const QUEUE_MINUTES = 16;

type Looking = { accountId: string; now: Date };

/** SQL of the live runs whose moment has passed and that do not wait in an inbox's queue, the latest first. */
export const overdueRuns = (tx: SqlTx, { accountId, now }: Looking) => tx`
  select e.id, e.id as run_id, e.next_action_at as at from enrollments e
  where e.account_id = ${accountId} and e.status in ('active', 'paused')
    and e.next_action_at < ${minutesBefore(now, GRACE_MINUTES)}
    and (e.queued_inbox_id is null or e.next_action_at < ${minutesBefore(now, QUEUE_MINUTES)})
    and (e.status = 'paused' or exists (
      select from sequences s where s.id = e.sequence_id and s.status = 'active'))
  order by e.next_action_at`;

/** SQL of the active runs that have no moment at all. What waits for a person is paused. */
export const unwokenRuns = (tx: SqlTx, { accountId }: Looking) => tx`
  select e.id, e.id as run_id, e.enrolled_at as at from enrollments e
  where e.account_id = ${accountId} and e.status = 'active' and e.next_action_at is null order by e.id`;

export const findRuns = (tx: SqlTx, looking: Looking): Promise<(Trouble | null)[]> =>
  Promise.all([
    countFound(tx, "runs_overdue", overdueRuns(tx, looking), { isRepairable: true }),
    countFound(tx, "runs_unwoken", unwokenRuns(tx, looking), { isRepairable: true }),
  ]);
