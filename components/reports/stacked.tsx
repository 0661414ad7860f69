import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { TableCell, TableHead, TableRow } from "@/components/ui/table";

/** For a table whose rows are cards on a phone: each of their parts stands under what its column is called. */
export const STACKED_HEAD = "max-md:sr-only";
/** For what needs the width of a card. */
export const WHOLE_WIDTH = "max-md:col-span-2";

const CARD_CELL = "max-md:h-auto! max-md:p-0!";

export function StackedRow({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <TableRow className="max-md:grid max-md:grid-cols-2 max-md:gap-2 max-md:px-4 max-md:py-3">
      <TableHead
        scope="row"
        className={cn(
          "text-left text-foreground text-sm max-md:col-span-2 max-md:whitespace-normal max-md:font-medium md:max-w-60 md:truncate",
          CARD_CELL,
        )}
      >
        {name}
      </TableHead>
      {children}
    </TableRow>
  );
}

type StackedCellProps = { column: string; className?: string; children: ReactNode };

export function StackedCell({ column, className, children }: StackedCellProps) {
  return (
    <TableCell className={cn(CARD_CELL, className)}>
      <span aria-hidden className="block text-muted-foreground text-xs md:hidden">
        {column}
      </span>
      {children}
    </TableCell>
  );
}
