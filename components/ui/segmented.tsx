"use client";

import { RadioGroup } from "radix-ui";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";

type Segment<Value extends string> = {
  value: Value;
  label: ReactNode;
  isDisabled?: boolean;
};

type SegmentedProps<Value extends string> = {
  /** What is chosen here; read aloud, and shown unless hidden. */
  label: ReactNode;
  isLabelHidden?: boolean;
  segments: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  isDisabled?: boolean;
  className?: string;
};

/** One of a few, all in sight: radio buttons drawn as the parts of one bar. */
export function Segmented<Value extends string>({
  label,
  isLabelHidden,
  segments,
  value,
  onChange,
  isDisabled,
  className,
}: SegmentedProps<Value>) {
  const id = useId();
  const choose = (chosen: string) => {
    const found = segments.find((segment) => segment.value === chosen);
    if (found) onChange(found.value);
  };
  return (
    <div className={cn("grid content-start justify-items-start gap-1.5", className)}>
      <span id={id} className={isLabelHidden ? "sr-only" : "font-medium text-sm"}>
        {label}
      </span>
      <RadioGroup.Root
        aria-labelledby={id}
        value={value}
        onValueChange={choose}
        disabled={isDisabled}
        orientation="horizontal"
        className="inline-flex max-w-full overflow-x-auto rounded-md border bg-muted p-px"
      >
        {segments.map((segment) => (
          <RadioGroup.Item
            key={segment.value}
            value={segment.value}
            disabled={segment.isDisabled}
            className="inline-flex h-7 shrink-0 items-center gap-1.5 rounded-[5px] border border-transparent px-2.5 text-muted-foreground text-sm transition-colors hover:text-foreground focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:opacity-50 data-[state=checked]:border-border data-[state=checked]:bg-surface data-[state=checked]:font-medium data-[state=checked]:text-foreground touch:h-10.5 touch:px-3.5 [&_svg]:size-4"
          >
            {segment.label}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
