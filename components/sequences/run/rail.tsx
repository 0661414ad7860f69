import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type RailProps = { isFirst?: boolean; isLast?: boolean; children: ReactNode };

/** The line of time that the parts of a run hang on. */
export function Rail({ isFirst, isLast, children }: RailProps) {
  return (
    <div className="relative flex w-7 shrink-0 justify-center self-stretch">
      <span
        aria-hidden
        className={cn("absolute w-px bg-border", isFirst ? "top-5" : "top-0", isLast ? "h-5" : "bottom-0")}
      />
      <span className="relative mt-2 grid size-6 place-items-center">{children}</span>
    </div>
  );
}

/** The button of a line: one click selects, and one line at a time is on the way of the Tab key. */
export const lineClasses = (isSelected: boolean) =>
  cn(
    "grid min-w-0 flex-1 gap-0.5 rounded-md px-2.5 py-2 text-left transition-colors",
    isSelected ? "bg-primary-soft" : "hover:bg-accent",
  );

/** Finds the button of a part again, to give it the focus. */
export const lineId = (part: string): string => `line-${part}`;
