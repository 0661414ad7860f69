import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import { cleanQuery, isFilter } from "./query";
import { MOST_VIEWS, type SavedView } from "./schema";

type Writer = { userId: string; mayShare: boolean };

/**
 * Throws AppError `forbidden` where everybody's may not be changed, `invalid` for a query that is no filter, `conflict` for
 * a name that is taken and `limited` where there are as many as may be.
 */
export const saveView = (
  accountId: AccountId,
  { name, query, isShared, userId, mayShare }: Writer & { name: string; query: string; isShared: boolean },
): Promise<SavedView> =>
  withAccountSql(accountId, async (tx) => {
    if (isShared && !mayShare) throw new AppError("forbidden");
    const owner = isShared ? null : userId;
    const kept = checked(query);
    // Two at once would each find the last place free.
    await tx`select pg_advisory_xact_lock(hashtextextended(${`views ${owner ?? accountId}`}, 0))`;
    await refuseMore(tx, owner);
    const [row] = await tx<{ id: string }[]>`
      insert into saved_views (account_id, name, query, user_id, created_by)
      values (${accountId}, ${name}, ${kept}, ${owner}, ${userId})
      on conflict (account_id, (coalesce(user_id, account_id)), (lower(name))) do nothing returning id`;
    if (!row) throw nameTaken();
    return { id: row.id, name, query: kept, isShared, isMine: true };
  });

/** What is absent stays. Throws as `saveView`, and `not_found` for a view that is not the person's to change. */
export const changeView = (
  accountId: AccountId,
  { viewId, name, query, userId, mayShare }: Writer & { viewId: string; name?: string; query?: string },
): Promise<SavedView> =>
  withAccountSql(accountId, async (tx) => {
    const view = await lockView(tx, { viewId, userId, mayShare });
    if (name !== undefined) await refuseTaken(tx, { viewId, name });
    const kept = query === undefined ? view.query : checked(query);
    await tx`update saved_views set name = ${name ?? view.name}, query = ${kept} where id = ${viewId}`;
    return { id: viewId, name: name ?? view.name, query: kept, isShared: view.userId === null, isMine: true };
  });

/** Throws `not_found` for a view that is not the person's to delete. */
export const deleteView = (accountId: AccountId, { viewId, ...writer }: Writer & { viewId: string }) =>
  withAccountSql(accountId, async (tx) => {
    await lockView(tx, { viewId, ...writer });
    await tx`delete from saved_views where id = ${viewId}`;
  });

function checked(query: string): string {
  if (!isFilter(query)) throw new AppError("invalid", "view_query_invalid");
  return cleanQuery(query);
}

async function refuseMore(tx: SqlTx, owner: string | null): Promise<void> {
  const rows =
    await tx`select from saved_views where user_id is not distinct from ${owner}::uuid limit ${MOST_VIEWS}`;
  if (rows.length >= MOST_VIEWS) throw new AppError("limited", "views_limited");
}

/** Somebody else's own view is as if it were not there. */
async function lockView(tx: SqlTx, { viewId, userId, mayShare }: Writer & { viewId: string }) {
  const [view] = await tx<{ name: string; query: string; userId: string | null }[]>`
    select name, query, user_id as "userId" from saved_views
    where id = ${viewId} and (user_id = ${userId} or user_id is null) for update`;
  if (!view) throw new AppError("not_found", "view_not_found");
  if (view.userId === null && !mayShare) throw new AppError("not_found", "view_of_all");
  return view;
}

/** Of two at once the index refuses the second. */
async function refuseTaken(tx: SqlTx, { viewId, name }: { viewId: string; name: string }): Promise<void> {
  const rows = await tx`
    select from saved_views v join saved_views o on o.id = ${viewId} and o.id <> v.id
    where lower(v.name) = lower(${name}) and v.user_id is not distinct from o.user_id`;
  if (rows.length > 0) throw nameTaken();
}

const nameTaken = () => new AppError("conflict", "view_name_taken", { fields: { name: "view_name_taken" } });
