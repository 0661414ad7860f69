import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Role } from "@/lib/core/model";
import { rolesFor } from "@/lib/engine/notify";
import type { NotificationShown } from "./words";

/** However much happens, a person gets no more than one mail of an account in so long. */
export const QUIET_MS = 5 * 60_000;
/** What could not be mailed by then is old news: it stays in the app. */
const STALE_MS = 3 * 86_400_000;

type Told = Pick<NotificationShown, "id" | "kind" | "data"> & { at: Date };

/** One mail to be sent: nobody else sends what is in it. */
export type ClaimedMail = {
  userId: string;
  email: string;
  /** Null: the language of the account. */
  locale: string | null;
  notifications: Told[];
};

type Due = Told & {
  userId: string;
  /** Null of somebody who has left. */
  role: Role | null;
  email: string | null;
  locale: string | null;
  isRead: boolean;
};

/**
 * Takes what is due into one mail for each person who got none just now. What a person may not act on any more, has
 * read or is too old is taken as well and not mailed.
 */
export const claimMails = (accountId: AccountId, now: Date): Promise<ClaimedMail[]> =>
  withAccountSql(accountId, async (tx) => {
    // Two that send at once would each find that nobody was mailed just now.
    await tx`select pg_advisory_xact_lock(hashtextextended(${`notification mails:${accountId}`}, 0))`;
    const due = await lockDue(tx, accountId, now);
    if (due.length === 0) return [];
    const mailed = due.filter((one) => isWorthMailing(one, now));
    const mailedIds = mailed.map(({ id }) => id);
    await tx`
      update notifications set mail_at = null, mailed_at = case when id = any(${mailedIds}::uuid[]) then ${now}::timestamptz end
      where id = any(${due.map(({ id }) => id)}::uuid[])`;
    return byPerson(mailed);
  });

/** Rows that another transaction settles at this moment are left to it. */
const lockDue = (tx: SqlTx, accountId: AccountId, now: Date) => tx<Due[]>`
  select n.id, n.kind, n.data, n.at, n.user_id as "userId", n.read_at is not null as "isRead", m.role, u.email, u.locale
  from notifications n
    left join members m on m.account_id = n.account_id and m.user_id = n.user_id
    left join users u on u.id = m.user_id
  where n.account_id = ${accountId} and n.mail_at <= ${now} and not exists (
    select from notifications o where o.account_id = n.account_id and o.user_id = n.user_id
      and o.mailed_at > ${new Date(now.getTime() - QUIET_MS)})
  order by n.user_id, n.id for update of n skip locked`;

const isWorthMailing = ({ kind, role, email, isRead, at }: Due, now: Date): boolean =>
  !isRead &&
  email !== null &&
  role !== null &&
  rolesFor(kind).includes(role) &&
  now.getTime() - at.getTime() < STALE_MS;

/** They come in the order of people. */
function byPerson(due: Due[]): ClaimedMail[] {
  const mails: ClaimedMail[] = [];
  for (const { userId, email, locale, id, kind, data, at } of due) {
    const last = mails.at(-1);
    const told = { id, kind, data, at };
    if (last?.userId === userId) last.notifications.push(told);
    else mails.push({ userId, email: email ?? "", locale, notifications: [told] });
  }
  return mails;
}

/** It goes out later, unless it was settled in between: surely nobody got it. Who cannot be reached is tried less and less. */
export const giveBackMail = (accountId: AccountId, mail: ClaimedMail, now: Date): Promise<unknown> =>
  withAccountSql(accountId, (tx) => {
    const ids = mail.notifications.map(({ id }) => id);
    return tx`
      update notifications set mailed_at = null, mail_at = case when read_at is null then ${retryAt(mail, now)}::timestamptz end
      where id = any(${ids}::uuid[]) and mailed_at = ${now}`;
  });

const MAX_WAIT_MS = 3_600_000;

function retryAt({ notifications }: ClaimedMail, now: Date): Date {
  const oldest = Math.min(...notifications.map(({ at }) => at.getTime()));
  const waitMs = Math.min(Math.max(QUIET_MS, (now.getTime() - oldest) / 2), MAX_WAIT_MS);
  return new Date(now.getTime() + waitMs);
}
