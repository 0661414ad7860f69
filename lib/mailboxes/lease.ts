import { globalSql, withAccountSql } from "@/db/client";
import { type AccountId, mintAccountId } from "@/lib/accounts/account-id";
import type { InboxRow } from "@/lib/engine/inbox";

/** A process that reads mailboxes, by an id of its own. */
export type Reader = { readerId: string; leaseMs: number; now: Date };

/** Longer than a busy process stands still, and short enough that a dead one's mailboxes are soon read again. */
export const LEASE_MS = 60_000;

export async function readingAccounts(): Promise<AccountId[]> {
  const rows = await globalSql()<{ id: string }[]>`select id from accounts where is_module_on order by id`;
  return rows.map(({ id }) => mintAccountId(id));
}

/**
 * The mailboxes of an account that this process reads from now on until its lease ends: those that are its own already,
 * and up to `most` that nobody reads. What another process has a lease on is left to it.
 */
export const leaseMailboxes = (
  accountId: AccountId,
  { readerId, leaseMs, now }: Reader,
  most: number,
): Promise<InboxRow[]> =>
  withAccountSql(accountId, async (tx) => {
    const wanted = await tx<{ id: string; row: boolean; isFree: boolean | null }[]>`
      select i.id, m.inbox_id is not null as row,
        m.reader_id is null or m.leased_until < ${now} as "isFree"
      from inboxes i left join mailboxes m on m.inbox_id = i.id
      where i.provider = 'smtp' and i.archived_at is null and i.config->>'imapHost' <> ''
        and (m.reader_id is null or m.leased_until < ${now} or m.reader_id = ${readerId})
      order by i.id`;
    if (wanted.length === 0) return [];
    const unknown = wanted.filter(({ row }) => !row).map(({ id }) => id);
    if (unknown.length > 0) {
      await tx`
        insert into mailboxes (inbox_id, account_id) select id, ${accountId} from unnest(${unknown}::uuid[]) id
        on conflict do nothing`;
    }
    const own = wanted.filter(({ isFree }) => isFree === false).map(({ id }) => id);
    const free = wanted.filter(({ isFree }) => isFree !== false).map(({ id }) => id);
    const leased = await tx<{ inbox_id: string }[]>`
      update mailboxes set reader_id = ${readerId}, leased_until = ${new Date(now.getTime() + leaseMs)}
      where inbox_id in (
        select inbox_id from mailboxes
        where inbox_id = any(${[...own, ...free.slice(0, most)]})
          and (reader_id is null or leased_until < ${now} or reader_id = ${readerId})
        for update skip locked)
      returning inbox_id`;
    // One whose row is being written by its own reader at this moment is renewed at the next look, and stays open.
    const held = [...own, ...leased.map((row) => row.inbox_id)];
    return tx<InboxRow[]>`select * from inboxes where id = any(${held})`;
  });

/** Gives mailboxes back, so that others need not wait for the lease to end. */
export const releaseMailbox = (
  accountId: AccountId,
  { inboxId, readerId }: { inboxId: string; readerId: string },
): Promise<unknown> =>
  withAccountSql(
    accountId,
    (tx) => tx`
      update mailboxes set reader_id = null, leased_until = null
      where inbox_id = ${inboxId} and reader_id = ${readerId}`,
  );
