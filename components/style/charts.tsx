import { useFormatter, useTranslations } from "next-intl";
import { BarChart } from "@/components/charts/bar-chart";
import { BarMark } from "@/components/charts/bar-mark";
import { HeatMap } from "@/components/charts/heat-map";
import { IntervalMark } from "@/components/charts/interval-mark";
import { LineChart } from "@/components/charts/line-chart";
import { SparkLine } from "@/components/charts/spark-line";
import { ShownRow } from "./shown";

const NOW = [12, 18, 9, 22, 31, 4, 2, 15, 24, null, 28, 36, 7, 3];
const BEFORE = [10, 11, 14, 12, 20, 3, 1, 12, 15, 19, 21, 18, 4, 2];
const FAILED = NOW.map((value, at) => (value === null ? 0 : at % 4));
/** A Monday. */
const FIRST_DAY = Date.UTC(2026, 2, 2);
const DAY_MS = 86_400_000;

/** Every drawing, with values of its own. */
export function Charts() {
  const t = useTranslations("style.charts");
  const format = useFormatter();
  const columns = NOW.map((_, at) => {
    const day = new Date(FIRST_DAY + at * DAY_MS);
    return {
      key: String(at),
      label: format.dateTime(day, { day: "numeric", month: "short" }),
      name: format.dateTime(day, { weekday: "short", day: "numeric", month: "short" }),
    };
  });
  const words = {
    head: t("day"),
    columns,
    tick: (value: number) => format.number(value),
    say: (value: number | null) => (value === null ? "–" : format.number(value)),
  };
  const rows = columns.slice(0, 7).map(({ name }) => name.split(/[ ,]/)[0] ?? name);
  const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);
  const cells = rows.map((_, row) =>
    hours.map((_hour, hour) => {
      const value = row > 4 || hour < 8 || hour > 19 ? 0 : (row * 7 + hour * 5) % 37;
      return { value, say: format.number(value), isFew: row === 2 && hour === 9 };
    }),
  );
  return (
    <div className="grid gap-8">
      <LineChart
        {...words}
        title={t("line")}
        summary={t("summary")}
        series={[
          { key: "now", name: t("now"), tone: "primary", values: NOW },
          { key: "before", name: t("before"), tone: "grey", isGhost: true, values: BEFORE },
        ]}
      />
      <BarChart
        {...words}
        title={t("bars")}
        summary={t("summary")}
        series={[
          { key: "sent", name: t("sent"), tone: "primary", values: NOW },
          { key: "failed", name: t("failed"), tone: "red", values: FAILED },
        ]}
      />
      <HeatMap
        title={t("heat")}
        summary={t("summary")}
        caption={t("sent")}
        head={t("hour")}
        rows={rows}
        columns={hours}
        cells={cells}
      />
      <ShownRow title={t("marks")}>
        <div className="grid w-64 gap-3">
          <SparkLine values={BEFORE} text={t("summary")} />
          <BarMark share={0.62} />
          <BarMark share={0.2} tone="amber" />
          <IntervalMark estimate={0.04} low={0.012} high={0.068} from={-0.05} to={0.1} />
          <IntervalMark estimate={0.01} low={-0.03} high={0.05} from={-0.05} to={0.1} />
        </div>
      </ShownRow>
    </div>
  );
}
