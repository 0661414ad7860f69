"use client";

import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** `onEnroll` is absent where the person may not enroll. */
export function NoEnrollments({ isFiltered, onEnroll }: { isFiltered: boolean; onEnroll?: () => void }) {
  const t = useTranslations("enrollments.empty");
  if (isFiltered) return <EmptyState title={t("filtered")}>{t("filteredText")}</EmptyState>;
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
