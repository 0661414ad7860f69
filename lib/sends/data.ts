import { type SqlTx, withAccountSnapshot } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { MAX_COUNTED } from "@/lib/keyset";
import type { Place } from "@/lib/list-place";
import { askFor } from "@/lib/segments/members";
import { countByRollups } from "./candidate-days";
import { conversionsMatching, listScope, type Sql, sendsMatching } from "./filter";
import { type ReadItem, readSends } from "./read-sends";
import type { SendCount, SendFilter, SendPage } from "./schema";

const PAGE_SIZE = 50;

type Turn = { after?: Place | null; before?: Place | null; size?: number; now?: Date };

/** A page of what is behind a number, the newest first. Throws AppError `not_found` for an unknown segment. */
export async function listSends(
  accountId: AccountId,
  filter: SendFilter,
  { after = null, before = null, size = PAGE_SIZE, now = new Date() }: Turn = {},
): Promise<SendPage> {
  await askFor(accountId, filter.segment, now);
  return withAccountSnapshot(accountId, async (tx) => {
    const scope = await listScope(tx, filter);
    const read = await readSends(tx, scope, { after, before, limit: size + 1 });
    const hasMore = read.length > size;
    const kept = read.slice(0, size);
    const rows = before ? kept.reverse() : kept;
    return {
      rows: rows.map(({ place: _, ...row }) => row),
      next: (before ? rows.length > 0 : hasMore) ? placeOf(rows.at(-1)) : null,
      previous: (before ? hasMore : after !== null) ? placeOf(rows[0]) : null,
      membersAt: scope.membersAt?.toISOString() ?? null,
    };
  });
}

const placeOf = (row: ReadItem | undefined): Place | null => (row ? { at: row.place, id: row.id } : null);

/**
 * How many they are: by the rollups, as the reports have it, else counted one by one to 10,001. Throws as `listSends`.
 */
export const countSends = (accountId: AccountId, filter: SendFilter): Promise<SendCount> =>
  withAccountSnapshot(accountId, async (tx) => {
    const scope = await listScope(tx, filter);
    const isOfConversions = scope.fact === "converted";
    const known = isOfConversions ? null : await countByRollups(tx, scope);
    if (known !== null) return { count: known, isExact: true };
    const [row] = await tx<{ count: number }[]>`
      select count(*)::int as count from (
        ${isOfConversions ? someConversions(tx, conversionsMatching(tx, scope)) : someSends(tx, sendsMatching(tx, scope))}
        limit ${MAX_COUNTED + 1}) counted`;
    const count = row?.count ?? 0;
    return { count: Math.min(count, MAX_COUNTED), isExact: count <= MAX_COUNTED };
  });

const someSends = (tx: SqlTx, which: Sql) => tx`select from messages m where ${which}`;
const someConversions = (tx: SqlTx, which: Sql) => tx`select from conversions m where ${which}`;
