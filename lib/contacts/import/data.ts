import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { ImportItem } from "./report";

const MAX_SHOWN = 5;

/** The last imports that brought something, newest first. */
export const recentImports = (accountId: AccountId): Promise<ImportItem[]> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx<(Omit<ImportItem, "importedAt"> & { importedAt: Date })[]>`
      select i.id, i.file_name as "fileName", 
        case when i.status = 'running' and coalesce(i.finished_at, i.created_at) < now() - interval '5 minutes'
          then 'failed' else i.status end as status, i.imported_at as "importedAt", i.created, i.updated,
        u.name as "createdBy"
      from contact_imports i left join users u on u.id = i.created_by
      where i.created + i.updated > 0 order by i.id desc limit ${MAX_SHOWN}`;
    return rows.map((row) => ({ ...row, importedAt: row.importedAt.toISOString() }));
  });
