import { stringify } from "csv-stringify/sync";
import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { harmless } from "@/lib/contacts/harmless";
import { askFor } from "@/lib/segments/members";
import { EXPORT_COLUMNS, readExported } from "./export-rows";
import { scopeOf } from "./filter-sql";
import { findRuns } from "./read-found";
import { writePlace } from "./read-order";
import type { EnrollmentFilter, EnrollmentPlace } from "./schema";

/** In memory at one time, and as many that are read ahead; a transaction each, so that a slow reader holds none open. */
const ROWS = 2_000;

/**
 * The runs that a filter means as CSV (UTF-8 with a byte-order mark, which spreadsheets ask for), in the order of the
 * list, made while it is read: nobody who has stopped reading makes the database work. Runs that change meanwhile are told
 * as they are when their turn comes, none twice. The first rows are read before it answers; where reading fails later, the
 * stream fails and the file is cut off without its end.
 */
export async function exportEnrollments(
  accountId: AccountId,
  filter: EnrollmentFilter,
  { sort, order }: EnrollmentPlace,
): Promise<ReadableStream<Uint8Array>> {
  await askFor(accountId, filter.segment, new Date());
  const encoder = new TextEncoder();
  const next = chunksOf(accountId, filter, { sort, order });
  const first = `\uFEFF${stringify([[...EXPORT_COLUMNS]])}${(await next()) ?? ""}`;
  let ahead: Promise<string | null> = Promise.resolve(first);
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const chunk = await ahead;
        if (chunk === null) return controller.close();
        // The database reads on while this is written and sent; where it fails, the next turn tells.
        ahead = next();
        ahead.catch(() => {});
        controller.enqueue(encoder.encode(chunk));
      },
    },
    { highWaterMark: 1 },
  );
}

/** Each call reads the next rows as text; null at the end. */
function chunksOf(accountId: AccountId, filter: EnrollmentFilter, place: EnrollmentPlace) {
  let after: string | undefined;
  let isDone = false;
  return async (): Promise<string | null> => {
    if (isDone) return null;
    return withAccountSql(accountId, async (tx) => {
      const scope = await scopeOf(tx, filter);
      const found = await findRuns(tx, scope, { place: { ...place, after }, limit: ROWS });
      const last = found.at(-1);
      isDone = found.length < ROWS || !last;
      if (!last) return null;
      after = writePlace(last);
      const rows = await readExported(
        tx,
        found.map(({ id }) => id),
      );
      return stringify(rows.map((row) => row.map(harmless)));
    });
  };
}
