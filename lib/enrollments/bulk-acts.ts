import { type SqlTx, withAccountSql } from "@/db/client";
import { emit } from "@/db/outbox";
import { bulkActPlannedOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import { DAY_MS } from "@/lib/core/zone";
import { AppError } from "@/lib/errors";
import { MAX_AT_ONCE } from "./bulk-act-schema";
import { fixMatch, sizeOfMatch } from "./bulk-acts-match";
import { expectAhead } from "./control";
import type { RunAct } from "./run-change";
import type { EnrollmentFilter } from "./schema";

type Start = { act: RunAct; filter: EnrollmentFilter; actorId: string; now: Date };

/** An act on many can be taken back for as long as that. */
export const BULK_ACT_UNDO_DAYS = 1;

/**
 * Plans an act on all runs that match now and has it begun in the background. Throws `invalid` for a filter that nothing
 * matches and for a moment that is past, `conflict` when as many as may be are under way already.
 */
export const startBulkAct = (
  accountId: AccountId,
  { act, filter, actorId, now }: Start,
): Promise<{ bulkActId: string; total: number }> =>
  withAccountSql(accountId, async (tx) => {
    expectMoment(act, now);
    await expectPlace(tx, accountId);
    const match = await fixMatch(tx, filter);
    const total = await sizeOfMatch(tx, match);
    if (total === 0) throw new AppError("invalid", "bulk_act_none");
    const [row] = await tx<{ id: string }[]>`
      insert into bulk_acts (account_id, act, filter, total, created_by, created_at)
      values (${accountId}, ${JSON.stringify(act)}::text::jsonb, ${JSON.stringify(match)}::text::jsonb, ${total},
        ${actorId}, ${now})
      returning id`;
    const bulkActId = row?.id ?? "";
    await emit(tx, [bulkActPlannedOf({ accountId, bulkActId, act: "do", leg: 0 })]);
    return { bulkActId, total };
  });

function expectMoment(act: RunAct, now: Date): void {
  if (act.kind === "pause" && act.until) expectAhead(act.until, now, "until");
  if (act.kind === "reschedule") expectAhead(act.at, now, "at");
}

/** Two people who start one at once are put in an order, so that both count. */
async function expectPlace(tx: SqlTx, accountId: AccountId): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`bulk-acts:${accountId}`}, 0))`;
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from bulk_acts
    where account_id = ${accountId} and status in ('waiting', 'running', 'undoing')`;
  if ((row?.count ?? 0) >= MAX_AT_ONCE) throw new AppError("conflict", "bulk_acts_busy");
}

/**
 * Stops after the chunk that is under way; what is done by then stays. The same for what takes it back: runs that got
 * back what they had stay so, the others stay as acted upon, to be taken back later. Throws `conflict` when it is over.
 */
export const cancelBulkAct = (
  accountId: AccountId,
  { bulkActId, now }: { bulkActId: string; now: Date },
): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx`
      update bulk_acts set
        status = case when status <> 'undoing' then 'canceled'
          when restored + kept < changed then 'undo_canceled' else 'undone' end,
        finished_at = case when status = 'undoing' then finished_at else ${now} end
      where id = ${bulkActId} and status in ('waiting', 'running', 'undoing') returning id`;
    if (rows.length === 0) throw await refusal(tx, bulkActId, "bulk_over");
  });

/**
 * Has it taken back in the background, within a day of its end, for the runs to which nothing has happened since; or the
 * rest of it, where that was canceled. Throws `conflict` for one that is under way, taken back already, too old, or has
 * changed nothing.
 */
export const undoBulkAct = (
  accountId: AccountId,
  { bulkActId, actorId, now }: { bulkActId: string; actorId: string; now: Date },
): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    const since = new Date(now.getTime() - BULK_ACT_UNDO_DAYS * DAY_MS);
    const rows = await tx`
      update bulk_acts set status = 'undoing', undone_by = ${actorId}
      where id = ${bulkActId} and status in ('done', 'canceled', 'failed', 'undo_canceled') and changed > 0
        and finished_at > ${since}
      returning id`;
    if (rows.length === 0) throw await refusal(tx, bulkActId, "bulk_act_not_undoable");
    // Each undo is a durable run of its own, also the one that goes on with the rest.
    await emit(tx, [bulkActPlannedOf({ accountId, bulkActId, act: "undo", leg: now.getTime() })]);
  });

async function refusal(tx: SqlTx, bulkActId: string, message: string): Promise<AppError> {
  const [known] = await tx`select id from bulk_acts where id = ${bulkActId}`;
  return known ? new AppError("conflict", message) : new AppError("not_found");
}
