import { env } from "@/lib/env";
import { mailWords, oneLine } from "@/lib/mailer/words";
import type { ClaimedMail } from "./claim-mails";
import { notificationPath, notificationSentence } from "./words";

/** A mail stays readable; the rest stands in the app. */
const MOST_LINES = 25;

type Account = { name: string; slug: string; locale: string };

/** The mail in the reader's language: a sentence and its link for each, the newest first. */
export function notificationMail({ email, locale, notifications }: ClaimedMail, account: Account, now: Date) {
  const t = mailWords("notifications", { reader: locale, account: account.locale });
  const home = `${env.appUrl}/${account.slug}`;
  const newestFirst = [...notifications].reverse();
  const lines = newestFirst
    .slice(0, MOST_LINES)
    .map((one) => `- ${oneLine(notificationSentence(t, one, now))}\n  ${home}/${notificationPath(one)}`);
  const [only] = newestFirst.length === 1 ? newestFirst : [];
  const left = newestFirst.length - lines.length;
  const values = { account: account.name, count: newestFirst.length };
  return {
    to: email,
    subject: oneLine(
      only ? `${account.name}: ${notificationSentence(t, only, now)}` : t("mail.subject", values),
    ),
    text: [
      t("mail.intro", values),
      lines.join("\n"),
      ...(left > 0 ? [t("mail.more", { count: left })] : []),
      `${t("mail.all")} ${home}/notifications`,
      `${t("mail.why", values)} ${home}/settings/notifications`,
    ].join("\n\n"),
  };
}
