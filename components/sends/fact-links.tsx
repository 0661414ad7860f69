import Link from "next/link";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { ListedFact, SendFilter } from "@/lib/sends/schema";
import { sendsAddress } from "./sends-address";

const SHOWN = [
  ...["sent", "delivered", "read", "replied", "positive", "converted", "optedOut", "failed"],
  ...["unknown", "skipped", "attempted"],
] as ListedFact[];

/** Of what the list is; links, so that the address holds it. */
export function FactLinks({ account, filter }: { account: string; filter: SendFilter }) {
  const t = useTranslations("sends");
  return (
    <nav
      aria-label={t("choose")}
      className="mx-4 mb-3 flex w-fit max-w-[calc(100%-2rem)] gap-px overflow-x-auto rounded-md border bg-muted p-px md:mx-6 md:max-w-[calc(100%-3rem)]"
    >
      {[undefined, ...SHOWN].map((fact) => {
        const isCurrent = fact === (filter.fact === "reached" ? undefined : filter.fact);
        return (
          <Link
            key={fact ?? "all"}
            href={sendsAddress(account, { ...filter, fact })}
            scroll={false}
            aria-current={isCurrent ? "true" : undefined}
            className={cn(
              "inline-flex h-7 shrink-0 items-center rounded-[5px] border border-transparent px-2.5 text-muted-foreground text-sm transition-colors hover:text-foreground focus-visible:outline-offset-0 touch:h-10.5",
              isCurrent && "border-border bg-surface font-medium text-foreground",
            )}
          >
            {t(`facts.${fact ?? "all"}.name`)}
          </Link>
        );
      })}
    </nav>
  );
}
