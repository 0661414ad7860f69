import type { ComponentProps } from "react";
import { cn } from "./cn";
import { softClasses, type Tone } from "./tones";

/** For what looks like a badge and is something else. */
export const badgeClasses = (tone: Tone): string =>
  cn(
    "inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-sm px-1.5 font-medium text-xs",
    softClasses[tone],
  );

export function Badge({ tone = "grey", className, ...props }: ComponentProps<"span"> & { tone?: Tone }) {
  return <span className={cn(badgeClasses(tone), className)} {...props} />;
}
