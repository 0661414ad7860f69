import { type SqlTx, withAccountSql } from "@/db/client";
import { emit } from "@/db/outbox";
import { type BulkRef, bulkPlannedOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import { type Clock, systemClock } from "@/lib/engine/clock";
import { AppError } from "@/lib/errors";
import { type FixedAudience, nextOf } from "./audience";
import { type Enrolled, enrollChunk } from "./enroll-chunk";
import { CHUNK } from "./mutations";
import { undoChunk } from "./undo-bulk";

type BulkTurn = { kind: "more" } | { kind: "done" };
type Bulk = BulkRef & { accountId: AccountId };
type BulkRow = {
  id: string;
  sequence_id: string;
  audience: FixedAudience;
  cursor: string | null;
  created_by: string | null;
};

/**
 * Carries out the next 5,000 contacts of a bulk enrollment, or of its undoing, with the cursor and the counts in the same
 * transaction: a crash, or a second worker, neither repeats nor loses anybody. Over when it was canceled meanwhile. A
 * sequence that is no longer active ends it with that reason.
 */
export async function bulkTurn(
  { accountId, bulkId, act }: Pick<Bulk, "accountId" | "bulkId" | "act">,
  clock: Clock = systemClock,
): Promise<BulkTurn> {
  if (act === "undo")
    return withAccountSql(accountId, (tx) => undoChunk(tx, accountId, { bulkId, now: clock() }));
  try {
    return await withAccountSql(accountId, (tx) => enrollNext(tx, accountId, { bulkId, now: clock() }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await withAccountSql(
      accountId,
      (tx) => tx`
        update bulk_enrollments set status = 'failed', error = ${error.message}, finished_at = ${clock()}
        where id = ${bulkId} and status in ('waiting', 'running')`,
    );
    return { kind: "done" };
  }
}

/** A long one goes on in a fresh durable run, because replaying one costs more with each step. */
export const continueBulk = (bulk: Bulk): Promise<void> =>
  withAccountSql(bulk.accountId, (tx) => emit(tx, [bulkPlannedOf({ ...bulk, leg: bulk.leg + 1 })]));

type Next = { bulkId: string; now: Date };

async function enrollNext(tx: SqlTx, accountId: AccountId, { bulkId, now }: Next): Promise<BulkTurn> {
  // Holding the row puts two workers, and whoever cancels, in one order.
  const [bulk] = await tx<BulkRow[]>`
    update bulk_enrollments set status = 'running', started_at = coalesce(started_at, ${now})
    where id = ${bulkId} and status in ('waiting', 'running')
    returning id, sequence_id, audience, cursor, created_by`;
  if (!bulk) return { kind: "done" };
  const contactIds = await nextOf(tx, bulk.audience, { cursor: bulk.cursor, limit: CHUNK });
  const { sequence_id: sequenceId, created_by: actorId } = bulk;
  const wish = { sequenceId, contactIds, actorId, method: "bulk" as const, bulkId, now };
  const done = await enrollChunk(tx, accountId, wish);
  const isLast = contactIds.length < CHUNK;
  await tx`
    update bulk_enrollments b set cursor = ${contactIds.at(-1) ?? bulk.cursor},
      seen = seen + ${contactIds.length}, enrolled = enrolled + ${done.enrolled.length}, existing = existing + ${done.existing.length},
      refused = (
        select coalesce(jsonb_object_agg(code, count), '{}') from (
          select key as code, sum(value::int) as count
          from (select * from jsonb_each_text(b.refused) union all
            select * from jsonb_each_text(${JSON.stringify(countsOf(done))}::text::jsonb)) both_counts
          group by key) summed),
      status = ${isLast ? "done" : "running"}, finished_at = ${isLast ? now : null}
    where id = ${bulkId}`;
  return isLast ? { kind: "done" } : { kind: "more" };
}

function countsOf({ refused }: Enrolled): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of refused) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
