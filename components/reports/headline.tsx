import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { METRICS, type Metric } from "@/lib/core/metrics";
import type { Report, Times } from "@/lib/reports/schema";
import { changeOfCounts, changeOfRates } from "./change";
import { ChangeWords } from "./change-words";
import { HeadlineFigure } from "./headline-figure";
import { HeadlineTimes } from "./headline-times";
import { type Asked, RATE_COLUMNS, sendsHref } from "./report-address";
import { useNumbers } from "./use-numbers";

/** The figures of the period, each with what it means, how it was before and the list behind it. */
export function Headline({ asked, report, times }: { asked: Asked; report: Report; times: Times }) {
  const t = useTranslations("reports");
  const say = useNumbers();
  const { totals, before, period } = report;
  const { from, to } = before.period;
  return (
    <Section
      title={t("headline.title")}
      description={`${say.range(period.from, period.to)}, ${t("compared", { days: say.range(from, to) })}.`}
    >
      <dl className="-mx-4 grid grid-cols-2 overflow-hidden border-y sm:grid-cols-3 md:mx-0 lg:grid-cols-4">
        <HeadlineFigure
          name={t("metrics.sent.name")}
          text={t("metrics.sent.text")}
          value={
            <Link className="link" href={sendsHref(asked, "sent")}>
              {say.count(totals.counts.sent)}
            </Link>
          }
          change={
            <ChangeWords
              change={changeOfCounts(totals.counts.sent, before.totals.counts.sent)}
              say={say.share}
              before={say.count(before.totals.counts.sent)}
            />
          }
        />
        {RATE_COLUMNS.map((metric) => (
          <RateFigure key={metric} metric={metric} asked={asked} report={report} />
        ))}
        <HeadlineTimes asked={asked} times={times} revenue={totals.revenue} />
      </dl>
    </Section>
  );
}

function RateFigure({ metric, asked, report }: { metric: Metric; asked: Asked; report: Report }) {
  const t = useTranslations("reports");
  const say = useNumbers();
  const { totals, before } = report;
  const { counts, outOf } = METRICS[metric];
  return (
    <HeadlineFigure
      name={t(`metrics.${metric}.name`)}
      text={t(`metrics.${metric}.text`)}
      value={say.share(totals.rates[metric])}
      detail={t.rich(outOf === "attempted" ? "ofAttempted" : "of", {
        part: () => (
          <Link className="link" href={sendsHref(asked, counts)}>
            {say.count(totals.counts[counts])}
          </Link>
        ),
        whole: say.count(totals.counts[outOf]),
      })}
      change={
        <ChangeWords
          change={changeOfRates(metric, totals, before.totals)}
          say={(points) =>
            t("change.points", { points: say.size(points), count: Math.round(points * 1000) / 10 })
          }
          before={say.share(before.totals.rates[metric])}
        />
      }
    />
  );
}
