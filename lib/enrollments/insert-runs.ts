import type { SqlTx } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import type { AccountId } from "@/lib/accounts/account-id";
import type { SequenceSnapshot } from "@/lib/core/model";
import { sequenceSnapshotSchema } from "@/lib/core/model-schemas";
import { firstStepId } from "@/lib/core/next-step";
import { isHeldOut, runSeed } from "@/lib/core/split";
import { startEvents } from "@/lib/engine/start-events";
import { AppError } from "@/lib/errors";
import type { Eligible, Wanted } from "./eligibility";
import type { EnrollWish } from "./schema";

export type Started = Wanted & { enrollmentId: string };
export type Live = { name: string; versionId: string; snapshot: SequenceSnapshot };

/** Locked against publishing, pausing and archiving, so that nobody is enrolled into what is no longer live. */
export const lockLive = (tx: SqlTx, sequenceId: string): Promise<Live> =>
  loadLive(tx, sequenceId, tx`for share`);

/** To look ahead with. Throws `not_found`, and `conflict` for a sequence that is not active. */
export const readLive = (tx: SqlTx, sequenceId: string): Promise<Live> => loadLive(tx, sequenceId, tx``);

async function loadLive(tx: SqlTx, sequenceId: string, lock: ReturnType<SqlTx>): Promise<Live> {
  const [row] = await tx<{ name: string; status: string; live_version_id: string | null }[]>`
    select name, status, live_version_id from sequences where id = ${sequenceId} ${lock}`;
  if (!row) throw new AppError("not_found", "sequence_not_found");
  if (row.status !== "active" || !row.live_version_id) throw new AppError("conflict", "sequence_not_active");
  const [version] = await tx<{ snapshot: unknown }[]>`
    select snapshot from sequence_versions where id = ${row.live_version_id}`;
  const snapshot = sequenceSnapshotSchema.parse(version?.snapshot);
  return { name: row.name, versionId: row.live_version_id, snapshot };
}

/**
 * The runs, their ledger rows and the events that drive them. Where a rival has started one in between the database
 * lets it win: those are missing in the answer.
 */
export async function insertRuns(
  tx: SqlTx,
  accountId: AccountId,
  { sequenceId, actorId, trigger, method = "manual", bulkId, now }: EnrollWish,
  { versionId, snapshot }: Live,
  wanted: Wanted[],
): Promise<Started[]> {
  if (wanted.length === 0) return [];
  const because = { code: "enrolled", data: trigger ? { trigger } : {} };
  const contactIds = wanted.map(({ contactId }) => contactId);
  const aboutIds = wanted.map(({ aboutId }) => aboutId);
  const link = snapshot.target === "conversation" ? "conversation_id" : "record_id";
  const heldOut = contactIds.map((contactId) =>
    isHeldOut(runSeed({ sequenceId, contactId }), snapshot.holdoutPercent) ? 1 : 0,
  );
  // In one order for all, so that two calls with the same contacts do not wait for each other in a circle.
  const rows = await tx<{ id: string; contact_id: string; about_id: string | null }[]>`
    with started as (
      insert into enrollments (account_id, sequence_id, version_id, contact_id, ${tx(link)}, is_holdout, step_id,
        wait_from_at, next_action_at, assignee_id, enrolled_by, method, entry, bulk_id, exclusivity_group, enrolled_at)
      select ${accountId}, ${sequenceId}, ${versionId}, w.contact_id, w.about_id, w.held_out = 1,
        ${firstStepId(snapshot)}, ${now}, ${now}, ${snapshot.defaultAssigneeId}, ${actorId}, ${method}, ${trigger ?? method},
        ${bulkId ?? null}, ${snapshot.exclusivityGroup}, ${now}
      from unnest(${contactIds}::uuid[], ${aboutIds}::uuid[], ${heldOut}::int[])
        as w(contact_id, about_id, held_out)
      order by w.contact_id, w.about_id
      on conflict do nothing returning id, contact_id, ${tx(link)} as about_id, driver
    ), told as (
      insert into ledger (account_id, at, kind, enrollment_id, actor_id, because)
      select ${accountId}, ${now}, 'enrolled', id, ${actorId}, ${JSON.stringify(because)}::text::json
      from started
    ), relayed as (
      ${startEvents(tx, accountId, "started")}
    )
    select id, contact_id, about_id from started`;
  await tx`select pg_notify(${OUTBOX_CHANNEL}, '')`;
  return rows.map((row) => ({ enrollmentId: row.id, contactId: row.contact_id, aboutId: row.about_id }));
}

/** An attempt that was refused is kept with its reason; contacts that do not exist here have no history to keep it in. */
export async function recordRefusals(
  tx: SqlTx,
  accountId: AccountId,
  { sequenceId, actorId, method = "manual", now }: EnrollWish,
  refused: Eligible["refused"],
): Promise<void> {
  const rows = refused.filter(({ code }) => code !== "contact_unknown");
  if (rows.length === 0) return;
  await tx`
    insert into ledger (account_id, at, kind, contact_id, actor_id, because)
    select ${accountId}, ${now}, 'enrollment_refused', r."contactId", ${actorId},
      json_build_object('code', r.code, 'data', json_strip_nulls(json_build_object(
        'sequenceId', ${sequenceId}::text, 'method', ${method}::text, 'other', r.other)))
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r("contactId" uuid, code text, other text)`;
}
