import type { SqlTx } from "@/db/client";

export const EXPORT_COLUMNS = [
  ...["enrollment_id", "contact", "phone", "email", "contact_tags", "contact_id"],
  ...["sequence", "version", "step", "steps", "status", "end_reason", "holdout"],
  ...["enrolled_at", "entry", "method", "enrolled_by", "assignee", "last_sent_at", "last_channel"],
  ...["next_action_at", "next_because", "paused_until", "ended_at", "converted_at", "converted_by"],
  ...["about_id", "sequence_id", "version_id", "step_id"],
] as const;

/** The columns of runs, in the order of their ids. Instants are in UTC. */
export async function readExported(tx: SqlTx, ids: string[]): Promise<(string | null)[][]> {
  const at = (column: string) => {
    const moment = tx.unsafe(column);
    return tx`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
  };
  // What many runs have in common is read once for all of them.
  const rows = await tx`
      with runs as materialized (
        select e.*, page.place from unnest(${ids}::uuid[]) with ordinality as page(id, place)
        join enrollments e on e.id = page.id
      ), versions as materialized (
        select v.id, v.number, v.snapshot->'steps' as steps, jsonb_array_length(v.snapshot->'steps') as count
        from sequence_versions v where v.id in (select version_id from runs)
      ), steps as materialized (
        select v.id as version_id, value->>'id' as id, n
        from versions v, jsonb_array_elements(v.steps) with ordinality as step(value, n)
      ), addresses as materialized (
        select n.contact_id, (array_agg(value order by id desc) filter (where kind = 'phone'))[1] as phone,
          (array_agg(value order by id desc) filter (where kind = 'email'))[1] as email
        from contact_identities n where n.contact_id = any(array(select distinct contact_id from runs)) group by n.contact_id
      ), people as materialized (
        select u.id, u.name from members m join users u on u.id = m.user_id
      )
      select e.id::text, c.name, i.phone, i.email, array_to_string(c.tags, ', '), e.contact_id::text,
        s.name, v.number::text, p.n::text, v.count::text, e.status::text,
        e.end_reason::text, case when e.is_holdout then 'yes' else 'no' end,
        ${at("e.enrolled_at")}, e.entry, e.method::text, b.name, u.name, ${at("e.last_sent_at")}, e.last_channel,
        ${at("e.next_action_at")}, e.next_because, ${at("e.paused_until")}, ${at("e.ended_at")}, ${at("g.at")}, g.event,
        coalesce(e.conversation_id, e.record_id)::text, e.sequence_id::text, e.version_id::text, e.step_id::text
      from runs e
      join contacts c on c.id = e.contact_id
      join sequences s on s.id = e.sequence_id
      join versions v on v.id = e.version_id
      left join steps p on p.version_id = e.version_id and p.id = e.step_id::text
      left join people u on u.id = e.assignee_id
      left join people b on b.id = e.enrolled_by
      left join conversions g on g.enrollment_id = e.id
      left join addresses i on i.contact_id = e.contact_id
      order by e.place`.values();
  return rows as unknown as (string | null)[][];
}
