import { withAccountSql } from "@/db/client";
import { emit } from "@/db/outbox";
import { bulkActPlannedOf, bulkPlannedOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import { eachAccount } from "@/lib/engine/each-account";

/** Long enough that one that is under way is seldom begun beside itself, which costs nothing but the look. */
const LATE_MINUTES = 10;
/** Legs that a durable run may hand over to before those of the next restart begin. */
const LEGS_BETWEEN = 1_000;

/** Begins bulk enrollments and acts on many, and what takes them back, again whose durable run was lost, of every account. */
export async function restartBulks(now: Date): Promise<{ restarted: number; restartedActs: number }> {
  const { done } = await eachAccount({
    restarted: (accountId) => restartLate(accountId, now),
    restartedActs: (accountId) => restartLateActs(accountId, now),
  });
  return done;
}

const restartLate = (accountId: AccountId, now: Date): Promise<number> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx<{ id: string; created_at: Date; act: "enroll" | "undo" }[]>`
      select id, created_at, case when status = 'undoing' then 'undo' else 'enroll' end as act
      from bulk_enrollments
      where status in ('waiting', 'running', 'undoing')
        and created_at < ${lateAt(now)}`;
    const events = rows.map(({ id: bulkId, created_at: createdAt, act }) =>
      bulkPlannedOf({ accountId, bulkId, act, leg: legOf(createdAt, now) }),
    );
    await emit(tx, events);
    return rows.length;
  });

const restartLateActs = (accountId: AccountId, now: Date): Promise<number> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx<{ id: string; created_at: Date; act: "do" | "undo" }[]>`
      select id, created_at, case when status = 'undoing' then 'undo' else 'do' end as act
      from bulk_acts
      where status in ('waiting', 'running', 'undoing') and created_at < ${lateAt(now)}`;
    const events = rows.map(({ id: bulkActId, created_at: createdAt, act }) =>
      bulkActPlannedOf({ accountId, bulkActId, act, leg: legOf(createdAt, now) }),
    );
    await emit(tx, events);
    return rows.length;
  });

const lateAt = (now: Date) => new Date(now.getTime() - LATE_MINUTES * 60_000);
const legOf = (createdAt: Date, now: Date) =>
  Math.floor((now.getTime() - createdAt.getTime()) / (LATE_MINUTES * 60_000)) * LEGS_BETWEEN;
