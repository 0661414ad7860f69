"use client";

import { Download } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { Hint } from "@/components/ui/tooltip";
import type { RunCount } from "@/lib/enrollments/schema";

type FilterTotalProps = {
  account: string;
  query: string;
  count: RunCount | undefined;
  membersAt: string | null;
  timeZone: string;
};

/** How many runs match, exactly or "over 10,000", and all of them as a file. */
export function FilterTotal({ account, query, count, membersAt, timeZone }: FilterTotalProps) {
  const t = useTranslations("enrollments");
  const format = useFormatter();
  const address = `/api/a/${account}/enrollments/export?${query}`;
  useCommands([
    {
      id: "export-runs",
      label: t("export"),
      icon: Download,
      isDisabled: count?.count === 0,
      run: () => window.location.assign(address),
    },
  ]);
  return (
    <>
      {membersAt && (
        <p className="whitespace-nowrap text-muted-foreground text-xs">
          {t("filter.membersAt", {
            at: format.dateTime(new Date(membersAt), { timeStyle: "short", timeZone }),
          })}
        </p>
      )}
      <p
        className="min-w-16 whitespace-nowrap text-right text-muted-foreground tabular-nums"
        aria-live="polite"
      >
        {count && t(count.isExact ? "total" : "totalOver", { count: count.count })}
      </p>
      <Hint text={t("exportHint")}>
        <Button asChild variant="outline" size="sm">
          <a href={address} download>
            <Download aria-hidden /> {t("export")}
          </a>
        </Button>
      </Hint>
    </>
  );
}
