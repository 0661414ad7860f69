import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { DEFAULT_NOTIFICATION_PREFERENCES, type NotificationPreferences } from "@/lib/core/model-maestro";
import { type Cursor, type Page, toPage } from "@/lib/keyset";
import type { NotificationFilter } from "./schema";
import type { NotificationShown } from "./words";

const PAGE_SIZE = 50;
/** More are not counted: the bell says "99+". */
const MOST_UNREAD = 100;

export type Unread = {
  /** At most 100. */
  count: number;
  /** The newest unread one, to be announced. */
  newest: NotificationShown | null;
};

/** What the bell shows to one person of the account. */
export const unreadOf = (accountId: AccountId, userId: string): Promise<Unread> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx<{ id: string }[]>`
      select id from notifications
      where account_id = ${accountId} and user_id = ${userId} and read_at is null and is_shown
      order by id desc limit ${MOST_UNREAD}`;
    const newestId = rows[0]?.id;
    if (!newestId) return { count: 0, newest: null };
    const [newest] = await tx<Row[]>`select ${columns(tx)} from notifications where id = ${newestId}`;
    return { count: rows.length, newest: newest ? shown(newest) : null };
  });

/** A page of what one person of the account was told, newest first. */
export const listNotifications = (
  accountId: AccountId,
  userId: string,
  { unread, after, before, size = PAGE_SIZE }: NotificationFilter & Cursor,
): Promise<Page<NotificationShown>> =>
  withAccountSql(accountId, async (tx) => {
    const rows = await tx<Row[]>`
      select ${columns(tx)} from notifications
      where account_id = ${accountId} and user_id = ${userId} and is_shown
        ${unread ? tx`and read_at is null` : tx``}
        ${after ? tx`and id < ${after}` : tx``} ${before ? tx`and id > ${before}` : tx``}
      order by id ${before ? tx`asc` : tx`desc`} limit ${size + 1}`;
    return toPage(rows.map(shown), { after, before }, size);
  });

/** What a person wants to be told of in this account; what they never said is the default. */
export const preferencesOf = (accountId: AccountId, userId: string): Promise<NotificationPreferences> =>
  withAccountSql(accountId, async (tx) => {
    const [row] = await tx<{ preferences: NotificationPreferences }[]>`
      select preferences from notification_preferences where account_id = ${accountId} and user_id = ${userId}`;
    return row?.preferences ?? DEFAULT_NOTIFICATION_PREFERENCES;
  });

type Row = Omit<NotificationShown, "at" | "isRead"> & { at: Date; readAt: Date | null };

const columns = (tx: SqlTx) => tx`id, kind, data, at, read_at as "readAt"`;

const shown = ({ at, readAt, ...row }: Row): NotificationShown => ({
  ...row,
  at: at.toISOString(),
  isRead: readAt !== null,
});
