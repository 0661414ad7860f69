"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { EnrollmentListItem } from "@/lib/enrollments/data";
import { RunActs } from "./run-acts";

type SelectionBarProps = {
  account: string;
  runs: EnrollmentListItem[];
  /** Not while one run is open beside the list: its own acts have the keys then. */
  hasShortcuts: boolean;
  onClear: () => void;
};

export function SelectionBar({ account, runs, hasShortcuts, onClear }: SelectionBarProps) {
  const t = useTranslations("enrollments");
  return (
    <section
      aria-label={t("selection")}
      className="sticky top-0 z-20 flex flex-wrap items-center gap-2 border-y bg-primary-soft px-4 py-2 md:px-6"
    >
      <p className="mr-2 font-medium" aria-live="polite">
        {t("selected", { count: runs.length })}
      </p>
      <RunActs account={account} runs={runs} onActed={onClear} hasShortcuts={hasShortcuts} />
      <Button variant="ghost" size="sm" onClick={onClear}>
        <X aria-hidden /> {t("clearSelection")}
      </Button>
    </section>
  );
}
