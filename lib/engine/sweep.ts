import { globalSql, type SqlTx, withAccountSql } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import { enrollmentWoken } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import { eachAccount, inTurns } from "./each-account";
import { record } from "./ledger";
import { restartMoves } from "./move-runs";
import { keepPaces } from "./queue";
import { startEvents } from "./start-events";
import { MOST_ATTEMPTS, processInbound } from "./webhook";

/** Long enough that a busy worker is not taken for a lost run. */
const OVERDUE_MINUTES = 15;
const UNFINISHED_MINUTES = 5;
const UNPROCESSED_SECONDS = 30;
/** Per account and sweep: a backlog is worked off over several sweeps instead of all at once. */
const MOST_PER_SWEEP = 500;
/** Deliveries are taken in one by one: few of each account in turn, and no longer than until the next sweep. */
const MOST_PER_TURN = 25;
const TURNS_END_MS = 45_000;

export type Swept = { restarted: number; unfinished: number; inbound: number };

/**
 * Finds what fell through: runs that are overdue, sends that were claimed and never finished, deliveries that were
 * stored and never taken in. It only wakes; what is right is decided by the run itself.
 */
export async function sweep(now: Date): Promise<Swept> {
  const { done } = await eachAccount({
    overdue: (accountId) => restartOverdue(accountId, now),
    moves: (accountId) => restartMoves(accountId, now),
    unfinished: (accountId) => wakeUnfinished(accountId, now),
    unfinishedOfEnded: (accountId) => closeUnfinished(accountId, now),
    byHand: (accountId) => closeByHand(accountId, now),
    pacers: (accountId) => keepPaces(accountId, now),
  });
  return {
    restarted: done.overdue + done.moves + done.pacers,
    unfinished: done.unfinished + done.unfinishedOfEnded + done.byHand,
    inbound: await processWaiting(now),
  };
}

/** Partitions of the months ahead. */
export async function prepareMonths(): Promise<void> {
  await globalSql()`select ensure_month_partitions(12)`;
}

/**
 * A new durable run takes over from one that was lost; should the old one still live, it leaves at its next turn. A run
 * that is paused until a moment has that moment to be overdue of.
 */
function restartOverdue(accountId: AccountId, now: Date): Promise<number> {
  const before = minutesBefore(now, OVERDUE_MINUTES);
  return withAccountSql(accountId, async (tx) => {
    const rows = await tx`
      with overdue as (
        select id from enrollments
        where status in ('active', 'paused') and next_action_at < ${before}
        order by next_action_at limit ${MOST_PER_SWEEP} for update skip locked
      ), restarted as (
        update enrollments e set driver = driver + 1, next_action_at = ${now}
        from overdue o where e.id = o.id returning e.id, e.driver
      )
      ${startEvents(tx, accountId, "restarted")}`;
    if (rows.length > 0) await tx`select pg_notify(${OUTBOX_CHANNEL}, '')`;
    return rows.length;
  });
}

function wakeUnfinished(accountId: AccountId, now: Date): Promise<number> {
  const before = minutesBefore(now, UNFINISHED_MINUTES);
  return withAccountSql(accountId, async (tx) => {
    const rows = await tx`
      with stuck as materialized (${claimedBefore(tx, before)})
      insert into outbox (event_id, name, data)
      select 'unfinished:' || m.id || ':' || extract(epoch from ${now}::timestamptz)::bigint, ${enrollmentWoken.name},
        jsonb_build_object('accountId', ${accountId}::text, 'enrollmentId', m.enrollment_id)
      from stuck m join enrollments e on e.id = m.enrollment_id and e.status in ('active', 'paused')
      order by m.claimed_at returning seq`;
    if (rows.length > 0) await tx`select pg_notify(${OUTBOX_CHANNEL}, '')`;
    return rows.length;
  });
}

/** A run that ended while its send was under way has nobody left to say what became of it. */
function closeUnfinished(accountId: AccountId, now: Date): Promise<number> {
  const before = minutesBefore(now, UNFINISHED_MINUTES);
  return withAccountSql(accountId, async (tx) => {
    const rows = await tx<{ id: string; enrollment_id: string; contact_id: string; step_id: string }[]>`
      with stuck as materialized (${claimedBefore(tx, before)})
      update messages m set status = 'unknown', error_code = 'outcome_unknown'
      from stuck s, enrollments e
      where e.id = s.enrollment_id and e.status = 'ended'
        and m.enrollment_id = s.enrollment_id and m.id = s.id and m.status = 'claimed'
      returning m.id, m.enrollment_id, m.contact_id, m.step_id`;
    const because = { code: "outcome_unknown", data: {} };
    await record(
      tx,
      accountId,
      rows.map((row) => ({
        ...{ at: now, kind: "unknown" as const, because, messageId: row.id, stepId: row.step_id },
        ...{ enrollmentId: row.enrollment_id, contactId: row.contact_id },
      })),
    );
    return rows.length;
  });
}

/** A message written by hand has no run that could find it again: its writer sees that nobody knows. */
export function closeByHand(accountId: AccountId, now: Date): Promise<number> {
  const before = minutesBefore(now, UNFINISHED_MINUTES);
  return withAccountSql(accountId, async (tx) => {
    const rows = await tx`
      update conversation_messages set status = 'unknown', error_code = 'outcome_unknown'
      where id in (
        select id from conversation_messages where status = 'claimed' and claimed_at < ${before}
        order by claimed_at limit ${MOST_PER_SWEEP} for update skip locked)
      returning id`;
    return rows.length;
  });
}

/** The oldest first and not all of them: so they are found by their index, among however many that are finished. */
const claimedBefore = (tx: SqlTx, before: Date) => tx`
  select id, enrollment_id, claimed_at from messages where status = 'claimed' and claimed_at < ${before}
  order by claimed_at limit ${MOST_PER_SWEEP}`;

/** Each delivery once: one that fails is tried again by the next sweep. */
async function processWaiting(now: Date): Promise<number> {
  const endsAt = performance.now() + TURNS_END_MS;
  const waiting = new Map<AccountId, string[]>();
  const turn = async (accountId: AccountId) => {
    const ids = waiting.get(accountId) ?? (await loadWaiting(accountId, now));
    const some = ids.splice(0, MOST_PER_TURN);
    waiting.set(accountId, ids);
    for (const id of some) await processInbound(accountId, id, now);
    return some.length;
  };
  return inTurns("inbound", turn, () => performance.now() > endsAt);
}

async function loadWaiting(accountId: AccountId, now: Date): Promise<string[]> {
  const before = new Date(now.getTime() - UNPROCESSED_SECONDS * 1000);
  const rows = await withAccountSql(
    accountId,
    (tx) => tx<{ id: string }[]>`
      select id from inbound_events where processed_at is null and received_at < ${before}
        and attempts < ${MOST_ATTEMPTS}
      order by received_at limit ${MOST_PER_SWEEP}`,
  );
  return rows.map(({ id }) => id);
}

const minutesBefore = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000);
