"use client";

import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

type GroupProps = {
  title: ReactNode;
  /** What is set, in a few words; read while the group is closed. */
  summary?: ReactNode;
  /** Whether it begins open. */
  isOpen?: boolean;
  children: ReactNode;
};

/** A part of the panel that folds. Its fields stay in the page, so that a finding can open it and jump there. */
export function Group({ title, summary, isOpen = false, children }: GroupProps) {
  return (
    <details open={isOpen} className="group/fold border-b last:border-b-0">
      <summary className="-mx-2 flex min-h-10 list-none items-center gap-2 rounded-md px-2 hover:bg-accent touch:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-3.5 shrink-0 text-muted-foreground transition-transform group-open/fold:rotate-90"
        />
        <h3 className="shrink-0 font-medium">{title}</h3>
        {summary && (
          <span className="min-w-0 flex-1 truncate text-right text-muted-foreground text-xs group-open/fold:invisible">
            {summary}
          </span>
        )}
      </summary>
      <div className="grid grid-cols-1 gap-4 pt-1.5 pb-5">{children}</div>
    </details>
  );
}
