import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";
import { ChartFrame } from "./chart-frame";
import { linesOf } from "./lines";
import { Plot } from "./plot";
import { niceScale } from "./scale";
import { type ChartColumn, type ChartSeries, strokes } from "./series";
import { SeriesTable } from "./series-table";
import { ValueReader } from "./value-reader";

export type ChartProps = {
  title: string;
  isTitleHidden?: boolean;
  summary: string;
  /** What the columns are: "Day". */
  head: string;
  columns: readonly ChartColumn[];
  series: readonly ChartSeries[];
  /** A value of the axis. */
  tick: (value: number) => string;
  /** A value in the table and beside the pointer. */
  say: (value: number | null, series: ChartSeries, column: ChartColumn) => string;
  isWhole?: boolean;
  aside?: ReactNode;
  className?: string;
};

/** Values over time. Where there is no value the line has a gap. */
export function LineChart({ tick, say, isWhole = true, ...props }: ChartProps) {
  const { title, columns, series, head } = props;
  const tableId = useId();
  const scale = niceScale(
    series.flatMap(({ values }) => values),
    isWhole,
  );
  const start = Math.max(0, columns.length - 1);
  return (
    <ChartFrame
      {...props}
      legend={series}
      table={
        <SeriesTable id={tableId} caption={title} head={head} columns={columns} series={series} say={say} />
      }
    >
      <Plot scale={scale} columns={columns} tick={tick}>
        <ValueReader
          label={title}
          tableId={tableId}
          columns={columns.length}
          start={start}
          startText={startText(columns, series, say)}
        >
          <svg
            aria-hidden
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="block h-44 w-full overflow-visible"
          >
            {/* The ghost first: what is asked about stands in front. */}
            {series
              .toSorted((a, b) => Number(b.isGhost ?? false) - Number(a.isGhost ?? false))
              .map((each) => (
                <path
                  key={each.key}
                  d={linesOf(each.values, scale.top)}
                  fill="none"
                  vectorEffect="non-scaling-stroke"
                  strokeWidth={each.isGhost ? 1.5 : 2}
                  strokeDasharray={each.isGhost ? "4 3" : undefined}
                  strokeLinecap="round"
                  strokeLinejoin="round"
                  className={cn(each.isGhost ? "stroke-grey" : strokes[each.tone])}
                />
              ))}
          </svg>
        </ValueReader>
      </Plot>
    </ChartFrame>
  );
}

/** What the last column says, as its row of the table does. */
export function startText(
  columns: ChartProps["columns"],
  series: ChartProps["series"],
  say: ChartProps["say"],
): string {
  const column = columns.at(-1);
  if (!column) return "";
  const values = series.map((each) => `${each.name} ${say(each.values.at(-1) ?? null, each, column)}`);
  return `${column.name}: ${values.join(", ")}`;
}
