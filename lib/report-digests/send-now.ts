import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import { hasSystemMail, sendSystemMails } from "@/lib/mailer/send";
import { reportZone } from "@/lib/sends/filter";
import { contentOf } from "./content";
import { digestMail } from "./mail";
import { duePeriod } from "./period";
import { queryOf } from "./query";
import { loadAccount } from "./read-account";
import type { DigestWish } from "./schema";

type Asked = { userId: string; wish: DigestWish; now: Date };

/**
 * Mails a person the newest digest of what they chose, saved or not, and leaves the regular ones as they are. Throws
 * `conflict` where there is no mail server or nothing to tell, `unavailable` where the server did not take it.
 */
export async function sendDigestNow(
  accountId: AccountId,
  { userId, wish, now }: Asked,
): Promise<{ email: string }> {
  if (!hasSystemMail()) throw new AppError("conflict", "digest_mail_off");
  const { email, locale, zone } = await loadReader(accountId, userId);
  const query = queryOf(wish.sequence ? { sequence: wish.sequence } : {});
  const period = duePeriod(wish.every, now, zone);
  const content = await contentOf(accountId, { query, ...period }, now);
  if (!content) throw new AppError("conflict", "digest_empty");
  const digest = { ...period, query, userId, email, locale, every: wish.every };
  const account = await loadAccount(accountId);
  const [outcome] = await sendSystemMails([digestMail(digest, { content, account })]);
  if (outcome?.kind !== "sent") throw new AppError("unavailable", "digest_not_taken");
  return { email };
}

const loadReader = (accountId: AccountId, userId: string) =>
  withAccountSql(accountId, async (tx) => {
    const [reader] = await tx<{ email: string; locale: string | null }[]>`
      select email, locale from users where id = ${userId}`;
    if (!reader) throw new AppError("not_found");
    return { ...reader, zone: await reportZone(tx) };
  });
