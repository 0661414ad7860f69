import { useTranslations } from "next-intl";
import { LineChart } from "@/components/charts/line-chart";
import type { Report } from "@/lib/reports/schema";
import { CsvLink } from "./csv-link";
import { MetricLinks } from "./metric-links";
import { type Asked, tableHref } from "./report-address";
import { shownValue } from "./shown-value";
import { type Span, spansOf } from "./spans";
import { useNumbers } from "./use-numbers";

/** One metric day by day, with the days before as a ghost behind it. */
export function OverTime({ asked, report }: { asked: Asked; report: Report }) {
  const t = useTranslations("reports");
  const say = useNumbers();
  const metric = asked.view.metric ?? "sent";
  const isWhole = metric === "sent";
  const name = t(`metrics.${metric}.name`);
  const spans = spansOf(report.series);
  const before = spansOf(report.before.series);
  const value = (number: number | null) =>
    isWhole && number !== null ? say.count(number) : say.share(number);
  const values = spans.map(({ counts }) => shownValue(metric, counts));
  const most = Math.max(0, ...values.map((each) => each ?? 0));
  const peak = spans[values.indexOf(most)];
  const { from, to } = report.period;
  const days = { metric: name, from: say.date(from), to: say.date(to) };
  const rangeOf = (span: Span, day: (day: string) => string) =>
    span.from === span.to ? day(span.from) : t("period", { from: say.day(span.from), to: say.day(span.to) });
  return (
    <div className="grid grid-cols-1 gap-2">
      <LineChart
        title={name}
        isTitleHidden
        aside={<MetricLinks asked={asked} label={t("line.metric")} />}
        summary={
          peak && most > 0
            ? t("line.summary", {
                ...days,
                now: value(shownValue(metric, report.totals.counts)),
                before: value(shownValue(metric, report.before.totals.counts)),
                peak: rangeOf(peak, say.wholeDay),
                most: value(most),
              })
            : t("line.flat", days)
        }
        head={t(spans.length < report.series.length ? "line.weeks" : "line.day")}
        columns={spans.map((span) => ({
          key: span.from,
          label: say.day(span.from),
          name: rangeOf(span, say.wholeDay),
        }))}
        series={[
          { key: "now", name: t("line.now"), tone: "primary", values },
          {
            key: "before",
            name: t("line.before"),
            tone: "grey",
            isGhost: true,
            values: before.map(({ counts }) => shownValue(metric, counts)),
          },
        ]}
        isWhole={isWhole}
        tick={isWhole ? say.compact : say.share}
        say={value}
      />
      <CsvLink href={tableHref(asked, "day")}>{t("line.csv")}</CsvLink>
    </div>
  );
}
