import { type SqlTx, withAccountSql } from "@/db/client";
import { emit } from "@/db/outbox";
import { bulkPlannedOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import { DAY_MS } from "@/lib/core/zone";
import { AppError } from "@/lib/errors";
import { fixAudience, sizeOf } from "./audience";
import { readLive } from "./insert-runs";
import type { Audience } from "./schema";

type Start = { sequenceId: string; audience: Audience; actorId: string; now: Date };

/** A bulk enrollment can be taken back for as long as that. */
export const BULK_UNDO_DAYS = 1;

/**
 * Plans the enrollment of an audience of any size and has it begun in the background. Throws `invalid` for an audience
 * of nobody, and what enrolling throws for the sequence.
 */
export const startBulk = (
  accountId: AccountId,
  { sequenceId, audience, actorId, now }: Start,
): Promise<{ bulkId: string; total: number }> =>
  withAccountSql(accountId, async (tx) => {
    await readLive(tx, sequenceId);
    const fixed = await fixAudience(tx, audience);
    const total = await sizeOf(tx, fixed);
    if (total === 0) throw new AppError("invalid", "enroll_none");
    const [row] = await tx<{ id: string }[]>`
      insert into bulk_enrollments (account_id, sequence_id, audience, total, created_by, created_at)
      values (${accountId}, ${sequenceId}, ${JSON.stringify(fixed)}::text::jsonb, ${total}, ${actorId}, ${now})
      returning id`;
    const bulkId = row?.id ?? "";
    await emit(tx, [bulkPlannedOf({ accountId, bulkId, act: "enroll", leg: 0 })]);
    return { bulkId, total };
  });

/**
 * Stops after the chunk that is under way; whoever is enrolled by then stays. The same for what takes it back: runs that
 * were removed or stopped stay so, the others go on. Throws `conflict` when it is over.
 */
export const cancelBulk = (
  accountId: AccountId,
  { bulkId, now }: { bulkId: string; now: Date },
): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx`
      update bulk_enrollments set
        status = case when status = 'undoing' then 'undo_canceled' else 'canceled' end,
        finished_at = case when status = 'undoing' then finished_at else ${now} end
      where id = ${bulkId} and status in ('waiting', 'running', 'undoing') returning id`;
    if (rows.length === 0) throw await refusal(tx, bulkId, "bulk_over");
  });

/**
 * Has everything taken back in the background, within a day of its end, or the rest where that was canceled. Throws
 * `conflict` for one that is under way, taken back already or too old.
 */
export const undoBulk = (
  accountId: AccountId,
  { bulkId, actorId, now }: { bulkId: string; actorId: string; now: Date },
): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    const since = new Date(now.getTime() - BULK_UNDO_DAYS * DAY_MS);
    const rows = await tx`
      update bulk_enrollments set status = 'undoing', undone_by = ${actorId},
        cursor = case when status = 'undo_canceled' then cursor end
      where id = ${bulkId} and status in ('done', 'canceled', 'failed', 'undo_canceled') and finished_at > ${since}
      returning id`;
    if (rows.length === 0) throw await refusal(tx, bulkId, "bulk_not_undoable");
    // Each undo is a durable run of its own, also the one that goes on with the rest.
    await emit(tx, [bulkPlannedOf({ accountId, bulkId, act: "undo", leg: now.getTime() })]);
  });

async function refusal(tx: SqlTx, bulkId: string, message: string): Promise<AppError> {
  const [known] = await tx`select id from bulk_enrollments where id = ${bulkId}`;
  return known ? new AppError("conflict", message) : new AppError("not_found");
}
