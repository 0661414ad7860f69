import Link from "next/link";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { type Asked, SHOWN_METRICS, viewHref } from "./report-address";

/** Which metric the drawings show; links, so that the address holds it. */
export function MetricLinks({ asked, label }: { asked: Asked; label: string }) {
  const t = useTranslations("reports.metrics");
  const current = asked.view.metric ?? "sent";
  return (
    <nav
      aria-label={label}
      className="flex max-w-full gap-px overflow-x-auto rounded-md border bg-muted p-px"
    >
      {SHOWN_METRICS.map((metric) => {
        const isCurrent = metric === current;
        return (
          <Link
            key={metric}
            href={viewHref(asked, { metric })}
            scroll={false}
            aria-current={isCurrent ? "true" : undefined}
            className={cn(
              "inline-flex h-7 shrink-0 items-center rounded-[5px] border border-transparent px-2.5 text-muted-foreground text-sm transition-colors hover:text-foreground focus-visible:outline-offset-0 touch:h-10.5",
              isCurrent && "border-border bg-surface font-medium text-foreground",
            )}
          >
            {t(`${metric}.name`)}
          </Link>
        );
      })}
    </nav>
  );
}
