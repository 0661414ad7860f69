import { METRICS, type Metric } from "@/lib/core/metrics";
import { majorUnits } from "@/lib/core/money";
import type { Figures, Revenue } from "@/lib/reports/schema";

/** One figure of a digest: what it is now, what it was in the period before, and which way it went. */
export type FigureLine = {
  name: string;
  value: string;
  /** Of counted things their share of what was sent. */
  share: string | null;
  change: string;
  /** Behind the question mark of the list; null where there is none. */
  list: string | null;
};

export type Words = {
  /** Of the namespace `digests`. */
  t: (key: string, values?: Record<string, string | number>) => string;
  /** Of the namespace `reports.metrics`. */
  metric: (name: string) => string;
  locale: string;
};

const SHOWN: Metric[] = ["reply", "positive", "conversion", "optOut", "failure"];

/** The figures in the order in which a person looks at them: how much was sent, what came of it, what it brought. */
export function figureLines(now: Figures, before: Figures, words: Words): FigureLine[] {
  const { t, metric, locale } = words;
  const count = (value: number) => new Intl.NumberFormat(locale).format(value);
  const sent: FigureLine = {
    ...{ name: metric("sent"), value: count(now.counts.sent), share: null, list: "sent" },
    change: countChange(now.counts.sent, before.counts.sent, words),
  };
  const rates = SHOWN.map((name) => {
    const { counts } = METRICS[name];
    const rate = now.rates[name];
    return {
      ...{ name: t(`counts.${name}`), value: count(now.counts[counts]), list: counts },
      share: rate === null ? null : t(`of.${METRICS[name].outOf}`, { share: percent(rate, locale) }),
      change: rateChange(name, now, before, words),
    };
  });
  return [sent, ...rates, ...revenueLines(now.revenue, before.revenue, words)];
}

function revenueLines(now: Revenue[], before: Revenue[], words: Words): FigureLine[] {
  const currencies = [...new Set([...now, ...before].map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const [is, was] = [now, before].map((all) => all.find((one) => one.currency === currency)?.amount ?? 0);
    return {
      ...{ name: words.metric("revenue"), value: money(is ?? 0, currency, words.locale), share: null },
      ...{
        list: "converted",
        change: countChange(is ?? 0, was ?? 0, words, (value) => money(value, currency, words.locale)),
      },
    };
  });
}

/** The way is told by an arrow and by a word: not everybody sees the one, and not everybody hears the other. */
function countChange(
  now: number,
  before: number,
  { t, locale }: Words,
  shown?: (value: number) => string,
): string {
  const value = shown ?? ((one: number) => new Intl.NumberFormat(locale).format(one));
  if (now === before) return t("change.same");
  if (before === 0) return t("change.new");
  const change = percent(Math.abs(now - before) / before, locale);
  return t(now > before ? "change.up" : "change.down", { change, before: value(before) });
}

function rateChange(name: Metric, now: Figures, before: Figures, { t, locale }: Words): string {
  const [is, was] = [now.rates[name], before.rates[name]];
  if (is === null || was === null || !now.isEnough || !before.isEnough) return t("change.few");
  const points = Math.round(Math.abs(is - was) * 1_000) / 10;
  if (points === 0) return t("change.same");
  const change = t("change.points", { count: points, points: new Intl.NumberFormat(locale).format(points) });
  return t(is > was ? "change.up" : "change.down", { change, before: percent(was, locale) });
}

export const percent = (share: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(share);

const money = (minor: number, currency: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency }).format(majorUnits(minor, currency));
