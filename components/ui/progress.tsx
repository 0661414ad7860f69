"use client";

import { Progress as Primitive } from "radix-ui";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";

type ProgressProps = {
  /** What is under way; read aloud, and shown unless hidden. */
  label: ReactNode;
  isLabelHidden?: boolean;
  /** How much of `max` is done; null while nobody can say. */
  value: number | null;
  max?: number;
  /** How far it is in words, "1,200 of 10,000"; the percentage when absent. */
  text?: string;
  className?: string;
};

export function Progress({ label, isLabelHidden, value, max = 100, text, className }: ProgressProps) {
  const id = useId();
  const share = value === null ? null : max > 0 ? Math.min(1, Math.max(0, value / max)) : 1;
  const said = text ?? (share === null ? "" : `${Math.round(share * 100)} %`);
  return (
    <div className={cn("grid gap-1.5", className)}>
      <div className={cn("flex items-baseline justify-between gap-3", isLabelHidden && "sr-only")}>
        <span id={id}>{label}</span>
        <span className="text-muted-foreground text-xs">{said}</span>
      </div>
      <Primitive.Root
        aria-labelledby={id}
        value={share === null ? null : Math.round(share * 100)}
        getValueLabel={() => said}
        className="h-1.5 overflow-hidden rounded-full bg-accent"
      >
        <Primitive.Indicator
          className={cn(
            "h-full rounded-full bg-primary transition-[width] duration-300",
            share === null && "w-1/3 animate-slide",
          )}
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </Primitive.Root>
    </div>
  );
}
