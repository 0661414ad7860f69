"use client";

import { Switch as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export function Switch({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      className={cn(
        "relative inline-flex h-4.5 w-8 shrink-0 items-center rounded-full border border-transparent bg-grey transition-colors after:absolute after:-inset-1 hover:bg-muted-foreground touch:after:-inset-x-2 touch:after:-inset-y-3.5 disabled:cursor-not-allowed disabled:opacity-50 data-[state=checked]:bg-primary data-[state=checked]:hover:bg-primary-hover",
        className,
      )}
      {...props}
    >
      <Primitive.Thumb className="block size-3.5 translate-x-px rounded-full bg-surface transition-transform data-[state=checked]:translate-x-[15px]" />
    </Primitive.Root>
  );
}
