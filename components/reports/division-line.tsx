import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { Skeleton } from "@/components/ui/skeleton";
import { TableCell, TableHead, TableRow } from "@/components/ui/table";
import { METRICS } from "@/lib/core/metrics";
import type { Spread } from "@/lib/reports/schema";
import type { ListedFact } from "@/lib/sends/schema";
import { type Asked, RATE_COLUMNS, sendsHref } from "./report-address";
import { LABEL_COLUMN } from "./sort-head";
import type { ShownRow } from "./sorted-rows";
import { NOTHING, useNumbers } from "./use-numbers";

type DivisionLineProps = { asked: Asked; row: ShownRow; label: string; hasRevenue: boolean };

/** One row: each count opens its list, each share stands beside the count that it is made of. */
export function DivisionLine({ asked, row, label, hasRevenue }: DivisionLineProps) {
  const t = useTranslations("reports");
  const say = useNumbers();
  const opened = (fact: ListedFact, count: number) =>
    count === 0 ? (
      <span className="text-muted-foreground">0</span>
    ) : (
      <Link className="link" href={sendsHref(asked, fact, row.filter)}>
        {say.count(count)}
      </Link>
    );
  return (
    <TableRow>
      <TableHead scope="row" className={cn("py-1.5 text-left text-foreground text-sm", LABEL_COLUMN)}>
        <span
          className="line-clamp-3 w-max max-w-32 whitespace-normal font-medium md:w-auto md:min-w-28 md:max-w-72"
          title={label}
        >
          {label}
        </span>
        {!row.isEnough && <span className="block text-muted-foreground text-xs">{t("by.few")}</span>}
      </TableHead>
      <TableCell className="px-1.5 text-right tabular-nums">{opened("sent", row.counts.sent)}</TableCell>
      {RATE_COLUMNS.map((metric) => (
        <TableCell key={metric} className="whitespace-nowrap px-1.5 text-right tabular-nums">
          <span className="block">{say.share(row.rates[metric])}</span>
          <span className="block text-xs">
            {opened(METRICS[metric].counts, row.counts[METRICS[metric].counts])}
          </span>
        </TableCell>
      ))}
      <TableCell className="min-w-22 whitespace-nowrap px-1.5 text-right tabular-nums">
        <Time spread={row.toReply} />
      </TableCell>
      <TableCell className="min-w-22 whitespace-nowrap px-1.5 text-right tabular-nums">
        <Time spread={row.toGoal} />
      </TableCell>
      {hasRevenue && (
        <TableCell className="whitespace-nowrap px-1.5 text-right tabular-nums">
          {row.revenue.length === 0
            ? NOTHING
            : row.revenue.map(({ currency, amount }) => (
                <Link key={currency} className="link block" href={sendsHref(asked, "converted", row.filter)}>
                  {say.money(amount, currency)}
                </Link>
              ))}
        </TableCell>
      )}
    </TableRow>
  );
}

/** The median, and below it within which time nine of ten came; a shape of that size until it is known. */
function Time({ spread }: { spread: Spread | undefined }) {
  const t = useTranslations("reports.by");
  const say = useNumbers();
  if (!spread) return <Skeleton className="ml-auto h-8 w-20" />;
  const { median, p90 } = spread;
  if (median === null || p90 === null) return <span className="text-muted-foreground">{NOTHING}</span>;
  return (
    <>
      <span className="block">{say.duration(median)}</span>
      <span className="block text-muted-foreground text-xs">{t("p90", { time: say.duration(p90) })}</span>
    </>
  );
}
