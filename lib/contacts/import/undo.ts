import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";

/** One transaction each, so that no lock is held for long. */
const CHUNK = 5_000;

export type ImportUndone = {
  /** Contacts that the import had made. */
  removed: number;
  restored: number;
  /** Changed, enrolled or written to since: they stay as they are. */
  kept: number;
};

/**
 * Takes an import back: the contacts that it made are removed and those that it changed are as they were, except where
 * something has happened to them since. Taken back twice, or by two at once, the second changes nothing more. Throws
 * `not_found`, and `conflict` while it is still running.
 */
export async function undoImport(
  accountId: AccountId,
  { importId, now }: { importId: string; now: Date },
): Promise<ImportUndone> {
  const total: ImportUndone = { removed: 0, restored: 0, kept: 0 };
  const importedAt = await withAccountSql(accountId, (tx) => breakOff(tx, importId, now));
  for (;;) {
    const part = await withAccountSql(accountId, (tx) => undoChunk(tx, importId, importedAt));
    if (!part) break;
    total.removed += part.removed;
    total.restored += part.restored;
    total.kept += part.kept;
  }
  await withAccountSql(accountId, (tx) => closeImport(tx, importId, now));
  return total;
}

/** An import that has written nothing for so long lost its process. */
const SILENT_MINUTES = 5;

/** Nothing may be written by it any more. */
async function breakOff(tx: SqlTx, importId: string, now: Date): Promise<Date> {
  const [row] = await tx<{ status: string; imported_at: Date; written_at: Date }[]>`
    select status, imported_at, coalesce(finished_at, created_at) as written_at
    from contact_imports where id = ${importId} for update`;
  if (!row) throw new AppError("not_found");
  if (row.status === "running") {
    const isSilent = row.written_at.getTime() < now.getTime() - SILENT_MINUTES * 60_000;
    if (!isSilent) throw new AppError("conflict", "import_running");
    await tx`update contact_imports set status = 'failed' where id = ${importId}`;
  }
  return row.imported_at;
}

/** Only when nothing is left: one that was killed on the way, or has a rival at work, can be taken back again. */
async function closeImport(tx: SqlTx, importId: string, now: Date): Promise<void> {
  await tx`
    update contact_imports set status = 'undone', finished_at = ${now}
    where id = ${importId} and not exists (select from contact_import_changes where import_id = ${importId})`;
}

/** Takes the changes out of the record as it goes, so that it goes on where it was broken off. */
async function undoChunk(tx: SqlTx, importId: string, importedAt: Date): Promise<ImportUndone | null> {
  const changes = await tx<{ contact_id: string; is_new: boolean }[]>`
    delete from contact_import_changes using (
      select contact_id as id from contact_import_changes where import_id = ${importId}
      order by contact_id limit ${CHUNK} for update skip locked
    ) taken
    where import_id = ${importId} and contact_id = taken.id
    returning contact_id, before is null as is_new, before, identity_ids`;
  if (changes.length === 0) return null;
  const made = changes.filter((change) => change.is_new).map((change) => change.contact_id);
  const removed = await removeUntouched(tx, made, importedAt);
  const restored = await restoreUnchanged(
    tx,
    changes.filter((change) => !change.is_new),
    importedAt,
  );
  return { removed, restored, kept: changes.length - removed - restored };
}

/** A contact with any history is somebody's by now. */
async function removeUntouched(tx: SqlTx, ids: string[], importedAt: Date): Promise<number> {
  const removed = await tx`
    delete from contacts c
    where c.id = any(${ids}) and c.updated_at = ${importedAt} and c.blocked_at is null
      and not exists (select from enrollments e
        where e.contact_id = c.id and (e.status in ('active', 'paused') or e.status = 'ended'))
      and not exists (select from conversations t where t.contact_id = c.id)
      and not exists (select from deals where contact_id = c.id)
      and not exists (select from appointments where contact_id = c.id)
      and not exists (select from charges where contact_id = c.id)
      and not exists (select from consents s where s.contact_id = c.id)`;
  return removed.count;
}

async function restoreUnchanged(tx: SqlTx, changes: object[], importedAt: Date): Promise<number> {
  if (changes.length === 0) return 0;
  const rows = await tx<{ id: string }[]>`
    with before as (
      select r.contact_id, r.identity_ids, b.*
      from jsonb_to_recordset(${JSON.stringify(changes)}::text::jsonb)
          as r(contact_id uuid, identity_ids uuid[], before jsonb),
        jsonb_to_record(r.before) as b(name text, first_name text, time_zone text, attributes jsonb, tags text[],
          updated_at timestamptz)
    ), restored as (
      update contacts c set name = b.name, first_name = b.first_name, time_zone = b.time_zone,
        attributes = b.attributes, tags = b.tags, updated_at = b.updated_at
      from before b where c.id = b.contact_id and c.updated_at = ${importedAt}
      returning c.id, b.identity_ids
    ), freed as (
      delete from contact_identities i using restored r where i.id = any(r.identity_ids)
    )
    select id from restored`;
  return rows.length;
}
