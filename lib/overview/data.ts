import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { EndReason } from "@/lib/core/model";
import { DAY_MS, isoDateOf, MINUTE_MS, startOfDay, toInstantMs, toLocalMs } from "@/lib/core/zone";
import { settingsOf } from "@/lib/settings/data";

export type Overview = {
  timeZone: string;
  needs: Needs;
  today: { sent: number; waiting: number; replies: number; ended: { reason: EndReason; count: number }[] };
  /** What is due on each day from today on, in the account's zone. */
  next: { date: string; count: number }[];
};

type Needs = {
  pausedInboxes: { id: string; name: string; because: string | null }[];
  unknown: number;
  /** Sends that a person has to judge. */
  refused: number;
  /** Steps that a provider does not take as they are. */
  blocked: number;
  failed: number;
  overdue: number;
  /** Runs that stand still until somebody has looked at a reply. */
  replied: number;
  /** Drafts that somebody has to approve, and those of them that name me or nobody. */
  drafts: number;
  myDrafts: number;
  /** People whom Maestro would enroll, if somebody agrees. */
  suggestions: number;
};

const DAYS_AHEAD = 7;
/** Failures older than this are history, not something to act on. */
const FAILURE_DAYS = 7;
/** A run is late when its moment passed longer ago than any worker needs. */
const GRACE_MINUTES = 5;

/** Waits that end in another look rather than in a message. */
const NOT_A_SEND = [
  "sequence_paused",
  "run_paused",
  "reply_waits",
  "inbox_paused",
  "template_unusable",
  "step_blocked",
  "window_closed",
  "sending",
];

/** As somebody of the team sees it. */
export async function overviewOf(accountId: AccountId, now: Date, userId: string): Promise<Overview> {
  const { timeZone } = await settingsOf(accountId);
  const days = daysFrom(now, timeZone);
  return withAccountSql(accountId, async (tx) => {
    const [needs, today, next] = await Promise.all([
      needsOf(tx, now, userId),
      todayOf(tx, days[0]?.startsAt ?? now),
      nextOf(tx, now, days),
    ]);
    return { timeZone, needs, today, next };
  });
}

async function needsOf(tx: SqlTx, now: Date, userId: string): Promise<Needs> {
  const since = new Date(now.getTime() - FAILURE_DAYS * DAY_MS);
  const late = new Date(now.getTime() - GRACE_MINUTES * MINUTE_MS);
  const [pausedInboxes, [counts], [drafts]] = await Promise.all([
    tx<Needs["pausedInboxes"]>`
      select id, name, paused_because as because from inboxes
      where status = 'paused' and archived_at is null order by position, id`,
    tx<Omit<Needs, "pausedInboxes" | "drafts" | "myDrafts">[]>`
      select
        (select count(*)::int from messages where settled_at is null and status = 'unknown')
          + (select count(*)::int from conversation_messages where settled_at is null and status = 'unknown') as unknown,
        (select count(*)::int from messages
          where settled_at is null and asked_at is not null and status = 'failed') as refused,
        (select count(*)::int from step_blocks where lifted_at is null) as blocked,
        (select count(*)::int from messages where status = 'failed' and created_at >= ${since}) as failed,
        (select count(*)::int from enrollments e join sequences s on s.id = e.sequence_id
          where e.status = 'active' and s.status = 'active' and e.next_action_at < ${late}) as overdue,
        (select count(*)::int from enrollments
          where account_id = (select current_setting('app.account_id')::uuid) and status = 'paused'
            and next_because = 'reply_waits') as replied,
        (select count(*)::int from ai_suggestions
          where account_id = (select current_setting('app.account_id')::uuid) and status = 'open') as suggestions`,
    tx<Pick<Needs, "drafts" | "myDrafts">[]>`
      select count(*)::int as drafts,
        count(*) filter (where assignee_id = ${userId} or assignee_id is null)::int as "myDrafts"
      from drafts
      where account_id = (select current_setting('app.account_id')::uuid) and status = 'open'
        and (snoozed_until is null or snoozed_until <= ${now})`,
  ]);
  return {
    pausedInboxes: [...pausedInboxes],
    ...(counts ?? { unknown: 0, refused: 0, blocked: 0, failed: 0, overdue: 0, replied: 0, suggestions: 0 }),
    ...(drafts ?? { drafts: 0, myDrafts: 0 }),
  };
}

async function todayOf(tx: SqlTx, midnight: Date): Promise<Overview["today"]> {
  const [ended, [counts]] = await Promise.all([
    tx<{ reason: EndReason; count: number }[]>`
      select end_reason as reason, count(*)::int as count from enrollments
      where status = 'ended' and ended_at >= ${midnight} group by end_reason order by count desc, reason`,
    tx<{ sent: number; waiting: number; replies: number }[]>`
      select
        (select count(*)::int from messages where sent_at >= ${midnight}) as sent,
        (select count(*)::int from enrollments where status = 'active') as waiting,
        (select count(*)::int from conversation_messages
          where direction = 'inbound' and meaning = 'reply' and at >= ${midnight}) as replies`,
  ]);
  return { ...(counts ?? { sent: 0, waiting: 0, replies: 0 }), ended: [...ended] };
}

type Day = { date: string; startsAt: Date };

async function nextOf(tx: SqlTx, now: Date, days: Day[]): Promise<Overview["next"]> {
  const starts = days.map(({ startsAt }) => startsAt.toISOString());
  const rows = await tx<{ day: number; count: number }[]>`
    select width_bucket(e.next_action_at, ${starts}::timestamptz[]) as day, count(*)::int as count
    from enrollments e join sequences s on s.id = e.sequence_id
    where e.status = 'active' and s.status = 'active'
      and e.next_action_at >= ${now} and e.next_action_at < ${starts.at(-1) ?? now}::timestamptz
      and coalesce(e.next_because, '') <> all(${NOT_A_SEND})
    group by day`;
  const counts = new Map(rows.map(({ day, count }) => [day, count]));
  return days.slice(0, DAYS_AHEAD).map(({ date }, index) => ({ date, count: counts.get(index + 1) ?? 0 }));
}

/** Today, the days ahead and the day after them, each with its first moment; Postgres' own zone data is not asked. */
function daysFrom(now: Date, zone: string): Day[] {
  const today = startOfDay(toLocalMs(now.getTime(), zone));
  return Array.from({ length: DAYS_AHEAD + 1 }, (_, index) => {
    const localMs = today + index * DAY_MS;
    return { date: isoDateOf(localMs), startsAt: new Date(toInstantMs(localMs, zone)) };
  });
}
