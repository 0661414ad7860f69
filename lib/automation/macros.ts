import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { RuleAction } from "@/lib/core/model-rules";
import { AppError } from "@/lib/errors";
import { passWritten } from "./context";

/** `canManage`: the person may write and change what is everybody's. Their own anybody may. */
type By = { actorId: string; canManage: boolean; now: Date };
type OnMacro = By & { macroId: string };
type MacroForm = { name: string; actions: RuleAction[]; isShared: boolean };

/** Throws `forbidden` for a shared one without the right to, and `invalid` as `passWritten`. */
export async function createMacro(
  accountId: AccountId,
  { macro, ...by }: By & { macro: MacroForm },
): Promise<{ id: string }> {
  if (macro.isShared && !by.canManage) throw new AppError("forbidden");
  const { actions } = await passWritten(accountId, { trigger: null, actions: macro.actions });
  return withAccountSql(accountId, async (tx) => {
    const [created] = await tx<{ id: string }[]>`
      insert into macros (account_id, name, actions, owner_id, created_by, created_at, updated_at)
      values (${accountId}, ${macro.name}, ${tx.json(actions)}, ${macro.isShared ? null : by.actorId},
        ${by.actorId}, ${by.now}, ${by.now})
      returning id`;
    if (!created) throw new AppError("unavailable");
    return created;
  });
}

/** Throws as `createMacro`; somebody else's own macro is `not_found`. */
export async function updateMacro(
  accountId: AccountId,
  { macro, macroId, ...by }: OnMacro & { macro: MacroForm },
): Promise<void> {
  if (macro.isShared && !by.canManage) throw new AppError("forbidden");
  const { actions } = await passWritten(accountId, { trigger: null, actions: macro.actions });
  await withAccountSql(accountId, async (tx) => {
    await passOwn(tx, { macroId, ...by });
    await tx`
      update macros set name = ${macro.name}, actions = ${tx.json(actions)}, updated_at = ${by.now},
        owner_id = ${macro.isShared ? null : by.actorId}
      where id = ${macroId}`;
  });
}

export const archiveMacro = (accountId: AccountId, act: OnMacro): Promise<void> =>
  setArchived(accountId, act, act.now);

export const restoreMacro = (accountId: AccountId, act: OnMacro): Promise<void> =>
  setArchived(accountId, act, null);

const setArchived = (accountId: AccountId, act: OnMacro, archivedAt: Date | null): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    await passOwn(tx, act);
    await tx`update macros set archived_at = ${archivedAt}, updated_at = ${act.now} where id = ${act.macroId}`;
  });

async function passOwn(tx: SqlTx, { macroId, actorId, canManage }: Omit<OnMacro, "now">): Promise<void> {
  const [macro] = await tx<{ ownerId: string | null }[]>`
    select owner_id as "ownerId" from macros where id = ${macroId} for update`;
  if (!macro || (macro.ownerId !== null && macro.ownerId !== actorId)) throw new AppError("not_found");
  if (macro.ownerId === null && !canManage) throw new AppError("forbidden");
}
