import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { DAY_MS } from "@/lib/core/zone";
import type { BulkActProgress } from "./bulk-act-schema";
import { BULK_ACT_UNDO_DAYS } from "./bulk-acts";

const MAX_SHOWN = 20;

/** Acts on many that are under way, and those that can still be taken back, newest first. */
export const recentBulkActs = (accountId: AccountId, now: Date): Promise<BulkActProgress[]> =>
  withAccountSql(accountId, async (tx) => {
    const since = new Date(now.getTime() - BULK_ACT_UNDO_DAYS * DAY_MS);
    type Row = Omit<BulkActProgress, "createdAt" | "finishedAt"> & {
      createdAt: Date;
      finishedAt: Date | null;
    };
    const rows = await tx<Row[]>`
      select b.id, b.act, b.filter->'filter' as filter, b.status, b.total, b.seen, b.changed, b.restored, b.kept,
        b.error, u.name as "actorName", b.created_at as "createdAt", b.finished_at as "finishedAt",
        b.status in ('done', 'canceled', 'failed', 'undo_canceled') and b.changed > 0 and b.finished_at > ${since} as "isUndoable"
      from bulk_acts b
      left join users u on u.id = b.created_by
      where b.finished_at is null or b.finished_at > ${since} or b.status = 'undoing'
      order by b.id desc limit ${MAX_SHOWN}`;
    return rows.map(({ createdAt, finishedAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
    }));
  });
