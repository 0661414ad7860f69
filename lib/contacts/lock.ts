import type { SqlTx } from "@/db/client";
import { AppError } from "@/lib/errors";

/**
 * Locks contacts for a change that may end their runs: the live runs first, as everything that touches both does. Answers
 * the ids that exist, in their order.
 */
export async function lockContacts(tx: SqlTx, ids: string[]): Promise<string[]> {
  await tx`
    select from enrollments where contact_id = any(${ids}) and status in ('active', 'paused') order by id for update`;
  const rows = await tx<{ id: string }[]>`
    select id from contacts where id = any(${ids}) and deleted_at is null order by id for update`;
  return rows.map((row) => row.id);
}

/** The same for one. Throws AppError `not_found`. */
export async function lockContact(tx: SqlTx, contactId: string): Promise<void> {
  const [found] = await lockContacts(tx, [contactId]);
  if (!found) throw new AppError("not_found");
}
