import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { MAX_COUNTED } from "@/lib/keyset";
import type { Place } from "@/lib/list-place";
import { conversionsMatching, type Sql, sendScope, sendsMatching } from "./filter";
import { type ReadItem, readSends } from "./read-sends";
import type { SendFilter, SendPage } from "./schema";

const PAGE_SIZE = 50;

type Turn = { after?: Place | null; before?: Place | null; size?: number };

/** A page of what is behind a number, the newest first. Throws AppError `not_found` for an unknown segment. */
export const listSends = (
  accountId: AccountId,
  filter: SendFilter,
  { after = null, before = null, size = PAGE_SIZE }: Turn = {},
): Promise<SendPage> =>
  withAccountSql(accountId, async (tx) => {
    const scope = await sendScope(tx, filter);
    const read = await readSends(tx, scope, { after, before, limit: size + 1 });
    const hasMore = read.length > size;
    const kept = read.slice(0, size);
    const rows = before ? kept.reverse() : kept;
    return {
      rows: rows.map(({ place: _, ...row }) => row),
      next: (before ? rows.length > 0 : hasMore) ? placeOf(rows.at(-1)) : null,
      previous: (before ? hasMore : after !== null) ? placeOf(rows[0]) : null,
    };
  });

const placeOf = (row: ReadItem | undefined): Place | null => (row ? { at: row.place, id: row.id } : null);

/** How many they are, exact up to 10,000 and 10,001 beyond. Throws as `listSends`. */
export const countSends = (accountId: AccountId, filter: SendFilter): Promise<number> =>
  withAccountSql(accountId, async (tx) => {
    const scope = await sendScope(tx, filter);
    const [row] = await tx<{ count: number }[]>`
      select count(*)::int as count from (
        ${scope.fact === "converted" ? someConversions(tx, conversionsMatching(tx, scope)) : someSends(tx, sendsMatching(tx, scope))}
        limit ${MAX_COUNTED + 1}) counted`;
    return row?.count ?? 0;
  });

const someSends = (tx: SqlTx, which: Sql) => tx`select from messages m where ${which}`;
const someConversions = (tx: SqlTx, which: Sql) => tx`select from conversions m where ${which}`;
