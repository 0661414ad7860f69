import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";

/** How the reading of a mailbox stands. Instants are ISO texts. */
export type MailboxStanding = {
  /** When its server last answered; null: not yet. */
  seenAt: string | null;
  /** Why it cannot be read, in the server's words. */
  error: string | null;
  /** A process holds on to it. */
  isRead: boolean;
};

/** Null for an inbox whose mails are not fetched. */
export const mailboxStanding = (
  accountId: AccountId,
  { id, now }: { id: string; now: Date },
): Promise<MailboxStanding | null> =>
  withAccountSql(accountId, async (tx) => {
    const [row] = await tx<{ seenAt: Date | null; error: string | null; isRead: boolean }[]>`
      select m.seen_at as "seenAt", m.error, coalesce(m.leased_until > ${now}, false) as "isRead"
      from inboxes i left join mailboxes m on m.inbox_id = i.id
      where i.id = ${id} and i.provider = 'smtp' and i.config->>'imapHost' <> ''`;
    return row ? { ...row, seenAt: row.seenAt?.toISOString() ?? null } : null;
  });
