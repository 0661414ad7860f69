"use client";

import { X } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { EnrollmentListItem } from "@/lib/enrollments/data";
import type { RunCount } from "@/lib/enrollments/schema";
import type { AskedFilter } from "./filter-fields";
import { RunActs } from "./run-acts";

const BulkActButtons = dynamic(() => import("./bulk-act-buttons").then((buttons) => buttons.BulkActButtons), {
  ssr: false,
});

type SelectionBarProps = {
  account: string;
  runs: EnrollmentListItem[];
  /** All that the filter matches are meant, not these alone. */
  isAll: boolean;
  /** How many that are. */
  count: RunCount | undefined;
  /** Everything that was read is ticked, and the person may act on many. */
  offersAll: boolean;
  filter: AskedFilter;
  exampleId: string;
  /** Not while one run is open beside the list: its own acts have the keys then. */
  hasShortcuts: boolean;
  onSelectAll: () => void;
  onClear: () => void;
};

/** How many are ticked, the way to all that match, and what can be done with them. It moves no row. */
export function SelectionBar({
  account,
  runs,
  isAll,
  count,
  offersAll,
  filter,
  exampleId,
  hasShortcuts,
  onSelectAll,
  onClear,
}: SelectionBarProps) {
  const t = useTranslations("enrollments");
  const matching = count?.count ?? 0;
  const words = { count: matching, isExact: count?.isExact ? "yes" : "no" };
  return (
    <section
      aria-label={t("selection")}
      className="sticky bottom-4 z-20 mx-auto mt-3 flex w-fit max-w-[calc(100%-2rem)] flex-wrap items-center gap-2 rounded-lg border bg-popover px-3 py-2 shadow-black/10 shadow-lg max-md:bottom-18"
    >
      <p className="mr-1 font-medium" aria-live="polite">
        {isAll ? t("selectedAll", words) : t("selected", { count: runs.length })}
      </p>
      {!isAll && offersAll && matching > runs.length && (
        <Button variant="link" size="sm" onClick={onSelectAll}>
          {t("selectMatching", words)}
        </Button>
      )}
      {isAll ? (
        <BulkActButtons
          account={account}
          filter={filter}
          exampleId={exampleId}
          hasShortcuts={hasShortcuts}
          onStarted={onClear}
        />
      ) : (
        <RunActs account={account} runs={runs} onActed={onClear} hasShortcuts={hasShortcuts} />
      )}
      <Button variant="ghost" size="sm" onClick={onClear}>
        <X aria-hidden /> {t("clearSelection")}
      </Button>
    </section>
  );
}
