import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { TableHead } from "@/components/ui/table";
import { type Asked, type Sort, viewHref } from "./report-address";
import { usualOrder } from "./sorted-rows";

/** Stays in sight on a phone while the figures beside it are scrolled. */
export const LABEL_COLUMN = "max-md:sticky max-md:left-0 max-md:z-10 max-md:bg-background";

type SortHeadProps = {
  asked: Asked;
  sort: Sort;
  name: string;
  /** What stands there, where it is more than the name. */
  children?: ReactNode;
};

/** The head of a column by which the table can be sorted: a press sorts, another one turns the order. */
export function SortHead({ asked, sort, name, children = name }: SortHeadProps) {
  const t = useTranslations("reports.by");
  const isSorted = (asked.view.sort ?? "sent") === sort;
  const order = isSorted ? (asked.view.order ?? usualOrder(sort)) : null;
  const other = order === "asc" ? "desc" : "asc";
  const Arrow = order === "asc" ? ArrowUp : ArrowDown;
  return (
    <TableHead
      aria-sort={order === null ? undefined : order === "asc" ? "ascending" : "descending"}
      className={cn("pb-1.5 align-bottom", sort === "label" ? LABEL_COLUMN : "px-1.5 text-right")}
    >
      {/* The arrow may stand below a long word: eleven columns have to fit. */}
      <span className="whitespace-normal">
        {children}{" "}
        <Link
          href={viewHref(asked, { sort, order: order === null ? usualOrder(sort) : other })}
          scroll={false}
          aria-label={t("sort", { column: name })}
          className={cn(
            "relative inline-grid size-6 place-items-center rounded-sm align-middle after:absolute hover:bg-accent hover:text-foreground touch:after:-inset-2.5",
            sort !== "label" && "-mr-1.5",
          )}
        >
          <Arrow aria-hidden className={order === null ? "size-3 opacity-40" : "size-3 text-foreground"} />
        </Link>
      </span>
    </TableHead>
  );
}
