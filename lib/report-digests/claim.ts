import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { DigestEvery } from "@/lib/core/metrics";
import type { Role } from "@/lib/core/model";
import { may } from "@/lib/permissions";
import { reportZone } from "@/lib/sends/filter";
import { duePeriod } from "./period";

/** After a mail that the server did not take. */
const RETRY_MS = 3_600_000;

/** One digest to be sent: nobody else sends it. */
export type ClaimedDigest = {
  userId: string;
  email: string;
  /** Null: the language of the account. */
  locale: string | null;
  every: DigestEvery;
  query: string;
  from: string;
  to: string;
  /** The end of the last one before. */
  sentThrough: string | null;
};

type Due = Omit<ClaimedDigest, "from" | "to" | "email"> & { role: Role | null; email: string | null };

/**
 * Takes what is due, each person's newest period alone: what was missed before it stays unsent. What somebody may not see
 * any more is taken as well and not mailed.
 */
export const claimDigests = (accountId: AccountId, now: Date): Promise<ClaimedDigest[]> =>
  withAccountSql(accountId, async (tx) => {
    const zone = await reportZone(tx);
    const claimed: ClaimedDigest[] = [];
    for (const { role, email, ...due } of await lockDue(tx, accountId, { now, zone })) {
      const { from, to } = duePeriod(due.every, now, zone);
      await tx`
        update report_digests set sent_through = ${to}, tried_at = ${now}
        where account_id = ${accountId} and user_id = ${due.userId}`;
      if (role && email && may(role, "reports.view")) claimed.push({ ...due, email, from, to });
    }
    return claimed;
  });

/** Rows that another sender has taken at this moment are left to it. */
const lockDue = (tx: SqlTx, accountId: AccountId, { now, zone }: { now: Date; zone: string }) => {
  const ends = (["day", "week", "month"] as const).map((every) => duePeriod(every, now, zone).to);
  return tx<Due[]>`
    select d.user_id as "userId", d.every, d.query, d.sent_through::text as "sentThrough", m.role, u.email, u.locale
    from report_digests d
      left join members m on m.account_id = d.account_id and m.user_id = d.user_id
      left join users u on u.id = m.user_id
    where d.account_id = ${accountId}
      and (d.sent_through is null
        or d.sent_through < case d.every when 'day' then ${ends[0] ?? null}::date when 'week' then ${ends[1] ?? null}::date
          else ${ends[2] ?? null}::date end)
      and (d.tried_at is null or d.tried_at <= ${new Date(now.getTime() - RETRY_MS)})
    order by d.user_id for update of d skip locked`;
};

/** It goes out later, unless the person has changed their mind meanwhile: surely nobody got it. */
export const giveBackDigest = (accountId: AccountId, digest: ClaimedDigest): Promise<unknown> =>
  withAccountSql(
    accountId,
    (tx) => tx`
      update report_digests set sent_through = ${digest.sentThrough}
      where account_id = ${accountId} and user_id = ${digest.userId} and every = ${digest.every}
        and sent_through = ${digest.to}`,
  );
