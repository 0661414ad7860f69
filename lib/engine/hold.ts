import type { SqlTx } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import { enrollmentWoken } from "@/inngest/events";
import type { Because } from "@/lib/core/facts";
import { record } from "./ledger";
import { tellOfReply } from "./notify-reply";
import type { RunRow } from "./run";
import { storableJson } from "./storable";
import { wakeRuns } from "./wake";

/** Pauses that the product makes by itself. Each of them may be prolonged by another; a person's is left as it is. */
const BY_ITSELF = ["agent_wrote", "out_of_office"] as const;

type Holding = {
  code: (typeof BY_ITSELF)[number];
  holds: { id: string; until: Date; data: Record<string, unknown> }[];
  actorId: string | null;
  now: Date;
};

/**
 * Pauses locked live runs until a moment: the guarded update, the ledger row and the event that makes the sleeping run
 * decide again, in the caller's transaction. Neither a longer pause nor one that a person or a rule made is changed.
 * Answers the ids that were.
 */
export async function holdRuns(
  tx: SqlTx,
  accountId: string,
  { code, holds, actorId, now }: Holding,
): Promise<string[]> {
  const later = holds.filter(({ until }) => until > now);
  if (later.length === 0) return [];
  const ids = later.map(({ id }) => id);
  const rows = await tx<{ id: string }[]>`
    with wished as (
      select * from json_to_recordset(${storableJson(later)}::text::json) as r(id uuid, until timestamptz, data json)
    ), held as (
      update enrollments e set status = 'paused', paused_until = w.until, epoch = e.epoch + 1,
        next_action_at = w.until, next_because = 'run_paused'
      from wished w
      where e.id = any(${ids}) and e.id = w.id
        and (e.status = 'active' or (e.status = 'paused' and e.paused_until < w.until and (
          select l.because->>'code' from ledger l where l.enrollment_id = e.id and l.kind = 'paused'
          order by l.at desc, l.id desc limit 1) = any(${[...BY_ITSELF]})))
      returning e.id, e.step_id, e.epoch, w.until, w.data
    ), told as (
      insert into ledger (account_id, at, kind, enrollment_id, step_id, actor_id, because)
      select ${accountId}, ${now}, 'paused', id, step_id, ${actorId},
        json_build_object('code', ${code}::text, 'data', data::jsonb || jsonb_build_object('until', until))
      from held
    ), woken as (
      insert into outbox (event_id, name, data)
      select 'wake:' || id || ':' || epoch, ${enrollmentWoken.name},
        jsonb_build_object('accountId', ${accountId}::text, 'enrollmentId', id)
      from held
    )
    select id from held`;
  if (rows.length > 0) await tx`select pg_notify(${OUTBOX_CHANNEL}, '')`;
  return rows.map((row) => row.id);
}

/**
 * Pauses a locked live run until a person lets it go on, because the contact has replied, tells whoever is to look at
 * it, and hands the thread to the person who is responsible for the run unless somebody has it. A run that waits for
 * that already is left alone.
 */
export async function holdForReply(
  tx: SqlTx,
  accountId: string,
  { row, reply, now }: { row: RunRow; reply: Because; now: Date },
): Promise<void> {
  const [held] = await tx<{ epoch: number }[]>`
    update enrollments set status = 'paused', paused_until = null, epoch = epoch + 1, next_action_at = null,
      next_because = ${reply.code}
    where id = ${row.id} and (status = 'active'
      or (status = 'paused' and (next_because is distinct from ${reply.code} or paused_until is not null)))
    returning epoch`;
  if (!held) return;
  const because = { code: "replied", data: reply.data };
  await record(tx, accountId, [
    { at: now, kind: "paused", enrollmentId: row.id, stepId: row.step_id, because },
  ]);
  await wakeRuns(tx, accountId, [row.id], String(held.epoch));
  await tellOfReply(tx, accountId, { row, reply, now });
  if (row.assignee_id === null) return;
  await tx`
    update conversations set assignee_id = ${row.assignee_id}
    where id = ${String(reply.data.conversationId)} and assignee_id is null`;
}
