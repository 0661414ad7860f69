"use client";

import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type NoEnrollmentsProps = {
  isFiltered: boolean;
  onClear: () => void;
  /** Absent where the person may not enroll. */
  onEnroll?: (() => void) | undefined;
};

export function NoEnrollments({ isFiltered, onClear, onEnroll }: NoEnrollmentsProps) {
  const t = useTranslations("enrollments.empty");
  if (isFiltered) {
    return (
      <EmptyState
        title={t("filtered")}
        action={
          <Button variant="outline" onClick={onClear}>
            {t("clear")}
          </Button>
        }
      >
        {t("filteredText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={UsersRound}
      title={t("title")}
      action={onEnroll && <Button onClick={onEnroll}>{t("act")}</Button>}
    >
      {t("text")}
    </EmptyState>
  );
}
