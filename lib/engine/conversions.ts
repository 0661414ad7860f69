import type { SqlTx } from "@/db/client";
import type { GoalEvent } from "@/lib/core/facts";
import { isGoal } from "@/lib/core/goal";
import { DAY_MS } from "@/lib/core/zone";
import type { Run } from "./run";
import { readRuns } from "./snapshot";

type Converting = {
  event: GoalEvent & { id: string };
  contactId: string;
  /** The contact's live runs, locked. */
  runs: Run[];
};

/** The most days that the settings take: what ended before has no part in any goal. */
const MOST_DAYS = 90;

/**
 * Counts the event as the conversion of every run whose goal it is: of the live ones, and of those that are over but
 * sent their last message (or, getting nothing, ended) within the attribution window. Each run converts once, with the
 * amount of the charge or deal that the event is about.
 */
export async function recordConversions(tx: SqlTx, accountId: string, converting: Converting): Promise<void> {
  const { event, runs } = converting;
  const over = await readOver(tx, converting);
  const converted = [...runs, ...over].filter(({ facts }) => isGoal(event, facts)).map(({ row }) => row.id);
  if (converted.length === 0) return;
  const worth = await worthOf(tx, event.recordId);
  await tx`
    with converted as (
      insert into conversions (account_id, enrollment_id, sequence_id, version_id, contact_id, event_id, event,
        is_holdout, is_after_end, amount, currency, at, enrolled_at, entry, assignee_id, step_id, message_id, sent_at,
        channel, variant_id, mode)
      select ${accountId}, e.id, e.sequence_id, coalesce(last.version_id, e.version_id), e.contact_id, ${event.id}, ${event.name}, e.is_holdout,
        e.status = 'ended', ${worth.amount}::bigint, ${worth.currency}, ${event.at}, e.enrolled_at, e.entry,
        coalesce(last.assignee_id, e.assignee_id), last.step_id, last.id, last.sent_at, last.channel, last.variant_id,
        last.mode
      from enrollments e
      left join lateral (
        select * from messages m where m.enrollment_id = e.id and m.sent_at is not null
        order by m.sent_at desc, m.id desc limit 1
      ) last on true
      where e.id = any(${converted})
      on conflict (enrollment_id) do nothing returning enrollment_id, step_id, is_after_end
    )
    insert into ledger (account_id, at, kind, enrollment_id, step_id, because)
    select ${accountId}, ${event.at}, 'converted', enrollment_id, step_id, json_build_object('code', 'event', 'data',
      json_build_object('event', ${event.name}::text, 'afterEnd', is_after_end, 'amount', ${worth.amount}::bigint,
        'currency', ${worth.currency}::text))
    from converted`;
}

/** Runs of the contact that are over and whose goal has this name, while the event still counts for them. */
async function readOver(tx: SqlTx, { event, contactId }: Converting): Promise<Run[]> {
  const sinceDays = (days: number) => new Date(event.at.getTime() - days * DAY_MS);
  const rows = await tx<{ id: string; ended_at: Date | null }[]>`
    select e.id, e.ended_at from enrollments e
    join sequence_versions v on v.id = e.version_id and v.snapshot->'goal'->>'event' = ${event.name}
    where e.contact_id = ${contactId} and e.status = 'ended' and e.enrolled_at < ${event.at}
      and case when e.is_holdout then e.ended_at else e.last_sent_at end >= ${sinceDays(MOST_DAYS)}
      and not exists (select from conversions c where c.enrollment_id = e.id)`;
  if (rows.length === 0) return [];
  const endedAt = new Map(rows.map((row) => [row.id, row.ended_at]));
  const runs = await readRuns(tx, [...endedAt.keys()]);
  return runs.filter(({ row, facts }) => {
    const last = row.is_holdout ? endedAt.get(row.id) : row.last_sent_at;
    return last && last >= sinceDays(facts.settings.attributionDays);
  });
}

/** In minor units, as stored. */
async function worthOf(tx: SqlTx, recordId: string | null) {
  const nothing = { amount: null, currency: null };
  if (recordId === null) return nothing;
  const [worth] = await tx<{ amount: string | null; currency: string | null }[]>`
    select amount, currency from charges where id = ${recordId}
    union all select amount, currency from deals where id = ${recordId}`;
  return worth ?? nothing;
}
