import type { SqlTx } from "@/db/client";
import { AppError } from "@/lib/errors";
import type { Pair } from "./read";

/**
 * Locks all that a merge moves, in the order that everybody keeps: live runs, threads, records, the contacts. From then on
 * neither gets a new thread, record or address. Throws AppError `invalid` for a contact with itself, `not_found` for an
 * unknown one and `conflict` for one that was merged or deleted.
 */
export async function lockPair(tx: SqlTx, { survivorId, loserId }: Pair): Promise<void> {
  if (survivorId === loserId) throw new AppError("invalid", "merge_itself");
  const both = [survivorId, loserId];
  await tx`
    select from enrollments where contact_id = any(${both}) and status in ('active', 'paused') order by id for update`;
  for (const table of ["conversations", "deals", "appointments", "charges"])
    await tx`select from ${tx(table)} where contact_id = any(${both}) order by id for update`;
  const rows = await tx<{ is_gone: boolean }[]>`
    select deleted_at is not null as is_gone from contacts where id = any(${both}) order by id for update`;
  if (rows.length < 2) throw new AppError("not_found");
  if (rows.some(({ is_gone }) => is_gone)) throw new AppError("conflict", "merge_gone");
}
