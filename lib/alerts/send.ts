import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { hasSystemMail, sendSystemMails } from "@/lib/mailer/send";
import { mailWords, oneLine } from "@/lib/mailer/words";
import { type AlertRow, columns, shownAlert } from "./data";
import { type AlertShown, alertSentence } from "./words";

/** However much happens, an account gets no more than one mail in so long. */
const QUIET_MINUTES = 10;

type Sending = { kind: "nothing" | "no_mail" | "sent" | "unknown" } | { kind: "later"; at: string };

type Reader = { email: string; locale: string | null };
type Claimed = {
  alerts: AlertShown[];
  readers: Reader[];
  account: { name: string; slug: string; locale: string };
};

/**
 * Mails what is open and was not mailed yet to the administrators and managers of an account, each in their language.
 * Claimed before it is sent, so that no alert is mailed twice; given back, and thrown, where surely nobody got it.
 */
export async function sendAlerts(accountId: AccountId, now = new Date()): Promise<Sending> {
  if (!hasSystemMail()) return { kind: "no_mail" };
  const claimed = await claim(accountId, now);
  if ("kind" in claimed) return claimed;
  const { readers } = claimed;
  if (readers.length === 0) return { kind: "nothing" };
  const outcomes = await sendSystemMails(readers.map((reader) => mailFor(reader, claimed)));
  const failures = outcomes.flatMap((one) => (one.kind === "sent" ? [] : [one]));
  if (failures.length > 0) log.error({ accountId, failures }, "alerts could not be mailed to everybody");
  if (outcomes.some(({ kind }) => kind === "sent")) return { kind: "sent" };
  if (failures.some(({ kind }) => kind === "unknown")) return { kind: "unknown" };
  await giveBack(accountId, now);
  throw new Error(`The alerts could not be mailed: ${failures[0]?.detail}`);
}

const claim = (accountId: AccountId, now: Date): Promise<Claimed | Sending> =>
  withAccountSql(accountId, async (tx) => {
    const [last] = await tx<{ at: Date | null }[]>`select max(emailed_at) as at from alerts`;
    const free = last?.at && new Date(last.at.getTime() + QUIET_MINUTES * 60_000);
    const rows = await tx<AlertRow[]>`
      update alerts set emailed_at = ${now}
      where emailed_at is null and resolved_at is null and ${!free || free <= now} returning ${columns(tx)}`;
    if (rows.length === 0) {
      const [waiting] = await tx`select from alerts where emailed_at is null and resolved_at is null limit 1`;
      return waiting && free ? { kind: "later", at: free.toISOString() } : { kind: "nothing" };
    }
    const [[account], readers] = await Promise.all([
      tx<Claimed["account"][]>`
        select a.name, a.slug, s.settings->>'locale' as locale
        from module_settings s join accounts a on a.id = s.account_id`,
      tx<Reader[]>`
        select u.email, u.locale from members m join users u on u.id = m.user_id
        where m.role in ('administrator', 'manager') order by u.email`,
    ]);
    const alerts = rows.map(shownAlert).sort((a, b) => Number(b.isBad) - Number(a.isBad));
    return { alerts, readers, account: account ?? { name: "", slug: "", locale: "en" } };
  });

const giveBack = (accountId: AccountId, now: Date) =>
  withAccountSql(accountId, (tx) => tx`update alerts set emailed_at = null where emailed_at = ${now}`);

function mailFor({ email, locale }: Reader, { alerts, account }: Claimed) {
  const t = mailWords("alerts", { reader: locale, account: account.locale });
  const lines = alerts.map((alert) => `- ${alertSentence(t, alert)}`);
  const address = `${env.appUrl}/${account.slug}/alerts`;
  const values = { account: account.name, count: alerts.length };
  return {
    to: email,
    subject: oneLine(t("mail.subject", values)),
    text: [
      t("mail.intro", values),
      lines.join("\n"),
      `${t("mail.open")} ${address}`,
      t("mail.why", values),
    ].join("\n\n"),
  };
}
