import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { DAY_MS } from "@/lib/core/zone";
import { AppError } from "@/lib/errors";
import type { RunActKind } from "./remember-act";
import { type ActItem, type Restored, restoreRuns } from "./restore-runs";

type Wish = { actId: string; actorId: string; now: Date };

/** Later than that nobody remembers what the runs were like. */
const UNDO_DAYS = 1;
/** Another run may take the place of one that is being restored; a second look then sees it. */
const MAX_TRIES = 3;
const UNIQUE_VIOLATION = "23505";

/**
 * Takes back what a person did to runs within the last day, for those to which nothing has happened since. Throws
 * `not_found`, and `conflict` for what was taken back already or is too old.
 */
export async function undoAct(accountId: AccountId, wish: Wish): Promise<Restored> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await withAccountSql(accountId, (tx) => undoActIn(tx, accountId, wish));
    } catch (error) {
      if (attempt === MAX_TRIES || !isUniqueViolation(error)) throw error;
    }
  }
}

/** The same in the caller's transaction, which another run in the same place may make fail. */
export async function undoActIn(
  tx: SqlTx,
  accountId: AccountId,
  { actId, actorId, now }: Wish,
): Promise<Restored> {
  const [act] = await tx<{ kind: RunActKind; items: ActItem[]; at: Date; undone_at: Date | null }[]>`
    select kind, items, at, undone_at from run_acts where id = ${actId} and kind <> 'supersede' for update`;
  if (!act) throw new AppError("not_found");
  if (act.undone_at) throw new AppError("conflict", "act_undone");
  if (act.at.getTime() < now.getTime() - UNDO_DAYS * DAY_MS) throw new AppError("conflict", "undo_too_late");
  const { kind, items } = act;
  const done = await restoreRuns(tx, accountId, { kind, items, actorId, now });
  await tx`update run_acts set undone_at = ${now} where id = ${actId}`;
  return done;
}

const isUniqueViolation = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION;
