import type { SqlTx } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import { enrollmentEnded } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import { endRuns } from "@/lib/engine/exits";
import { type ActItem, restoreRuns } from "./restore-runs";

type Undo = { bulkId: string; now: Date };
type Bulk = { id: string; cursor: string | null; sequence_id: string; undone_by: string | null };

/** A second's work. */
const CHUNK = 2_000;

/**
 * Takes back the next runs of a bulk enrollment: those that have sent nothing are removed whole, the others are stopped.
 * When none is left, the runs whose place they had taken get it back.
 */
export async function undoChunk(
  tx: SqlTx,
  accountId: AccountId,
  { bulkId, now }: Undo,
): Promise<{ kind: "more" | "done" }> {
  const [bulk] = await tx<Bulk[]>`
    select id, cursor, sequence_id, undone_by from bulk_enrollments
    where id = ${bulkId} and status = 'undoing' for update`;
  if (!bulk) return { kind: "done" };
  const runs = await tx<{ id: string }[]>`
    select id from enrollments where bulk_id = ${bulkId} and id > ${bulk.cursor ?? FIRST} order by id limit ${CHUNK} for update`;
  const last = runs.at(-1)?.id;
  if (last === undefined) return restoreNext(tx, accountId, bulk, now);
  const ids = runs.map((run) => run.id);
  const sent = await loadSent(tx, ids);
  const because = { code: "bulk_undone", data: {} };
  const by = { accountId, actorId: bulk.undone_by, now };
  const stopped = await endRuns(tx, { ...by, ids: [...sent], reason: "stopped", because });
  const unsent = ids.filter((id) => !sent.has(id));
  await remove(tx, { ...by, bulk, ids: unsent });
  await tx`
    update bulk_enrollments set cursor = ${last}, undone = undone + ${unsent.length}, stopped = stopped + ${stopped.length}
    where id = ${bulkId}`;
  return { kind: "more" };
}

const FIRST = "00000000-0000-0000-0000-000000000000";

/** Runs of which something has gone out, or may have. */
async function loadSent(tx: SqlTx, ids: string[]): Promise<Set<string>> {
  const rows = await tx<{ id: string }[]>`
    select distinct enrollment_id as id from messages
    where enrollment_id = any(${ids}) and (
      status in ('claimed', 'unknown', 'sent', 'delivered', 'read', 'replied')
      or sent_at is not null or provider_id is not null)`;
  return new Set(rows.map((row) => row.id));
}

type Removal = { accountId: AccountId; actorId: string | null; now: Date; bulk: Bulk; ids: string[] };

/** The ledger keeps, with the contact, that they were there; their durable runs find nothing and leave. */
async function remove(tx: SqlTx, { accountId, actorId, now, bulk, ids }: Removal): Promise<void> {
  if (ids.length === 0) return;
  const because = { code: "bulk_undone", data: { sequenceId: bulk.sequence_id } };
  await tx`delete from messages where enrollment_id = any(${ids})`;
  await tx`delete from conversions where enrollment_id = any(${ids})`;
  await tx`
    with removed as (
      delete from enrollments where id = any(${ids}) returning id, contact_id
    ), told as (
      insert into ledger (account_id, at, kind, contact_id, actor_id, because)
      select ${accountId}, ${now}, 'undone', contact_id, ${actorId}, ${JSON.stringify(because)}::text::json from removed
    )
    insert into outbox (event_id, name, data)
    select 'end:' || id || ':undone', ${enrollmentEnded.name},
      jsonb_build_object('accountId', ${accountId}::text, 'enrollmentId', id)
    from removed`;
  await tx`select pg_notify(${OUTBOX_CHANNEL}, '')`;
}

/** One chunk's worth of the runs that had been superseded. */
async function restoreNext(
  tx: SqlTx,
  accountId: AccountId,
  { id: bulkId, undone_by: actorId }: Bulk,
  now: Date,
): Promise<{ kind: "more" | "done" }> {
  const [act] = await tx<{ id: string; items: ActItem[] }[]>`
    delete from run_acts where id = (select id from run_acts where bulk_id = ${bulkId} order by id limit 1)
    returning id, items`;
  if (!act) {
    await tx`update bulk_enrollments set status = 'undone', finished_at = ${now} where id = ${bulkId}`;
    return { kind: "done" };
  }
  const wish = { kind: "supersede" as const, items: act.items, actorId, now };
  const { restored } = await restoreRuns(tx, accountId, wish);
  await tx`update bulk_enrollments set restored = restored + ${restored.length} where id = ${bulkId}`;
  return { kind: "more" };
}
