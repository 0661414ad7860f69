import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** A step's number on the rail. With what dragging needs it is a button to drag the step by. */
export function Grip({ className, ...props }: ComponentProps<"button">) {
  return (
    <button
      type="button"
      className={cn(
        "grid size-6 touch-none place-items-center rounded-full border bg-surface font-medium text-xs hover:border-primary hover:text-primary enabled:cursor-grab enabled:active:cursor-grabbing",
        className,
      )}
      {...props}
    />
  );
}
