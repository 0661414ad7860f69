import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { labelled, placeOf, type Scale } from "./scale";
import type { ChartColumn } from "./series";

type PlotProps = {
  scale: Scale;
  columns: readonly ChartColumn[];
  tick: (value: number) => string;
  isBanded?: boolean;
  children: ReactNode;
};

/** So many labels fit under the axis of a wide screen; a phone shows every second one. */
const ROOM = 8;

/** The axes around a drawing: lines at round values, and names under the columns. All of it keeps its size at any width. */
export function Plot({ scale, columns, tick, isBanded = false, children }: PlotProps) {
  return (
    <div className="grid grid-cols-[2.75rem_minmax(0,1fr)] pt-2 text-2xs text-muted-foreground">
      <div aria-hidden className="relative">
        {scale.ticks.map((value) => (
          <span
            key={value}
            className="-translate-y-1/2 absolute right-2"
            style={{ top: `${100 - (value / scale.top) * 100}%` }}
          >
            {tick(value)}
          </span>
        ))}
      </div>
      <div className="relative">
        {scale.ticks.map((value) => (
          <span
            key={value}
            aria-hidden
            className={cn("absolute inset-x-0 border-t", value === 0 && "border-line")}
            style={{ top: `${100 - (value / scale.top) * 100}%` }}
          />
        ))}
        {children}
      </div>
      <div aria-hidden className="relative col-start-2 h-6">
        {labelled(columns.length, ROOM).map((index, at) => (
          <span
            key={columns[index]?.key}
            className={cn("absolute top-1.5 whitespace-nowrap", at % 2 === 1 && "max-sm:hidden")}
            style={labelPlace(placeOf(index, columns.length, isBanded))}
          >
            {columns[index]?.label}
          </span>
        ))}
      </div>
    </div>
  );
}

/** In the middle under its column, but never beyond the right edge; at the left the axis has room for it. */
const labelPlace = (x: number) => ({
  left: `${x * 100}%`,
  transform: `translateX(-${x > 0.97 ? 100 : 50}%)`,
});
