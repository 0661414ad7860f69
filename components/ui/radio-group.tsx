"use client";

import { RadioGroup as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export function RadioGroup({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root className={cn("grid gap-2.5", className)} {...props} />;
}

/** The button alone; `Field isInline` gives it its label. */
export function RadioGroupItem({ className, ...props }: ComponentProps<typeof Primitive.Item>) {
  return (
    <Primitive.Item
      className={cn(
        "relative grid size-4 shrink-0 place-items-center rounded-full border border-input bg-surface transition-colors after:absolute after:-inset-1.5 touch:after:-inset-3.5 hover:border-muted-foreground disabled:cursor-not-allowed disabled:opacity-50 data-[state=checked]:border-primary data-[state=checked]:bg-primary",
        className,
      )}
      {...props}
    >
      <Primitive.Indicator className="size-1.5 rounded-full bg-primary-foreground" />
    </Primitive.Item>
  );
}
