import type { SqlTx } from "@/db/client";
import { countFound, minutesBefore } from "./found";
import type { Trouble } from "./schema";

/** Longer than any provider is waited for: whoever claimed the send is gone. */
const UNFINISHED_MINUTES = 5;

type Looking = { accountId: string; now: Date };

/** SQL of the sends of sequences that were claimed and never finished, the oldest first. */
export const unfinishedSends = (tx: SqlTx, { accountId, now }: Looking) => tx`
  select m.id, m.claimed_at as at, m.enrollment_id as run_id, m.enrollment_id, m.step_id, m.step_epoch from messages m
  where m.account_id = ${accountId} and m.status = 'claimed'
    and m.claimed_at < ${minutesBefore(now, UNFINISHED_MINUTES)}
  order by m.claimed_at`;

const unfinishedByHand = (tx: SqlTx, { accountId, now }: Looking) => tx`
  select id, claimed_at as at, null::uuid as run_id from conversation_messages
  where account_id = ${accountId} and status = 'claimed' and claimed_at < ${minutesBefore(now, UNFINISHED_MINUTES)}`;

export const findSends = (tx: SqlTx, looking: Looking): Promise<(Trouble | null)[]> => {
  const { accountId } = looking;
  const unfinished = tx`
    select id, at, run_id from (${unfinishedSends(tx, looking)}) s union all ${unfinishedByHand(tx, looking)}`;
  const unknown = tx`
    select id, claimed_at as at, enrollment_id as run_id from messages
    where account_id = ${accountId} and settled_at is null and status = 'unknown'
    union all
    select id, claimed_at, null from conversation_messages
    where account_id = ${accountId} and settled_at is null and status = 'unknown'`;
  const refused = tx`
    select id, asked_at as at, enrollment_id as run_id from messages
    where account_id = ${accountId} and settled_at is null and asked_at is not null and status = 'failed'`;
  return Promise.all([
    countFound(tx, "sends_unfinished", unfinished, { isRepairable: true }),
    countFound(tx, "outcomes_unknown", unknown, { isRepairable: false }),
    countFound(tx, "sends_refused", refused, { isRepairable: false }),
  ]);
};
