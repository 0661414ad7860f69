import type { ComponentProps } from "react";
import { cn } from "./cn";

export const inputClasses =
  "w-full min-w-0 rounded-md border border-input bg-surface px-2.5 text-sm transition-colors placeholder:text-muted-foreground hover:border-muted-foreground focus-visible:border-ring focus-visible:outline-1 focus-visible:outline-offset-0 [&[readonly]]:bg-muted disabled:cursor-not-allowed disabled:bg-muted disabled:opacity-60 aria-invalid:border-red aria-invalid:outline-red";

export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return <input type={type} className={cn(inputClasses, "h-8 touch:h-11", className)} {...props} />;
}
