import { cn } from "@/components/ui/cn";

/** The columns, and where each stands on the card that a row is on a phone. */
export const COLUMNS = {
  tick: "md:w-10 pr-0 max-md:col-start-1 max-md:row-span-3 max-md:pt-0.5",
  contact: "md:w-[14%] max-md:col-start-2",
  sequence: "md:w-[17%] max-md:col-start-2 max-md:row-start-2 max-md:text-muted-foreground",
  step: "md:w-22 max-md:col-start-3 max-md:row-start-2 max-md:text-right max-md:text-muted-foreground",
  state: "md:w-[21%] max-md:col-start-3 max-md:row-start-1 max-md:text-right",
  next: "md:w-[19%] max-md:col-span-2 max-md:col-start-2 max-md:row-start-3",
  last: "md:w-[15.5%] max-lg:hidden",
  assignee: "md:w-[12%] max-xl:hidden",
} as const;
export type ColumnName = keyof typeof COLUMNS;

export const cellOf = (column: ColumnName) =>
  cn(
    "truncate border-b px-2.5 py-0 first:pl-4 last:pr-4 md:first:pl-6 md:last:pr-6",
    "max-md:border-0 max-md:px-0 max-md:first:pl-0 max-md:last:pr-0 md:h-10 md:touch:h-12",
    COLUMNS[column],
  );

/** The same height for all rows, so that a place in the list is a place on the page. */
export const rowClasses =
  "relative outline-none transition-colors hover:bg-muted data-[at=true]:bg-muted data-[state=selected]:bg-primary-soft max-md:grid max-md:h-22 max-md:grid-cols-[auto_minmax(0,1fr)_auto] max-md:content-center max-md:gap-x-3 max-md:gap-y-0.5 max-md:border-b max-md:px-4";
