import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Search and filters above a list. On phones two stand side by side; a search box takes the line. */
export function Toolbar({ className, ...props }: ComponentProps<"search">) {
  return (
    <search
      className={cn(
        "grid grid-cols-2 gap-2 px-4 pb-3 sm:flex sm:flex-wrap sm:items-center md:px-6 [&>*]:max-sm:w-full",
        className,
      )}
      {...props}
    />
  );
}
