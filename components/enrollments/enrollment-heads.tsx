"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { COLUMNS, type ColumnName } from "./enrollment-columns";

/** In order by the instants that a column shows; the others have no order of their own. */
const SORT_OF: Partial<Record<ColumnName, "next" | "ended">> = { next: "next", state: "ended" };
const HEADS: ColumnName[] = ["contact", "sequence", "step", "state", "next", "last", "assignee"];

export type Order = {
  sort: string | null;
  order: string | null;
  onChange: (changes: { sort: string | null; order: string | null }) => void;
};

type EnrollmentHeadsProps = {
  order: Order;
  /** Undefined where the person may not act on runs. */
  ticked: boolean | "indeterminate" | undefined;
  onTick: (isTicked: boolean) => void;
  isReading: boolean;
};

/** The heads of the columns, which stay in sight; pressed, one puts the list in order, the other way round, and back. */
export function EnrollmentHeads({ order, ticked, onTick, isReading }: EnrollmentHeadsProps) {
  const t = useTranslations("enrollments");
  return (
    <thead className="sticky top-11 z-20 bg-background text-left text-muted-foreground text-xs max-md:top-12 max-md:block">
      <tr
        aria-rowindex={1}
        className="max-md:flex max-md:h-9 max-md:items-center max-md:gap-3 max-md:border-b max-md:px-4"
      >
        {ticked !== undefined && (
          <th scope="col" className={cn(headClasses, COLUMNS.tick)}>
            <Checkbox
              aria-label={t("selectAll")}
              disabled={isReading}
              checked={ticked}
              onCheckedChange={() => onTick(ticked !== true)}
              className="align-middle"
            />
          </th>
        )}
        {HEADS.map((column) => (
          <Head key={column} column={column} order={order} />
        ))}
      </tr>
    </thead>
  );
}

const headClasses =
  "h-8 truncate border-b px-2.5 font-normal first:pl-4 last:pr-4 md:first:pl-6 md:last:pr-6 max-md:h-auto max-md:border-0 max-md:px-0 max-md:w-auto max-md:first:pl-0 max-md:last:pr-0";

function Head({ column, order: { sort, order, onChange } }: { column: ColumnName; order: Order }) {
  const t = useTranslations("enrollments.columns");
  const own = SORT_OF[column];
  const isPhone = column === "contact" || own !== undefined;
  const classes = cn(
    headClasses,
    COLUMNS[column],
    !isPhone && "max-md:hidden",
    column === "contact" && "max-md:grow",
  );
  if (!own) {
    return (
      <th scope="col" className={classes}>
        {t(column)}
      </th>
    );
  }
  const isOwn = sort === own;
  const first = own === "next" ? "asc" : "desc";
  const current = isOwn ? (order ?? first) : null;
  const turn = () => {
    if (!isOwn) onChange({ sort: own, order: null });
    else if (current === first) onChange({ sort: own, order: first === "asc" ? "desc" : "asc" });
    else onChange({ sort: null, order: null });
  };
  const Arrow = current === "asc" ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={current === null ? "none" : current === "asc" ? "ascending" : "descending"}
      className={classes}
    >
      <button
        type="button"
        onClick={turn}
        className="group inline-flex items-center gap-1 rounded-sm hover:text-foreground touch:h-9"
      >
        {t(column)}
        <Arrow
          aria-hidden
          className={cn("size-3.5", current === null && "opacity-0 group-hover:opacity-50 max-md:opacity-50")}
        />
      </button>
    </th>
  );
}
