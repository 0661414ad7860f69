import { withAccountSql } from "@/db/client";
import type { bulkEnrollments } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import { DAY_MS } from "@/lib/core/zone";
import { BULK_UNDO_DAYS } from "./bulk";

export type BulkEnrollment = {
  id: string;
  sequenceId: string;
  sequenceName: string;
  status: typeof bulkEnrollments.$inferSelect.status;
  /** Contacts that are meant, and those that were looked at. */
  total: number;
  seen: number;
  enrolled: number;
  existing: number;
  /** How many were refused, by the reason. */
  refused: Record<string, number>;
  undone: number;
  stopped: number;
  restored: number;
  /** A key of the errors, where it failed. */
  error: string | null;
  actorName: string | null;
  createdAt: string;
  isUndoable: boolean;
};

const MAX_SHOWN = 20;

/** What is under way, and what can still be taken back, newest first. */
export const recentBulks = (accountId: AccountId, now: Date): Promise<BulkEnrollment[]> =>
  withAccountSql(accountId, async (tx) => {
    const since = new Date(now.getTime() - BULK_UNDO_DAYS * DAY_MS);
    const rows = await tx<(Omit<BulkEnrollment, "createdAt"> & { createdAt: Date })[]>`
      select b.id, b.sequence_id as "sequenceId", s.name as "sequenceName", b.status, b.total, b.seen, b.enrolled,
        b.existing, b.refused, b.undone, b.stopped, b.restored, b.error, u.name as "actorName",
        b.created_at as "createdAt",
        b.status in ('done', 'canceled', 'failed', 'undo_canceled') and b.enrolled > 0 and b.finished_at > ${since} as "isUndoable"
      from bulk_enrollments b
      join sequences s on s.id = b.sequence_id
      left join users u on u.id = b.created_by
      where b.finished_at is null or b.finished_at > ${since}
      order by b.id desc limit ${MAX_SHOWN}`;
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  });
