import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { record } from "@/lib/engine/ledger";
import { closeByHand } from "@/lib/engine/sweep";
import { unfinishedSends } from "./find-sends";
import { minutesBefore } from "./found";
import { type Repairing, remember } from "./remember";
import { restart } from "./repair-runs";
import type { Repaired } from "./schema";

/** Of one press; it ends far sooner unless a provider was down for long. */
const MOST = 500;

/**
 * Sends that were claimed and never finished: the run that still stands at the step is looked at again and finds out
 * by itself; of all others, and of messages by hand, it is said that nobody knows what became of them. None of them is
 * sent again. Repeated, or done by two at once, each is repaired once.
 */
export async function finishSends(accountId: AccountId, by: Repairing): Promise<Repaired> {
  const { restarted, closed } = await withAccountSql(accountId, async (tx) => ({
    restarted: await restartStanding(tx, accountId, by),
    closed: await closePassed(tx, accountId, by),
  }));
  const byHand = await closeByHand(accountId, by.now);
  const isMore = Math.max(closed, byHand) >= MOST;
  return remember(accountId, {
    ...by,
    ...{ code: "sends_unfinished", repaired: restarted + closed + byHand, isMore },
  });
}

/** A run that was restarted just now has its moment now: it is left alone until it has had time to look. */
const restartStanding = (tx: SqlTx, accountId: AccountId, by: Repairing): Promise<number> =>
  restart(tx, accountId, {
    ...by,
    code: "unfinished",
    runs: tx`
      select e.id from enrollments e
      where e.status = 'active' and (e.next_action_at is null or e.next_action_at < ${minutesBefore(by.now, 5)}
          or e.next_action_at > ${minutesBefore(by.now, -1)})
        and exists (
          select from (${unfinishedSends(tx, { accountId, now: by.now })} limit ${MOST}) m
          where m.enrollment_id = e.id and m.step_id = e.step_id and m.step_epoch = e.step_epoch)
      order by e.id`,
  });

/** Their runs are over, paused or elsewhere by now, so nobody would look at them. */
async function closePassed(tx: SqlTx, accountId: AccountId, { actorId, now }: Repairing): Promise<number> {
  const passed = await tx<{ id: string; enrollment_id: string }[]>`
    select m.id, m.enrollment_id from (${unfinishedSends(tx, { accountId, now })} limit ${MOST}) m
      join enrollments e on e.id = m.enrollment_id
    where e.status in ('paused', 'ended') or e.step_id is distinct from m.step_id or e.step_epoch <> m.step_epoch`;
  if (passed.length === 0) return 0;
  const runs = passed.map((row) => row.enrollment_id);
  // The runs first, as everybody takes them.
  await tx`select from enrollments where id = any(${runs}) order by id for update`;
  const closed = await tx<{ id: string; enrollment_id: string; step_id: string }[]>`
    update messages set status = 'unknown', error_code = 'outcome_unknown'
    where enrollment_id = any(${runs}) and id = any(${passed.map(({ id }) => id)}) and status = 'claimed'
    returning id, enrollment_id, step_id`;
  await record(
    tx,
    accountId,
    closed.flatMap(({ id: messageId, enrollment_id: enrollmentId, step_id: stepId }) => {
      const about = { at: now, enrollmentId, stepId, messageId };
      return [
        { ...about, kind: "repaired" as const, actorId, because: { code: "unfinished", data: {} } },
        { ...about, kind: "unknown" as const, because: { code: "outcome_unknown", data: {} } },
      ];
    }),
  );
  return closed.length;
}
