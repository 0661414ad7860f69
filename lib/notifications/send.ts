import { withAccountSql } from "@/db/client";
import { emit } from "@/db/outbox";
import { notificationsDueOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";
import { eachAccount } from "@/lib/engine/each-account";
import { log } from "@/lib/log";
import { hasSystemMail, sendSystemMails } from "@/lib/mailer/send";
import { claimMails, giveBackMail, QUIET_MS } from "./claim-mails";
import { notificationMail } from "./mail-text";

type Sent = { sent: number; unknown: number; givenBack: number };

/**
 * Mails what is due to the people of an account, at most one mail to each. Claimed before it is sent, so that nothing is
 * mailed twice; given back to be tried later where surely nobody got it.
 */
export async function sendNotifications(accountId: AccountId, now = new Date()): Promise<Sent> {
  const done: Sent = { sent: 0, unknown: 0, givenBack: 0 };
  if (!hasSystemMail()) return done;
  const mails = await claimMails(accountId, now);
  if (mails.length === 0) return done;
  const account = await loadAccount(accountId);
  const outcomes = await sendSystemMails(mails.map((mail) => notificationMail(mail, account, now)));
  for (const [index, mail] of mails.entries()) {
    const outcome = outcomes[index];
    if (outcome?.kind === "sent") done.sent += 1;
    else {
      log.error({ accountId, userId: mail.userId, outcome }, "notifications could not be mailed");
      if (outcome?.kind === "unknown") done.unknown += 1;
      else {
        done.givenBack += 1;
        await giveBackMail(accountId, mail, now);
      }
    }
  }
  return done;
}

async function loadAccount(accountId: AccountId) {
  const [row] = await withAccountSql(
    accountId,
    (tx) => tx<{ name: string; slug: string; locale: string }[]>`
      select a.name, a.slug, coalesce(s.settings->>'locale', 'en') as locale
      from accounts a left join module_settings s on s.account_id = a.id where a.id = ${accountId}`,
  );
  return row ?? { name: "", slug: "", locale: "en" };
}

/** Has the mails of every account sent whose hour has come or that were left. Answers how many accounts have some. */
export async function findDueMails(now: Date): Promise<number> {
  if (!hasSystemMail()) return 0;
  const { done } = await eachAccount({ mails: (accountId) => tellDue(accountId, now) });
  return done.mails;
}

const tellDue = (accountId: AccountId, now: Date): Promise<number> =>
  withAccountSql(accountId, async (tx) => {
    const [due] = await tx`
      select from notifications n
      where n.account_id = ${accountId} and n.mail_at <= ${now} and not exists (
        select from notifications o where o.account_id = n.account_id and o.user_id = n.user_id
          and o.mailed_at > ${new Date(now.getTime() - QUIET_MS)})
      limit 1`;
    if (!due) return 0;
    await emit(tx, [notificationsDueOf({ accountId }, now)]);
    return 1;
  });
