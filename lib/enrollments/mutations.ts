import { type SqlTx, withAccountSql } from "@/db/client";
import { OUTBOX_CHANNEL } from "@/db/outbox";
import { enrollmentStarted } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import type { EnrollmentMethod, SequenceSnapshot } from "@/lib/core/model";
import { sequenceSnapshotSchema } from "@/lib/core/model-schemas";
import { firstStepId } from "@/lib/core/next-step";
import { isHeldOut, runSeed } from "@/lib/core/split";
import { AppError } from "@/lib/errors";
import { type Eligible, judge, type Wanted } from "./eligibility";

export type EnrollWish = {
  sequenceId: string;
  contactIds: string[];
  /**
   * Only about these threads, deals, appointments or charges, by the sequence's target and whatever became of them.
   * Absent: each contact's last thread, or a run for every record that is open. They must belong to the contacts.
   */
  aboutIds?: string[];
  /** The person who enrolls; null for the engine. */
  actorId: string | null;
  /** What started the run, where no person did: the event of a trigger. */
  trigger?: string;
  /** How they come in; by hand unless told otherwise. */
  method?: EnrollmentMethod;
  /** The bulk enrollment that they belong to. */
  bulkId?: string;
  now: Date;
};

export type Enrolled = {
  enrolled: (Wanted & { enrollmentId: string })[];
  existing: Eligible["existing"];
  refused: Eligible["refused"];
};

/** One transaction each: large enough to be set-based, small enough not to hold locks for long. */
const CHUNK = 5_000;
/** Chunks under way at once: as many as a small server has cores. */
const LANES = 2;

/**
 * Starts the live version of a sequence for these contacts: run, ledger row and the event that drives it, in one
 * transaction per 5,000 contacts. A contact (or record) whose run is live is answered with that run; contacts of other
 * accounts are refused as unknown. Throws `not_found` for the sequence and `conflict` when it is not active.
 */
export async function enroll(accountId: AccountId, wish: EnrollWish): Promise<Enrolled> {
  const total: Enrolled = { enrolled: [], existing: [], refused: [] };
  // In one order, so that two who enroll the same contacts at once cannot wait for each other.
  const ids = [...new Set(wish.contactIds)].sort();
  let next = 0;
  const lane = async () => {
    do {
      const contactIds = ids.slice(next, next + CHUNK);
      next += CHUNK;
      const part = await withAccountSql(accountId, (tx) =>
        enrollChunk(tx, accountId, { ...wish, contactIds }),
      );
      total.enrolled.push(...part.enrolled);
      total.existing.push(...part.existing);
      total.refused.push(...part.refused);
    } while (next < ids.length);
  };
  const stopAll = (error: unknown) => {
    next = ids.length;
    throw error;
  };
  await Promise.all(Array.from({ length: ids.length > CHUNK ? LANES : 1 }, () => lane().catch(stopAll)));
  return total;
}

/** What `enroll` would do now, without doing it. */
export function previewEnroll(accountId: AccountId, wish: Omit<EnrollWish, "actorId">): Promise<Eligible> {
  return withAccountSql(accountId, async (tx) => {
    const { snapshot } = await loadLive(tx, wish.sequenceId);
    return judge(tx, { ...wish, snapshot, contactIds: [...new Set(wish.contactIds)] });
  });
}

async function enrollChunk(tx: SqlTx, accountId: AccountId, wish: EnrollWish): Promise<Enrolled> {
  const live = await loadLive(tx, wish.sequenceId);
  const { snapshot } = live;
  const { free, existing, refused } = await judge(tx, { ...wish, snapshot });
  const enrolled = await insertRuns(tx, accountId, wish, live, free);
  if (enrolled.length < free.length) {
    // A rival transaction enrolled some in between and the database let it win: their runs are the existing ones.
    const known = new Set([...enrolled, ...existing].map(linkOf));
    const lost = free.filter((one) => !known.has(linkOf(one))).map((one) => one.contactId);
    const now = await judge(tx, { ...wish, snapshot, contactIds: [...new Set(lost)] });
    existing.push(...now.existing.filter((one) => !known.has(linkOf(one))));
  }
  await recordRefusals(tx, accountId, wish, refused);
  return { enrolled, existing, refused };
}

const linkOf = ({ contactId, aboutId }: Wanted) => aboutId ?? contactId;

type Live = { versionId: string; snapshot: SequenceSnapshot };

/** Locked against publishing, pausing and archiving, so that nobody is enrolled into what is no longer live. */
async function loadLive(tx: SqlTx, sequenceId: string): Promise<Live> {
  const [row] = await tx<{ status: string; live_version_id: string | null }[]>`
    select status, live_version_id from sequences where id = ${sequenceId} for share`;
  if (!row) throw new AppError("not_found", "sequence_not_found");
  if (row.status !== "active" || !row.live_version_id) throw new AppError("conflict", "sequence_not_active");
  const [version] = await tx<{ snapshot: unknown }[]>`
    select snapshot from sequence_versions where id = ${row.live_version_id}`;
  return { versionId: row.live_version_id, snapshot: sequenceSnapshotSchema.parse(version?.snapshot) };
}

async function insertRuns(
  tx: SqlTx,
  accountId: AccountId,
  { sequenceId, actorId, trigger, method = "manual", bulkId, now }: EnrollWish,
  { versionId, snapshot }: Live,
  wanted: Wanted[],
): Promise<Enrolled["enrolled"]> {
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
        wait_from_at, next_action_at, assignee_id, enrolled_by, method, bulk_id, enrolled_at)
      select ${accountId}, ${sequenceId}, ${versionId}, w.contact_id, w.about_id, w.held_out = 1,
        ${firstStepId(snapshot)}, ${now}, ${now}, ${snapshot.defaultAssigneeId}, ${actorId}, ${method},
        ${bulkId ?? null}, ${now}
      from unnest(${contactIds}::uuid[], ${aboutIds}::uuid[], ${heldOut}::int[])
        as w(contact_id, about_id, held_out)
      order by w.contact_id, w.about_id
      on conflict do nothing returning id, contact_id, ${tx(link)} as about_id, driver
    ), told as (
      insert into ledger (account_id, at, kind, enrollment_id, actor_id, because)
      select ${accountId}, ${now}, 'enrolled', id, ${actorId}, ${JSON.stringify(because)}::text::json
      from started
    ), relayed as (
      insert into outbox (event_id, name, data)
      select 'start:' || id || ':' || driver, ${enrollmentStarted.name},
        jsonb_build_object('accountId', ${accountId}::text, 'enrollmentId', id, 'driver', driver)
      from started
    )
    select id, contact_id, about_id from started`;
  await tx`select pg_notify(${OUTBOX_CHANNEL}, '')`;
  return rows.map((row) => ({ enrollmentId: row.id, contactId: row.contact_id, aboutId: row.about_id }));
}

/** An attempt that was refused is kept with its reason; contacts that do not exist here have no history to keep it in. */
async function recordRefusals(
  tx: SqlTx,
  accountId: AccountId,
  { sequenceId, actorId, now }: EnrollWish,
  refused: Enrolled["refused"],
): Promise<void> {
  const rows = refused.filter(({ code }) => code !== "contact_unknown");
  if (rows.length === 0) return;
  await tx`
    insert into ledger (account_id, at, kind, contact_id, actor_id, because)
    select ${accountId}, ${now}, 'enrollment_refused', r."contactId", ${actorId},
      json_build_object('code', r.code, 'data', json_build_object('sequenceId', ${sequenceId}::text))
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r("contactId" uuid, code text)`;
}
