import { cn } from "@/components/ui/cn";
import { type ChartTone, fills } from "./series";

type BarMarkProps = { share: number | null; tone?: ChartTone; className?: string };

/** A horizontal bar in a row whose number stands beside it; anything above zero can be seen. */
export function BarMark({ share, tone = "primary", className }: BarMarkProps) {
  const width = Math.min(1, Math.max(0, share ?? 0));
  return (
    <span aria-hidden className={cn("block h-2 rounded-xs bg-muted", className)}>
      {width > 0 && (
        <span
          className={cn("block h-full min-w-0.5 rounded-xs", fills[tone])}
          style={{ width: `${width * 100}%` }}
        />
      )}
    </span>
  );
}
