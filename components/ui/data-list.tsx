import type { ReactNode } from "react";
import { cn } from "./cn";

export type DataListItem = { term: ReactNode; value: ReactNode };

/** Names and their values, one pair a line; on phones the value stands below its name. */
export function DataList({ items, className }: { items: DataListItem[]; className?: string }) {
  return (
    <dl className={cn("grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(8rem,auto)_1fr]", className)}>
      {items.map(({ term, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pairs are fixed for a page and never reordered
        <div key={index} className="grid gap-x-6 sm:col-span-2 sm:grid-cols-subgrid">
          <dt className="text-muted-foreground">{term}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
