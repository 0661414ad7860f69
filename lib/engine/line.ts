import type { SqlTx } from "@/db/client";
import { PRIORITIES, type Priority } from "@/lib/core/model";
import { queuedSequences } from "./queue";

export type InLine = { id: string; sequenceId: string; priority: Priority };

/** For each priority, the sequence that was served last. */
export type Served = Partial<Record<Priority, string>>;

type Ask = { inboxId: string; served: Served; count: number };

/**
 * Who is next in the queue of an inbox, locked: sequences of a higher priority first, those of the same one by turns
 * from where the last turn ended, and in each whoever has been due for longest. So one sequence's hundred thousand do not
 * delay another's ten. Runs that somebody holds at this moment are passed over.
 */
export async function nextInLine(tx: SqlTx, { inboxId, served, count }: Ask): Promise<InLine[]> {
  if (count <= 0) return [];
  const [high, normal, low] = PRIORITIES.map((priority) => served[priority] ?? NOBODY);
  const rows = await tx<InLine[]>`
    with ranked as (
      select w.id, q.id as sequence_id, coalesce(v.snapshot->>'priority', 'normal') as priority,
        row_number() over (partition by q.id order by w.queued_at, w.id) as round
      from (${queuedSequences(tx, inboxId)}) q
      left join sequence_versions v on v.id = q.live_version_id
      cross join lateral (
        select e.id, e.queued_at from enrollments e
        where e.queued_inbox_id = ${inboxId} and e.sequence_id = q.id and e.ticket_at is null
        order by e.queued_at, e.id limit ${count}
      ) w
    )
    select id, sequence_id as "sequenceId", priority from ranked
    order by case priority when 'high' then 0 when 'normal' then 1 else 2 end, round,
      (sequence_id <= case priority when 'high' then ${high ?? NOBODY}::uuid when 'normal' then ${normal ?? NOBODY}::uuid
        else ${low ?? NOBODY}::uuid end),
      sequence_id
    limit ${count}`;
  const free = await tx<{ id: string }[]>`
    select id from enrollments
    where id = any(${rows.map(({ id }) => id)}) and queued_inbox_id = ${inboxId} and ticket_at is null
    order by id for update skip locked`;
  const ids = new Set(free.map(({ id }) => id));
  return rows.filter(({ id }) => ids.has(id));
}

const NOBODY = "00000000-0000-0000-0000-000000000000";
