import { useId } from "react";
import { cn } from "@/components/ui/cn";
import { ChartFrame } from "./chart-frame";
import { type ChartProps, startText } from "./line-chart";
import { Plot } from "./plot";
import { niceScale } from "./scale";
import { fills } from "./series";
import { SeriesTable } from "./series-table";
import { ValueReader } from "./value-reader";

/** A bar for each column; several series stand on one another, the first one at the foot. */
export function BarChart({ tick, say, isWhole = true, ...props }: ChartProps) {
  const { title, columns, series, head } = props;
  const tableId = useId();
  const heights = columns.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const scale = niceScale(heights, isWhole);
  return (
    <ChartFrame
      {...props}
      legend={series}
      table={
        <SeriesTable id={tableId} caption={title} head={head} columns={columns} series={series} say={say} />
      }
    >
      <Plot scale={scale} columns={columns} tick={tick} isBanded>
        <ValueReader
          label={title}
          tableId={tableId}
          columns={columns.length}
          isBanded
          start={Math.max(0, columns.length - 1)}
          startText={startText(columns, series, say)}
        >
          <div aria-hidden className="flex h-44">
            {columns.map((column, at) => (
              <div key={column.key} className="h-full min-w-0 flex-1">
                <div className="mx-[12%] flex h-full flex-col-reverse gap-px">
                  {series.map((each) => (
                    <span
                      key={each.key}
                      className={cn("shrink-0 last:rounded-t-sm", fills[each.tone])}
                      style={{ height: `${((each.values[at] ?? 0) / scale.top) * 100}%` }}
                    />
                  ))}
                </div>
              </div>
            ))}
          </div>
        </ValueReader>
      </Plot>
    </ChartFrame>
  );
}
