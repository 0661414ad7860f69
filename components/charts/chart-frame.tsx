import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";
import { type ChartSeries, fills } from "./series";

type ChartFrameProps = {
  title: string;
  isTitleHidden?: boolean;
  /** What the picture shows, in one or two sentences, for whoever does not see it. */
  summary: string;
  legend?: readonly Pick<ChartSeries, "key" | "name" | "tone" | "isGhost">[];
  /** Stands at the right of the title. */
  aside?: ReactNode;
  /** The same in numbers. */
  table: ReactNode;
  className?: string;
  children: ReactNode;
};

/** What every chart has: a title, a summary in words, a legend, and the table behind it. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, isTitleHidden, summary, legend = [], aside, table, className, children } = props;
  const id = useId();
  return (
    <figure
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-summary`}
      className={cn("grid grid-cols-1 gap-2", className)}
    >
      <figcaption className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span id={`${id}-title`} className={isTitleHidden ? "sr-only" : "font-medium"}>
          {title}
        </span>
        {aside}
      </figcaption>
      <p id={`${id}-summary`} className="sr-only">
        {summary}
      </p>
      {children}
      {legend.length > 1 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-xs">
          {legend.map((series) => (
            <li key={series.key} className="flex items-center gap-1.5">
              <Swatch series={series} />
              {series.name}
            </li>
          ))}
        </ul>
      )}
      {table}
    </figure>
  );
}

function Swatch({ series: { tone, isGhost } }: { series: Pick<ChartSeries, "tone" | "isGhost"> }) {
  return isGhost ? (
    <span aria-hidden className="w-3.5 border-grey border-t-2 border-dashed" />
  ) : (
    <span aria-hidden className={cn("size-2 rounded-full", fills[tone])} />
  );
}
