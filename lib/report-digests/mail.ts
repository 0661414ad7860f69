import { env } from "@/lib/env";
import { isLocale, localeOfBrowser } from "@/lib/locale";
import { mailWords, oneLine } from "@/lib/mailer/words";
import type { Period } from "@/lib/reports/schema";
import type { ClaimedDigest } from "./claim";
import type { DigestContent } from "./content";
import { type FigureLine, figureLines, percent, type Words } from "./lines";
import { mailHtml } from "./mail-html";
import { filterOfQuery, queryOf } from "./query";
import type { DigestAccount } from "./read-account";

type Told = { content: DigestContent; account: DigestAccount };
/** How often and to whom it goes; what of the claim only matters to its keeper is left out. */
type Addressed = Omit<ClaimedDigest, "sentThrough">;

/** What a digest says, before it becomes a text or a page. */
export type DigestTold = {
  locale: string;
  title: string;
  intro: string;
  figures: (FigureLine & { link: string | null })[];
  sequencesTitle: string;
  sequences: { name: string; text: string; link: string }[];
  links: { text: string; link: string }[];
  why: string;
};

/** The mail in the reader's language, as text and as HTML that says the same. */
export function digestMail(digest: Addressed, told: Told) {
  const said = toldBy(digest, told);
  return { to: digest.email, subject: said.title, text: mailText(said), html: mailHtml(said) };
}

function toldBy(digest: Addressed, { content, account }: Told): DigestTold {
  const languages = { reader: digest.locale, account: account.locale };
  const locale = isLocale(digest.locale) ? digest.locale : localeOfBrowser(account.locale);
  const t = mailWords("digests", languages);
  const reports = mailWords("reports", languages);
  const words: Words = { t, metric: (name) => reports(`metrics.${name}.name`), locale };
  const home = `${env.appUrl}/${account.slug}`;
  const filter = filterOfQuery(digest.query);
  const { period, totals, before } = content.report;
  const behind = (more: Record<string, string>) =>
    queryOf({ ...filter, from: period.from, to: period.to, ...more });
  return {
    locale,
    title: oneLine(t(`title.${digest.every}`, { account: account.name, days: daysText(period, locale) })),
    intro: t("intro", { days: daysText(period, locale), before: daysText(before.period, locale) }),
    figures: figureLines(totals, before.totals, words).map((line) => ({
      ...line,
      link: line.list && `${home}/sends?${behind({ fact: line.list })}`,
    })),
    sequencesTitle: t("sequences"),
    sequences: content.sequences.map(({ label, counts, rates, filter: own }) => ({
      name: oneLine((label.by === "sequence" && label.name) || reports("labels.sequence")),
      text: t("sequence", {
        ...{ sent: counts.sent, replied: counts.replied, converted: counts.converted },
        share: rates.reply === null ? "–" : percent(rates.reply, locale),
      }),
      link: `${home}/reports?${behind(own)}`,
    })),
    links: [
      { text: t("report"), link: `${home}/reports?${behind({})}` },
      { text: t("attention"), link: `${home}/overview` },
    ],
    why: `${t("why", { account: account.name })} ${home}/settings/notifications`,
  };
}

function mailText({ title, intro, figures, sequencesTitle, sequences, links, why }: DigestTold): string {
  const lines = figures.map(
    ({ name, value, share, change }) => `- ${name}: ${value}${share ? `, ${share}` : ""} (${change})`,
  );
  const told = sequences.map(({ name, text, link }) => `- ${name}: ${text}\n  ${link}`);
  return [
    title,
    intro,
    lines.join("\n"),
    ...(told.length > 0 ? [`${sequencesTitle}\n${told.join("\n")}`] : []),
    links.map(({ text, link }) => `${text}: ${link}`).join("\n"),
    why,
  ].join("\n\n");
}

function daysText({ from, to }: Period, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const [first, last] = [new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)];
  return from === to ? format.format(first) : format.formatRange(first, last);
}
