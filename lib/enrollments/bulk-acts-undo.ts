import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { RunActKind } from "./remember-act";
import { type ActItem, restoreRuns } from "./restore-runs";

/**
 * Takes back the next remembered part of an act on many: runs to which nothing has happened since stand as before, the
 * others are counted as kept. The part is marked in the same transaction, so that it is taken back once.
 */
export async function undoNext(
  tx: SqlTx,
  accountId: AccountId,
  { bulkActId, now }: { bulkActId: string; now: Date },
): Promise<{ kind: "more" | "done" }> {
  const [bulk] = await tx<{ undone_by: string }[]>`
    select undone_by from bulk_acts where id = ${bulkActId} and status = 'undoing' for update`;
  if (!bulk) return { kind: "done" };
  const [part] = await tx<{ id: string; kind: RunActKind; items: ActItem[] }[]>`
    select id, kind, items from run_acts where bulk_act_id = ${bulkActId} and undone_at is null
    order by id limit 1 for update`;
  if (!part) {
    await tx`update bulk_acts set status = 'undone', finished_at = ${now} where id = ${bulkActId}`;
    return { kind: "done" };
  }
  const { kind, items } = part;
  const { restored } = await restoreRuns(tx, accountId, { kind, items, actorId: bulk.undone_by, now });
  await tx`update run_acts set undone_at = ${now} where id = ${part.id}`;
  await tx`
    update bulk_acts set restored = restored + ${restored.length}, kept = kept + ${items.length - restored.length}
    where id = ${bulkActId}`;
  return { kind: "more" };
}
