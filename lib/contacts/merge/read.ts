import type { SqlTx } from "@/db/client";
import type { LiveRun } from "./run-clashes";

/** The two contacts of a merge: whose history goes on, and whose goes into it. */
export type Pair = { survivorId: string; loserId: string };

/** Threads of the one that is merged, each with the survivor's thread in the same inbox where there is one. */
export const threadsOf = async (tx: SqlTx, { survivorId, loserId }: Pair) => [
  ...(await tx<{ id: string; into: string | null }[]>`
    select l.id, s.id as into from conversations l
    left join conversations s on s.inbox_id = l.inbox_id and s.contact_id = ${survivorId}
    where l.contact_id = ${loserId} order by l.id`),
];
export type Thread = Awaited<ReturnType<typeof threadsOf>>[number];

/** The live runs of both, as they are once the threads are one. */
export async function liveRunsOf(
  tx: SqlTx,
  { survivorId, loserId }: Pair,
  threads: Thread[],
): Promise<LiveRun[]> {
  const rows = await tx<LiveRun[]>`
    select e.id, e.sequence_id as "sequenceId", q.name as "sequenceName",
      coalesce(e.conversation_id, e.record_id) as link, e.exclusivity_group as "group",
      coalesce(v.snapshot::jsonb->>'priority', 'normal') as priority, e.enrolled_at as "enrolledAt",
      coalesce((
        select s.place::int - 1 from jsonb_array_elements(v.snapshot::jsonb->'steps') with ordinality s(step, place)
        where s.step->>'id' = e.step_id::text), jsonb_array_length(v.snapshot::jsonb->'steps')) as "stepsPassed"
    from enrollments e join sequences q on q.id = e.sequence_id join sequence_versions v on v.id = e.version_id
    where e.contact_id = any(${[survivorId, loserId]}) and e.status in ('active', 'paused') order by e.id`;
  const into = new Map(threads.flatMap((thread) => (thread.into ? [[thread.id, thread.into] as const] : [])));
  return rows.map((row) => ({ ...row, link: row.link && (into.get(row.link) ?? row.link) }));
}
