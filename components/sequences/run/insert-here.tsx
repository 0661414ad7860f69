"use client";

import { Plus } from "lucide-react";

type InsertHereProps = { label: string; onInsert: () => void };

/**
 * Between two lines of the rail; comes up where the pointer is. It is no stop of the Tab key: by keyboard `a` does the
 * same at the line that has the focus.
 */
export function InsertHere({ label, onInsert }: InsertHereProps) {
  return (
    <div className="relative z-10 -my-2 h-4 w-7">
      <button
        type="button"
        tabIndex={-1}
        aria-label={label}
        title={label}
        onClick={onInsert}
        className="absolute inset-0 m-auto grid size-5 place-items-center rounded-full border bg-surface text-muted-foreground opacity-0 transition-opacity hover:border-primary hover:text-primary focus-visible:opacity-100 group-hover/steps:opacity-100 max-md:hidden"
      >
        <Plus aria-hidden className="size-3" />
      </button>
    </div>
  );
}
