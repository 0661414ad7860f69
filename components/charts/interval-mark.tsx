import { cn } from "@/components/ui/cn";

type IntervalMarkProps = {
  estimate: number;
  low: number;
  high: number;
  /** The edges of the drawing, the same for all that stand below each other. */
  from: number;
  to: number;
  className?: string;
};

/** A dot for the estimate and a line for its interval; zero has a line of its own. The words stand beside it. */
export function IntervalMark({ estimate, low, high, from, to, className }: IntervalMarkProps) {
  const place = (value: number) => `${Math.min(1, Math.max(0, (value - from) / (to - from || 1))) * 100}%`;
  return (
    <span aria-hidden className={cn("relative block h-5 min-w-24", className)}>
      <span className="absolute inset-x-0 top-1/2 border-t" />
      {from < 0 && to > 0 && (
        <span
          className="absolute inset-y-0.5 border-muted-foreground border-l border-dashed"
          style={{ left: place(0) }}
        />
      )}
      <span
        className="-translate-y-1/2 absolute top-1/2 h-0.5 bg-primary"
        style={{ left: place(low), right: `calc(100% - ${place(high)})` }}
      />
      {[low, high].map((end, at) => (
        <span
          key={at === 0 ? "low" : "high"}
          className="-translate-y-1/2 absolute top-1/2 h-2.5 w-0.5 bg-primary"
          style={{ left: place(end) }}
        />
      ))}
      <span
        className="-translate-x-1/2 -translate-y-1/2 absolute top-1/2 size-2.5 rounded-full border-2 border-background bg-primary"
        style={{ left: place(estimate) }}
      />
    </span>
  );
}
