import type { SqlTx } from "@/db/client";

/** Waits that end in another look or when a person acts, rather than in a message. */
const NOT_A_SEND = [
  "run_paused",
  "sequence_paused",
  "reply_waits",
  "template_unusable",
  "step_blocked",
  "sending",
];
/** So many runs tell by which inboxes the conversations of each sequence go. */
const THREADS_LOOKED_AT = 2_000;

/** Before any run. */
const LONG_AGO = "2000-01-01T00:00:00Z";

/** So many live runs come to this step on a day, counted from today as 0. */
export type Due = {
  day: number;
  version_id: string;
  step_id: string;
  queued_inbox_id: string | null;
  count: number;
};

/**
 * Active runs by the day of their next moment; those that are late, or stand in a queue, come today. `midnights`: of
 * today and the days after it, with the end of the last one. From the index `enrollments_due` alone.
 */
export function readDue(tx: SqlTx, accountId: string, midnights: readonly Date[]): Promise<Due[]> {
  const ends = midnights.slice(1).map((at) => at.toISOString());
  const begins = [LONG_AGO, ...ends.slice(0, -1)];
  // Day by day, and by the reason before it is asked: what is done for each run is done a million times.
  return tx<Due[]>`
    select case when g.queued_inbox_id is null then d.day - 1 else 0 end::int as day, g.version_id, g.step_id,
      g.queued_inbox_id, sum(g.count)::int as count
    from unnest(${begins}::timestamptz[], ${ends}::timestamptz[]) with ordinality d(begins, ends, day)
      cross join lateral (
        select e.version_id, e.step_id, e.queued_inbox_id, e.next_because, count(*) as count from enrollments e
        where e.account_id = ${accountId} and e.status in ('active', 'paused') and e.status = 'active'
          and e.next_action_at >= d.begins and e.next_action_at < d.ends and e.step_id is not null and not e.is_holdout
        group by 1, 2, 3, 4) g
    where g.next_because is null or g.next_because <> all(${NOT_A_SEND})
    group by 1, 2, 3, 4`;
}

/** The sequence of each of these versions, where it is active. */
export async function readActive(tx: SqlTx, versionIds: string[]): Promise<Map<string, string>> {
  const rows = await tx<{ id: string; sequence_id: string }[]>`
    select v.id, v.sequence_id from sequence_versions v
      join sequences s on s.id = v.sequence_id and s.status = 'active'
    where v.id = any(${[...new Set(versionIds)]})`;
  return new Map(rows.map((row) => [row.id, row.sequence_id]));
}

export type Thread = { id: string; weight: number };

/** By sequence: by which inboxes the conversations of the runs go that are due next, and in which proportion. */
export async function readThreads(
  tx: SqlTx,
  accountId: string,
  midnights: readonly Date[],
): Promise<Map<string, Thread[]>> {
  const rows = await tx<(Thread & { sequence_id: string })[]>`
    select e.sequence_id, c.inbox_id as id, count(*)::int as weight
    from (
      select sequence_id, conversation_id from enrollments
      where account_id = ${accountId} and status in ('active', 'paused') and next_action_at >= ${midnights[0] ?? LONG_AGO}
      order by next_action_at limit ${THREADS_LOOKED_AT}) e
    cross join lateral (select inbox_id from conversations where id = e.conversation_id limit 1) c
    group by 1, 2 order by weight desc, id`;
  const found = new Map<string, Thread[]>();
  for (const { sequence_id, id, weight } of rows)
    found.set(sequence_id, [...(found.get(sequence_id) ?? []), { id, weight }]);
  return found;
}
