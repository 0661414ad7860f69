import { type SqlTx, withAccountSql } from "@/db/client";
import { emit } from "@/db/outbox";
import { type BulkActRef, bulkActPlannedOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import { type Clock, systemClock } from "@/lib/engine/clock";
import { AppError } from "@/lib/errors";
import { actOnRunsIn } from "./act-on-runs";
import { runActSchema } from "./bulk-act-schema";
import { type FixedMatch, nextOfMatch } from "./bulk-acts-match";
import { undoNext } from "./bulk-acts-undo";
import type { RunAct } from "./run-change";

type BulkActTurn = { kind: "more" } | { kind: "done" };
type BulkAct = BulkActRef & { accountId: AccountId };

/** Runs of one transaction: what a person who cancels waits for, and a reply that comes for one of them. */
const ACT_CHUNK = 1_000;

/** A deadlock, and a run that took the place of one that is being restored: a second look sees it. */
const PASSING = new Set(["40P01", "23505"]);
const MAX_TRIES = 3;

/**
 * Carries out the next 1,000 runs of an act on many, or of taking it back, with the cursor and the counts in the same
 * transaction: a crash, or a second worker, neither repeats nor loses anybody. Over when it was canceled meanwhile. A
 * filter that has lost its meaning ends it with that reason.
 */
export async function bulkActTurn(
  { accountId, bulkActId, act }: Pick<BulkAct, "accountId" | "bulkActId" | "act">,
  clock: Clock = systemClock,
): Promise<BulkActTurn> {
  const next = act === "undo" ? undoNext : actNext;
  for (let attempt = 1; ; attempt++) {
    try {
      return await withAccountSql(accountId, (tx) => next(tx, accountId, { bulkActId, now: clock() }));
    } catch (error) {
      if (error instanceof AppError) return giveUp(accountId, { bulkActId, error, now: clock() });
      if (attempt === MAX_TRIES || !isPassing(error)) throw error;
    }
  }
}

const isPassing = (error: unknown) =>
  error instanceof Error && "code" in error && PASSING.has(String(error.code));

/** A long one goes on in a fresh durable run, because replaying one costs more with each step. */
export const continueBulkAct = (bulkAct: BulkAct): Promise<void> =>
  withAccountSql(bulkAct.accountId, (tx) =>
    emit(tx, [bulkActPlannedOf({ ...bulkAct, leg: bulkAct.leg + 1 })]),
  );

type Row = { act: unknown; filter: FixedMatch; cursor: string | null; created_by: string };

async function actNext(
  tx: SqlTx,
  accountId: AccountId,
  { bulkActId, now }: { bulkActId: string; now: Date },
): Promise<BulkActTurn> {
  // Holding the row puts two workers, and whoever cancels, in one order.
  const [row] = await tx<Row[]>`
    update bulk_acts set status = 'running' where id = ${bulkActId} and status in ('waiting', 'running')
    returning act, filter, cursor, created_by`;
  if (!row) return { kind: "done" };
  const act: RunAct = runActSchema.parse(row.act);
  const next = await nextOfMatch(tx, row.filter, { cursor: row.cursor, limit: ACT_CHUNK });
  const { ids, cursor, isLast } = next;
  const done = await actOnRunsIn(tx, accountId, { ids, actorId: row.created_by, bulkActId, now }, act);
  await tx`
    update bulk_acts set cursor = ${cursor}, seen = seen + ${ids.length},
      changed = changed + ${done.changed.length}, status = ${isLast ? "done" : "running"},
      finished_at = ${isLast ? now : null}
    where id = ${bulkActId}`;
  return isLast ? { kind: "done" } : { kind: "more" };
}

async function giveUp(
  accountId: AccountId,
  { bulkActId, error, now }: { bulkActId: string; error: AppError; now: Date },
): Promise<BulkActTurn> {
  await withAccountSql(
    accountId,
    (tx) => tx`
      update bulk_acts set status = 'failed', error = ${error.message}, finished_at = ${now}
      where id = ${bulkActId} and status in ('waiting', 'running')`,
  );
  return { kind: "done" };
}
