import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { tabActiveClasses, tabClasses } from "@/components/ui/tab-classes";
import { SEQUENCE_STATUSES } from "@/lib/core/model";
import type { ListFilter } from "@/lib/sequences/schema";
import { queryOf } from "./list-address";

/** Links, so that the address holds the filter. */
export function StateFilter({ account, filter }: { account: string; filter: ListFilter }) {
  const t = useTranslations();
  const choices = ["current", ...SEQUENCE_STATUSES] as const;
  return (
    <nav aria-label={t("sequences.filter.label")} className="flex min-w-0 gap-4 overflow-x-auto">
      {choices.map((status) => {
        const isChosen = status === filter.status;
        return (
          <Link
            key={status}
            href={`/${account}/sequences${queryOf({ ...filter, status })}`}
            aria-current={isChosen ? "page" : undefined}
            className={cn(tabClasses, isChosen && tabActiveClasses)}
          >
            {status === "current" ? t("sequences.filter.current") : t(`status.sequence.${status}`)}
          </Link>
        );
      })}
    </nav>
  );
}
