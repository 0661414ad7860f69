import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { ConditionGroups } from "@/lib/core/model-rules";
import { AppError } from "@/lib/errors";

type Wish = { name: string; filter: ConditionGroups; actorId: string; now: Date };

/** Throws AppError `conflict` for a name that another segment has. */
export const saveSegment = (accountId: AccountId, { name, filter, actorId, now }: Wish) =>
  withAccountSql(accountId, async (tx) => {
    const [row] = await tx<{ id: string }[]>`
      insert into segments (account_id, name, filter, created_by, created_at, updated_at)
      values (${accountId}, ${name}, ${tx.json(filter)}, ${actorId}, ${now}, ${now})
      on conflict (account_id, name) do nothing returning id`;
    if (!row) throw nameTaken();
    return { id: row.id };
  });

type Change = { id: string; name?: string; filter?: ConditionGroups; now: Date };

/** Throws as `saveSegment`, and `not_found`. */
export const changeSegment = (accountId: AccountId, { id, name, filter, now }: Change) =>
  withAccountSql(accountId, async (tx) => {
    if (name !== undefined && (await isTaken(tx, name, id))) throw nameTaken();
    const changed = await tx`
      update segments set name = coalesce(${name ?? null}, name), updated_at = ${now},
        filter = coalesce(${filter ? tx.json(filter) : null}::jsonb, filter)
      where id = ${id}`;
    if (changed.count === 0) throw new AppError("not_found", "segment_not_found");
    // Who was in it by its old filter is nobody's answer any more.
    if (filter) await tx`update report_segments set read_at = null where segment_id = ${id}`;
  });

export const deleteSegment = (accountId: AccountId, { id }: { id: string }) =>
  withAccountSql(accountId, async (tx) => {
    const deleted = await tx`delete from segments where id = ${id}`;
    if (deleted.count === 0) throw new AppError("not_found", "segment_not_found");
  });

/** Of two at once the constraint refuses the second. */
async function isTaken(tx: SqlTx, name: string, id: string): Promise<boolean> {
  const rows = await tx`select from segments where name = ${name} and id <> ${id}`;
  return rows.length > 0;
}

const nameTaken = () =>
  new AppError("conflict", "segment_name_taken", { fields: { name: "segment_name_taken" } });
