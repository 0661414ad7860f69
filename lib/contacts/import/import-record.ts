import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import type { Plan } from "./plan";

type Begun = { fileName?: string; actorId?: string; now: Date };

/** Answers the id of the import, by which it can be taken back. */
export const beginImport = (accountId: AccountId, { fileName = "", actorId, now }: Begun): Promise<string> =>
  withAccountSql(accountId, async (tx) => {
    const [row] = await tx<{ id: string }[]>`
      insert into contact_imports (account_id, file_name, status, imported_at, created_by, created_at)
      values (${accountId}, ${fileName.slice(0, 200)}, 'running', ${now}, ${actorId ?? null}, ${now}) returning id`;
    return row?.id ?? "";
  });

/**
 * Counts a batch in its transaction and notes when it was. Throws `conflict` when the import is over: somebody took it for
 * broken off meanwhile and takes it back.
 */
export async function countBatch(tx: SqlTx, importId: string, { rows, problems }: Plan): Promise<void> {
  const created = rows.filter(({ contactId }) => contactId === null).length;
  const counted = await tx`
    update contact_imports set created = created + ${created}, updated = updated + ${rows.length - created},
      unusable = unusable + ${problems.length}, finished_at = now()
    where id = ${importId} and status = 'running'`;
  if (counted.count === 0) throw new AppError("conflict", "import_over");
}

export const endImport = (
  accountId: AccountId,
  { id, status, now }: { id: string; status: "done" | "canceled" | "failed"; now: Date },
): Promise<void> =>
  withAccountSql(accountId, async (tx) => {
    await tx`
      update contact_imports set status = ${status}, finished_at = ${now}
      where id = ${id} and status = 'running'`;
  });
