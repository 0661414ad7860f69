import { useTranslations } from "next-intl";
import { HeatMap } from "@/components/charts/heat-map";
import { Link } from "@/components/ui/link";
import { ENOUGH, METRICS } from "@/lib/core/metrics";
import type { Heat, HeatCell } from "@/lib/reports/schema";
import { CsvLink } from "./csv-link";
import { MetricLinks } from "./metric-links";
import { type Asked, sendsHref, tableHref } from "./report-address";
import { shownValue } from "./shown-value";
import { NOTHING, useNumbers } from "./use-numbers";

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** One metric for each hour of the week in which messages went out. */
export function HourMap({ asked, heat }: { asked: Asked; heat: Heat }) {
  const t = useTranslations("reports");
  const say = useNumbers();
  const metric = asked.view.metric ?? "sent";
  const isCount = metric === "sent";
  const name = t(`metrics.${metric}.name`);
  const value = ({ counts }: HeatCell) => shownValue(metric, counts);
  const judged = heat.cells.filter((cell) => isCount || cell.isEnough);
  const peak = judged.reduce<HeatCell | undefined>(
    (best, cell) => ((value(cell) ?? 0) > (best ? (value(best) ?? 0) : 0) ? cell : best),
    undefined,
  );
  const shown = (cell: HeatCell) => {
    const number = value(cell);
    if (number === null || (isCount && number === 0)) return NOTHING;
    const { weekday, hour } = cell;
    const fact = isCount ? "sent" : METRICS[metric].counts;
    const link = (
      <Link className="link" href={sendsHref(asked, fact, { weekday, hour })}>
        {say.count(cell.counts[fact])}
      </Link>
    );
    if (isCount) return link;
    return (
      <p>{t.rich("heat.share", { share: say.share(number), count: () => link, sent: cell.counts.sent })}</p>
    );
  };
  return (
    <div className="grid grid-cols-1 gap-2">
      <HeatMap
        title={t("heat.title", { metric: name })}
        aside={<MetricLinks asked={asked} label={t("heat.metric")} />}
        summary={
          peak
            ? t("heat.summary", {
                metric: name,
                zone: heat.zone,
                peak: `${say.weekday(peak.weekday, "long")} ${HOURS[peak.hour]}`,
                most: isCount ? say.count(peak.counts.sent) : say.share(value(peak)),
              })
            : t("heat.nothing", { metric: name })
        }
        caption={name}
        head={t("heat.hour")}
        rows={WEEKDAYS.map((weekday) => say.weekday(weekday))}
        columns={HOURS}
        cells={WEEKDAYS.map((weekday) =>
          heat.cells
            .filter((cell) => cell.weekday === weekday)
            .map((cell) => ({
              value: value(cell),
              say: shown(cell),
              isFew: !isCount && cell.counts.sent > 0 && !cell.isEnough,
            })),
        )}
        note={!isCount && t("heat.few", { enough: ENOUGH })}
      />
      <CsvLink href={tableHref(asked, "hour")}>{t("heat.csv")}</CsvLink>
    </div>
  );
}
